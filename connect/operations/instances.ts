import { DescribeInstanceCommand, ListInstancesCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { allPages, eachOnce } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import type { Outcome } from '../failure';
import type { Instances } from '../gateway';
import type { Instance, ListedInstance } from '../model';
import { instanceOf, listedInstanceOf } from '../shapes/instance-shape';
import { list, optionalText } from '../shapes/members';
import { orAbsent } from './answers';

/** The largest page of ListInstances. */
const PAGE = 10;

export interface InstanceMemory {
  readonly described: SharedReads<Instance | undefined>;
  readonly listed: SharedReads<readonly ListedInstance[]>;
}

export const instanceMemoryOf = (clock: Clock): InstanceMemory => ({
  described: new SharedReads('DescribeInstance', clock),
  listed: new SharedReads('ListInstances', clock),
});

export const instancesOf = (caller: Caller, { described, listed }: InstanceMemory): Instances => ({
  find: (instanceId, region = caller.region) =>
    described.get({ region, id: instanceId }, caller.scope, async () =>
      orAbsent(
        await caller.call({
          operation: 'DescribeInstance',
          region,
          command: () => new DescribeInstanceCommand({ InstanceId: instanceId }),
          read: instanceOf,
        }),
      ),
    ),
  list: (region = caller.region) => listed.get({ region, id: '' }, caller.scope, () => listInstances(caller, region)),
});

async function listInstances(caller: Caller, region: string): Promise<Outcome<readonly ListedInstance[]>> {
  const instances = await allPages({ operation: 'ListInstances', region }, (nextToken) =>
    caller.call({
      operation: 'ListInstances',
      region,
      command: () => new ListInstancesCommand({ MaxResults: PAGE, NextToken: nextToken }),
      read: (output) => ({
        items: list(output.InstanceSummaryList, 'InstanceSummaryList', listedInstanceOf),
        nextToken: optionalText(output.NextToken, 'NextToken'),
      }),
    }),
  );
  return eachOnce(instances, ({ id }) => id);
}
