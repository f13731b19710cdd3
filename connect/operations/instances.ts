import { DescribeInstanceCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import type { Instances } from '../gateway';
import type { Instance } from '../model';
import { instanceOf } from '../shapes/instance-shape';
import { orAbsent } from './answers';

export type InstanceMemory = SharedReads<Instance | undefined>;

export const instanceMemoryOf = (clock: Clock): InstanceMemory => new SharedReads('DescribeInstance', clock);

export const instancesOf = (caller: Caller, memory: InstanceMemory): Instances => ({
  find: (instanceId, region = caller.region) =>
    memory.get({ region, id: instanceId }, caller.scope, async () =>
      orAbsent(
        await caller.call({
          operation: 'DescribeInstance',
          region,
          command: () => new DescribeInstanceCommand({ InstanceId: instanceId }),
          read: instanceOf,
        }),
      ),
    ),
});
