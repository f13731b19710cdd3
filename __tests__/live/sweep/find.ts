import type { Connect } from '@aws-sdk/client-connect';
import { isNotFound } from '../instance/answer';
import type { PoliteClients } from '../instance/polite-client';
import { beginsWith, TAG } from '../names';

export const KINDS = ['quick connect', 'queue', 'user', 'traffic distribution group'] as const;
export type Kind = (typeof KINDS)[number];

/** Something with the prefix of the suite. */
export interface Left {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  /** Of a group, which is removed in its home Region only. */
  readonly home?: string;
  /** Whether it has the tag of the suite, too: nothing else is removed. */
  readonly isOurs: boolean;
}

/** A traffic distribution group of the instance, whoever made it. */
export interface GroupOfInstance {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly status: string;
}

export interface Place {
  readonly clients: PoliteClients;
  readonly instanceId: string;
  readonly region: string;
  /** That of all runs, or of one. */
  readonly prefix: string;
}

type Tags = Readonly<Record<string, string>> | undefined;
interface Listed {
  readonly Id?: string;
  readonly Name?: string;
}

/** Everything that begins with the prefix, whose tag shows that it is ours or not. */
export async function findLeft(place: Place): Promise<readonly Left[]> {
  const { instanceId: InstanceId, region, clients } = place;
  const client = clients.in(region);
  const one = { InstanceId };
  const sources: readonly (readonly [Kind, (NextToken?: string) => Promise<Page>, (id: string) => Promise<Tags>])[] = [
    [
      'quick connect',
      (NextToken) => quickConnects(client, InstanceId, NextToken),
      async (id) => (await client.describeQuickConnect({ ...one, QuickConnectId: id })).QuickConnect?.Tags,
    ],
    [
      'queue',
      (NextToken) => queues(client, InstanceId, NextToken),
      async (id) => (await client.describeQueue({ ...one, QueueId: id })).Queue?.Tags,
    ],
    [
      'user',
      (NextToken) => users(client, InstanceId, NextToken),
      async (id) => (await client.describeUser({ ...one, UserId: id })).User?.Tags,
    ],
  ];
  const left: Left[] = [];
  for (const [kind, list, tags] of sources) left.push(...(await ours(kind, await ofAllPages(list), place.prefix, tags)));
  const groups = (await groupsOf(place)).filter(({ status }) => status !== 'PENDING_DELETION');
  for (const { id, name, region: home } of groups) {
    const tags = async (): Promise<Tags> =>
      (await clients.in(home).describeTrafficDistributionGroup({ TrafficDistributionGroupId: id })).TrafficDistributionGroup?.Tags;
    const found = await ours('traffic distribution group', [{ Id: id, Name: name }], place.prefix, tags);
    left.push(...found.map((thing) => ({ ...thing, home })));
  }
  return left;
}

export async function groupsOf({ clients, region, instanceId: InstanceId }: Place): Promise<readonly GroupOfInstance[]> {
  const found: GroupOfInstance[] = [];
  let NextToken: string | undefined;
  do {
    const page = await clients.in(region).listTrafficDistributionGroups({ InstanceId, MaxResults: 10, NextToken });
    for (const { Id, Name = '', Arn = '', Status = '' } of page.TrafficDistributionGroupSummaryList ?? [])
      if (Id) found.push({ id: Id, name: Name, region: Arn.split(':')[3] ?? region, status: Status });
    ({ NextToken } = page);
  } while (NextToken);
  return found;
}

interface Page {
  readonly things: readonly Listed[];
  readonly NextToken?: string;
}

const quickConnects = async (client: Connect, InstanceId: string, NextToken?: string): Promise<Page> => {
  const page = await client.listQuickConnects({ InstanceId, MaxResults: 1000, NextToken });
  return { things: page.QuickConnectSummaryList ?? [], NextToken: page.NextToken };
};

const queues = async (client: Connect, InstanceId: string, NextToken?: string): Promise<Page> => {
  const page = await client.listQueues({ InstanceId, QueueTypes: ['STANDARD'], MaxResults: 1000, NextToken });
  return { things: page.QueueSummaryList ?? [], NextToken: page.NextToken };
};

const users = async (client: Connect, InstanceId: string, NextToken?: string): Promise<Page> => {
  const page = await client.listUsers({ InstanceId, MaxResults: 1000, NextToken });
  return { things: (page.UserSummaryList ?? []).map(({ Id, Username }) => ({ Id, Name: Username })), NextToken: page.NextToken };
};

async function ofAllPages(list: (NextToken?: string) => Promise<Page>): Promise<readonly Listed[]> {
  const all: Listed[] = [];
  let page: Page = { things: [] };
  do {
    page = await list(page.NextToken);
    all.push(...page.things);
  } while (page.NextToken);
  return all;
}

/** What a list still shows although it is gone is nothing. */
async function ours(
  kind: Kind,
  listed: readonly Listed[],
  prefix: string,
  tagsOf: (id: string) => Promise<Tags>,
): Promise<readonly Left[]> {
  const left: Left[] = [];
  for (const { Id, Name } of listed) {
    if (Id === undefined || Name === undefined || !beginsWith(Name, prefix)) continue;
    const tags = await tagsOf(Id).then(
      (some) => some ?? {},
      (error: unknown) => {
        if (isNotFound(error)) return undefined;
        throw error;
      },
    );
    if (tags) left.push({ kind, id: Id, name: Name, isOurs: tags[TAG.key] === TAG.value });
  }
  return left;
}
