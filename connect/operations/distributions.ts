import { GetTrafficDistributionCommand, UpdateTrafficDistributionCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import type { Distributions } from '../gateway';
import { distributionOf, distributionRequestOf } from '../shapes/distribution-shape';
import { orAbsent, written } from './answers';

export const distributionsOf = (caller: Caller): Distributions => ({
  find: ({ group, region }) => orAbsent(caller.call(GetTrafficDistributionCommand, region, { Id: group }, distributionOf)),

  update: ({ group, region }, distribution) =>
    caller.call(UpdateTrafficDistributionCommand, region, { Id: group, ...distributionRequestOf(distribution) }, written),
});
