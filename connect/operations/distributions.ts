import { GetTrafficDistributionCommand, UpdateTrafficDistributionCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import type { Distributions } from '../gateway';
import { distributionOf, distributionRequestOf } from '../shapes/distribution-shape';
import { orAbsent, written } from './answers';

export const distributionsOf = (caller: Caller): Distributions => ({
  find: async ({ group, region }) =>
    orAbsent(
      await caller.call({
        operation: 'GetTrafficDistribution',
        region,
        command: () => new GetTrafficDistributionCommand({ Id: group }),
        read: distributionOf,
      }),
    ),

  update: ({ group, region }, distribution) =>
    caller.call({
      operation: 'UpdateTrafficDistribution',
      region,
      command: () => new UpdateTrafficDistributionCommand({ Id: group, ...distributionRequestOf(distribution) }),
      read: written,
    }),
});
