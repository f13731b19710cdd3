import { DeleteQuickConnectCommand, SearchQuickConnectsCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import { allPages } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { type Outcome, succeeded } from '../failure';
import type { QuickConnects } from '../gateway';
import type { QuickConnect } from '../model';
import { bareId } from '../shapes/ids';
import { list, optionalText } from '../shapes/members';
import { quickConnectOf } from '../shapes/quick-connect-shape';
import { nothing, orAlreadyGone } from './answers';

const PAGE = 100;

/** How old a list may be that tells which quick connects point at a user. */
const LIST_AGE_MS = 10_000;

/** Users that are deleted together ask for the same list, less what this process deleted since. */
export interface QuickConnectMemory {
  readonly lists: SharedReads<readonly QuickConnect[]>;
  readonly deleted: Set<string>;
}

export const quickConnectMemoryOf = (clock: Clock): QuickConnectMemory => ({
  lists: new SharedReads('SearchQuickConnects', clock),
  deleted: new Set(),
});

export const quickConnectsOf = (caller: Caller, memory: QuickConnectMemory): QuickConnects => ({
  async listForUser({ instanceId, userId, region = caller.region }, orphaned = []) {
    const key = { region, id: instanceId };
    const all = await memory.lists.get(key, caller.scope, () => searchAll(caller, instanceId, region), { maxAgeMs: LIST_AGE_MS });
    if (!all.ok) return all;
    // The service has no filter for the type or the user.
    return succeeded(
      all.value.filter(({ id, type, userId: target }) => {
        const points = target === undefined ? orphaned.includes(id) : target === bareId(userId);
        return type === 'USER' && points && !memory.deleted.has(id);
      }),
    );
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

const searchAll = (caller: Caller, instanceId: string, region: string): Promise<Outcome<readonly QuickConnect[]>> =>
  allPages({ operation: 'SearchQuickConnects', region }, (nextToken) =>
    caller.call({
      operation: 'SearchQuickConnects',
      region,
      command: () => new SearchQuickConnectsCommand({ InstanceId: instanceId, MaxResults: PAGE, NextToken: nextToken }),
      read: (output) => ({
        items: list(output.QuickConnects, 'QuickConnects', quickConnectOf),
        nextToken: optionalText(output.NextToken, 'NextToken'),
      }),
    }),
  );
