import { type Connect, ConnectServiceException } from '@aws-sdk/client-connect';
import { isNotFound } from '../instance/answer';
import type { Own } from '../instance/own';
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
  /** What this very run made. */
  readonly own: Own;
}

export interface Found {
  readonly things: readonly Left[];
  /** Kinds that could not be looked for, and the code of the refusal. */
  readonly unread: ReadonlyMap<Kind, string>;
}

type Tags = Readonly<Record<string, string>> | undefined;
interface Listed {
  readonly Id?: string;
  readonly Name?: string;
}

/** Everything that begins with the prefix, whose tag shows that it is ours or not. */
export async function findLeft(place: Place): Promise<Found> {
  const unread = new Map<Kind, string>();
  const things: Left[] = [];
  for (const kind of KINDS) {
    try {
      things.push(...(await FIND[kind](place)));
    } catch (error) {
      if (!(error instanceof ConnectServiceException)) throw error;
      unread.set(kind, error.name);
    }
  }
  return { things, unread };
}

const FIND: Readonly<Record<Kind, (place: Place) => Promise<readonly Left[]>>> = {
  'quick connect': async (place) => {
    const client = place.clients.in(place.region);
    const InstanceId = place.instanceId;
    const listed = await ofAllPages((NextToken) => quickConnects(client, InstanceId, NextToken));
    return ours(
      'quick connect',
      listed,
      place,
      async (id) => (await client.describeQuickConnect({ InstanceId, QuickConnectId: id })).QuickConnect?.Tags,
    );
  },
  queue: async (place) => {
    const client = place.clients.in(place.region);
    const InstanceId = place.instanceId;
    const listed = await ofAllPages((NextToken) => queues(client, InstanceId, NextToken));
    return ours('queue', listed, place, async (id) => (await client.describeQueue({ InstanceId, QueueId: id })).Queue?.Tags);
  },
  user: async (place) => {
    const client = place.clients.in(place.region);
    const InstanceId = place.instanceId;
    const listed = await ofAllPages((NextToken) => users(client, InstanceId, NextToken));
    return ours('user', listed, place, async (id) => (await client.describeUser({ InstanceId, UserId: id })).User?.Tags);
  },
  'traffic distribution group': async (place) => {
    const left: Left[] = [];
    for (const { id, name, region: home, status } of await groupsOf(place)) {
      if (status === 'PENDING_DELETION') continue;
      const tags = async (): Promise<Tags> =>
        (await place.clients.in(home).describeTrafficDistributionGroup({ TrafficDistributionGroupId: id })).TrafficDistributionGroup?.Tags;
      const found = await ours('traffic distribution group', [{ Id: id, Name: name }], place, tags);
      left.push(...found.map((thing) => ({ ...thing, home })));
    }
    return left;
  },
};

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
  { prefix, own }: Place,
  tagsOf: (id: string) => Promise<Tags>,
): Promise<readonly Left[]> {
  const left: Left[] = [];
  for (const { Id: id, Name: name } of listed) {
    if (id === undefined || name === undefined || !beginsWith(name, prefix)) continue;
    try {
      const tags = (await tagsOf(id)) ?? {};
      left.push({ kind, id, name, isOurs: own.has(id) || tags[TAG.key] === TAG.value });
    } catch (error) {
      if (!(error instanceof ConnectServiceException)) throw error;
      // Whoever may not look at the tags knows what they made.
      if (!isNotFound(error)) left.push({ kind, id, name, isOurs: own.has(id) });
    }
  }
  return left;
}
