import {
  CreateQuickConnectCommand,
  DeleteQuickConnectCommand,
  DescribeQuickConnectCommand,
  SearchQuickConnectsCommand,
  type SearchQuickConnectsCommandInput,
  UpdateQuickConnectConfigCommand,
  UpdateQuickConnectNameCommand,
} from '@aws-sdk/client-connect';
import { BulkQuickConnects } from '../bulk/bulk-quick-connects';
import type { Caller } from '../calls/caller';
import { allPages } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import type { RefreshMode } from '../connection';
import { type Outcome, succeeded } from '../failure';
import type { QuickConnects } from '../gateway';
import type { Id, QuickConnectRef, QuickConnectSettings, QuickConnectTarget } from '../model';
import { idOf, list, optionalText, text } from '../shapes/members';
import { quickConnectOf, wireTargetOf } from '../shapes/quick-connect-shape';
import { nothing, orAbsent, orAlreadyGone } from './answers';

const PAGE = 100;

/** How old a list may be that tells which quick connects point at a user. */
const LIST_AGE_MS = 10_000;

/** Users that are deleted together ask for the same list, less what this process deleted since, and as it pointed them. */
export interface QuickConnectMemory {
  readonly lists: SharedReads<readonly QuickConnectSettings[]>;
  /** By instance and tag. */
  readonly tagged: SharedReads<readonly QuickConnectSettings[]>;
  readonly deleted: Set<string>;
  /** By id: where this process pointed quick connects. */
  readonly pointed: Map<string, QuickConnectTarget>;
  readonly bulk: BulkQuickConnects;
}

export const quickConnectMemoryOf = (clock: Clock, mode: RefreshMode): QuickConnectMemory => ({
  lists: new SharedReads('SearchQuickConnects', clock),
  tagged: new SharedReads('SearchQuickConnects', clock),
  deleted: new Set(),
  pointed: new Map(),
  bulk: new BulkQuickConnects(clock, mode, findTwice),
});

export const quickConnectsOf = (caller: Caller, memory: QuickConnectMemory): QuickConnects => ({
  find: (quickConnect) => findTwice(caller, quickConnect),

  observe: (quickConnect, agrees) => memory.bulk.observe(caller, quickConnect, agrees),

  search: (instanceId, region = caller.region) => memory.bulk.search(caller, instanceId, region),

  holderOf: (instanceId, name, region = caller.region) =>
    memory.bulk.holderOf(caller, { instanceId, name, region }, () => findByName(caller, instanceId, name, region)),

  findByName: (instanceId, name, region = caller.region) => findByName(caller, instanceId, name, region),

  tagged(instanceId, key, value, region = caller.region) {
    const filter = { TagFilter: { TagCondition: { TagKey: key, TagValue: value } } };
    return memory.tagged.get({ region, id: `${instanceId} ${key}=${value}` }, caller.scope, () =>
      search(caller, instanceId, region, { SearchFilter: filter }),
    );
  },
  count: (instanceId, region = caller.region) => memory.bulk.count(caller, instanceId, region),

  async listForUser({ instanceId, userId, region = caller.region }, orphaned = []) {
    const key = { region, id: instanceId };
    const all = await memory.lists.get(key, caller.scope, () => search(caller, instanceId, region), { maxAgeMs: LIST_AGE_MS });
    if (!all.ok) return all;
    const pointsAt = ({ id, userId: listed }: QuickConnectSettings): string | undefined => {
      const pointed = memory.pointed.get(id);
      return pointed ? (pointed.type === 'USER' ? pointed.userId : 'none') : listed;
    };
    // The service has no filter for the type or the user.
    return succeeded(
      all.value.filter((quickConnect) => {
        const target = pointsAt(quickConnect);
        const points = target === undefined ? orphaned.includes(quickConnect.id) : target === userId;
        return quickConnect.type === 'USER' && points && !memory.deleted.has(quickConnect.id);
      }),
    );
  },

  async create({ instanceId, region, name, description, target, tags }) {
    const made = await caller.call({
      operation: 'CreateQuickConnect',
      region,
      command: () =>
        new CreateQuickConnectCommand({
          InstanceId: instanceId,
          Name: name,
          QuickConnectConfig: wireTargetOf(target),
          ...(description !== undefined && { Description: description }),
          ...(Object.keys(tags).length > 0 && { Tags: { ...tags } }),
        }),
      read: (output) => ({ id: idOf(output.QuickConnectId, 'QuickConnectId'), arn: text(output.QuickConnectARN, 'QuickConnectARN') }),
    });
    if (made.ok) memory.pointed.set(made.value.id, target);
    return made;
  },

  rename: ({ instanceId, quickConnectId, region }, name, description) =>
    caller.call({
      operation: 'UpdateQuickConnectName',
      region,
      command: () =>
        new UpdateQuickConnectNameCommand({
          InstanceId: instanceId,
          QuickConnectId: quickConnectId,
          Name: name,
          Description: description ?? '',
        }),
      read: nothing,
    }),

  async retarget({ instanceId, quickConnectId, region }, target) {
    const outcome = await caller.call({
      operation: 'UpdateQuickConnectConfig',
      region,
      command: () =>
        new UpdateQuickConnectConfigCommand({
          InstanceId: instanceId,
          QuickConnectId: quickConnectId,
          QuickConnectConfig: wireTargetOf(target),
        }),
      read: nothing,
    });
    if (outcome.ok) memory.pointed.set(quickConnectId, target);
    return outcome;
  },

  async delete(instanceId, quickConnectId, region) {
    const outcome = orAlreadyGone(
      await caller.call({
        operation: 'DeleteQuickConnect',
        region,
        command: () => new DeleteQuickConnectCommand({ InstanceId: instanceId, QuickConnectId: quickConnectId }),
        read: nothing,
      }),
    );
    if (outcome.ok) memory.deleted.add(quickConnectId);
    return outcome;
  },
});

