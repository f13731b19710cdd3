import { DescribeInstanceCommand, ListInstancesCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { eachOnce, listAll, listing } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import type { Instance, Instances, ListedInstance } from '../gateway';
import { instanceOf, listedInstanceOf } from '../shapes/instance-shape';
import { orAbsent } from './answers';

const instances = listing(ListInstancesCommand, 10, 'InstanceSummaryList', listedInstanceOf);

export function instancesOf(clock: Clock): (caller: Caller) => Instances {
  const described = new SharedReads<Instance | undefined>('DescribeInstance', clock);
  const listed = new SharedReads<readonly ListedInstance[]>(instances.operation, clock);
  return (caller) => ({
    find: (instanceId, region = caller.region) =>
      described.get({ region, id: instanceId }, caller, () =>
        orAbsent(caller.call(DescribeInstanceCommand, region, { InstanceId: instanceId }, instanceOf)),
      ),

    list: (region = caller.region) =>
      listed.get({ region, id: '' }, caller, async () => eachOnce(await listAll(caller, instances, region, {}), ({ id }) => id)),
  });
}
