import type { Connect } from '@aws-sdk/client-connect';
import type { PoliteClients } from './polite-client';
import { UnsuitableInstance } from './facts';
import { answerTo, inWords, isNotFound, isOk } from './answer';
import type { Lag } from '../findings';
import type { LabParts } from './lab';
import { TAGS } from '../names';
import { cameTrue, watch } from './watch';

/** The traffic distribution group of a run. */
export interface LiveGroup {
  readonly id: string;
  readonly arn: string;
  /** Its home Region, the only one where members come and go. */
  readonly region: string;
  /** The other Region of its instance. */
  readonly replica?: string;
  /** Whether the run made it: nobody's telephone calls depend on it then. */
  readonly isOwn: boolean;
}

/** A group that is there. */
export async function findGroup(clients: PoliteClients, region: string, idOrArn: string): Promise<LiveGroup> {
  const home = /^arn:[^:]+:connect:([^:]+):/.exec(idOrArn)?.[1] ?? region;
  const client = clients.in(home);
  const { TrafficDistributionGroup: group } = await client.describeTrafficDistributionGroup({ TrafficDistributionGroupId: idOrArn });
  if (!group?.Id || !group.Arn) throw new UnsuitableInstance('The group of --group was not found.');
  if (group.Status !== 'ACTIVE') throw new UnsuitableInstance(`The group of --group is ${group.Status ?? 'of no status'}, not ACTIVE.`);
  return { id: group.Id, arn: group.Arn, region: home, ...(await replicaOf(client, group.Id, home)), isOwn: false };
}

/** How long a new group may take to become ACTIVE. */
const GROUP_MS = 900_000;

/** A group of our own, in the Region of the instance; and how long it took to become ACTIVE. */
export async function makeGroup({
  clients,
  facts,
  names,
  clock,
  signal,
}: LabParts): Promise<{ readonly group: LiveGroup; readonly lag: Lag }> {
  const client = clients.in(facts.region);
  const { Id: id = '', Arn: arn = '' } = await client.createTrafficDistributionGroup({
    InstanceId: facts.instanceId,
    Name: names.of('group'),
    Tags: { ...TAGS },
  });
  const lag = await watch({ clock, patienceMs: GROUP_MS, ...(signal && { signal }) }, 'a new traffic distribution group is ACTIVE', () =>
    isActive(client, id),
  );
  if (!cameTrue(lag)) throw new Error('the new traffic distribution group did not become ACTIVE');
  return { group: { id, arn, region: facts.region, ...(await replicaOf(client, id, facts.region)), isOwn: true }, lag };
}

const isActive = (client: Connect, TrafficDistributionGroupId: string): Promise<boolean> =>
  client.describeTrafficDistributionGroup({ TrafficDistributionGroupId }).then(
    ({ TrafficDistributionGroup }) => TrafficDistributionGroup?.Status === 'ACTIVE',
    (error: unknown) => {
      if (isNotFound(error)) return false;
      throw error;
    },
  );

/** The name of the other Region stands in how the group shares its traffic. */
async function replicaOf(client: Connect, Id: string, home: string): Promise<{ readonly replica?: string }> {
  const { TelephonyConfig } = await client.getTrafficDistribution({ Id });
  const replica = TelephonyConfig?.Distributions?.map(({ Region }) => Region).find((name) => name !== home);
  return replica === undefined ? {} : { replica };
}

export async function membersOf(client: Connect, TrafficDistributionGroupId: string): Promise<readonly string[]> {
  const size = await largestPage(client, TrafficDistributionGroupId);
  const members: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.listTrafficDistributionGroupUsers({ TrafficDistributionGroupId, MaxResults: size, NextToken });
    for (const { UserId } of page.TrafficDistributionGroupUserSummaryList ?? []) if (UserId) members.push(UserId);
    ({ NextToken } = page);
  } while (NextToken);
  return members;
}

/** So that a size that is refused costs one call for each Region. */
const largest = new WeakMap<Connect, number>();
const SIZES = [1000, 500, 100, 50, 25, 10] as const;

async function largestPage(client: Connect, TrafficDistributionGroupId: string): Promise<number> {
  const known = largest.get(client);
  if (known !== undefined) return known;
  for (const MaxResults of SIZES) {
    const answer = await answerTo(client.listTrafficDistributionGroupUsers({ TrafficDistributionGroupId, MaxResults }));
    if (isOk(answer)) {
      largest.set(client, MaxResults);
      return MaxResults;
    }
    if (answer.status !== 400) throw new Error(`ListTrafficDistributionGroupUsers answered ${inWords(answer)}`);
  }
  throw new Error('ListTrafficDistributionGroupUsers takes no page size');
}