/** Asked twice before a quick connect is taken for gone: it would be made anew. */
async function findTwice(caller: Caller, quickConnect: QuickConnectRef): Promise<Outcome<QuickConnectSettings | undefined>> {
  const found = await describe(caller, quickConnect);
  return found.ok && !found.value ? describe(caller, quickConnect) : found;
}

const describe = async (
  caller: Caller,
  { instanceId, quickConnectId, region }: QuickConnectRef,
): Promise<Outcome<QuickConnectSettings | undefined>> =>
  orAbsent(
    await caller.call({
      operation: 'DescribeQuickConnect',
      region,
      command: () => new DescribeQuickConnectCommand({ InstanceId: instanceId, QuickConnectId: quickConnectId }),
      read: (output) => quickConnectOf(output.QuickConnect),
    }),
  );

async function findByName(
  caller: Caller,
  instanceId: Id,
  name: string,
  region: string,
): Promise<Outcome<QuickConnectSettings | undefined>> {
  const criteria = { StringCondition: { FieldName: 'name', Value: name, ComparisonType: 'EXACT' as const } };
  const found = await search(caller, instanceId, region, { SearchCriteria: criteria });
  // Whether the search minds the case of letters is not documented.
  return found.ok ? succeeded(found.value.find((quickConnect) => quickConnect.name === name)) : found;
}

const search = (
  caller: Caller,
  instanceId: Id,
  region: string,
  which: Pick<SearchQuickConnectsCommandInput, 'SearchCriteria' | 'SearchFilter'> = {},
): Promise<Outcome<readonly QuickConnectSettings[]>> =>
  allPages({ operation: 'SearchQuickConnects', region }, (nextToken) =>
    caller.call({
      operation: 'SearchQuickConnects',
      region,
      command: () =>
        new SearchQuickConnectsCommand({
          InstanceId: instanceId,
          MaxResults: PAGE,
          NextToken: nextToken,
          ...which,
        }),
      read: (output) => ({
        items: list(output.QuickConnects, 'QuickConnects', quickConnectOf),
        nextToken: optionalText(output.NextToken, 'NextToken'),
      }),
    }),
  );
