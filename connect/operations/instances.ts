import { DescribeInstanceCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import type { Instances } from '../gateway';
import { instanceOf } from '../shapes/instance-shape';
import { orAbsent } from './absent';

export const instancesOf = (caller: Caller): Instances => ({
  find: async (instanceId, region) =>
    orAbsent(
      await caller.call({
        operation: 'DescribeInstance',
        region,
        command: () => new DescribeInstanceCommand({ InstanceId: instanceId }),
        read: instanceOf,
      }),
    ),
});
