import {
  CreateQuickConnectCommand,
  DeleteQuickConnectCommand,
  UpdateQuickConnectConfigCommand,
  UpdateQuickConnectNameCommand,
} from '@aws-sdk/client-connect';
import { bulkQuickConnects } from '../bulk/bulk-quick-connects';
import type { Caller } from '../calls/caller';
import { listAll } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import type { RefreshMode } from '../connection';
import { succeeded } from '../failure';
import type { QuickConnects, QuickConnectSettings, QuickConnectTarget } from '../gateway';
import { idOf, text } from '../shapes/members';
import { wireTargetOf } from '../shapes/quick-connect-shape';
import { nothing, orAlreadyGone } from './answers';
import { findByName, findQuickConnect, foundQuickConnects } from './find-quick-connect';

/** How old a list may be that tells which quick connects point at a user. */
const LIST_AGE_MS = 10_000;

export function quickConnectsOf(clock: Clock, mode: RefreshMode): (caller: Caller) => QuickConnects {
  const bulk = bulkQuickConnects(clock, mode);
  /** Users that are deleted together ask for the same list, less what this process deleted since, and as it pointed them. */
  const lists = new SharedReads<readonly QuickConnectSettings[]>(foundQuickConnects.operation, clock);
  const deleted = new Set<string>();
  /** By id: where this process pointed quick connects. */
  const pointed = new Map<string, QuickConnectTarget>();
  /** By instance and tag. */
  const tagged = new SharedReads<readonly QuickConnectSettings[]>(foundQuickConnects.operation, clock);

  const userOf = ({ id, userId }: QuickConnectSettings): string | undefined => {
    const target = pointed.get(id);
    return target ? (target.type === 'USER' ? target.userId : 'none') : userId;
  };

  return (caller) => ({
    ...bulk(caller),

    find: (quickConnect) => findQuickConnect(caller, quickConnect),

    findByName: (instanceId, name, region = caller.region) => findByName(caller, instanceId, name, region),

    tagged: (instanceId, key, value, region = caller.region) =>
      tagged.get({ region, id: `${instanceId} ${key}=${value}` }, caller, () =>
        listAll(caller, foundQuickConnects, region, {
          InstanceId: instanceId,
          SearchFilter: { TagFilter: { TagCondition: { TagKey: key, TagValue: value } } },
        }),
      ),

    async listForUser({ instanceId, userId, region = caller.region }, orphaned = []) {
      const read = () => listAll(caller, foundQuickConnects, region, { InstanceId: instanceId });
      const all = await lists.get({ region, id: instanceId }, caller, read, { maxAgeMs: LIST_AGE_MS });
      if (!all.ok) return all;
      // The service has no filter for the type or the user.
      return succeeded(
        all.value.filter((quickConnect) => {
          const user = userOf(quickConnect);
          const points = user === undefined ? orphaned.includes(quickConnect.id) : user === userId;
          return quickConnect.type === 'USER' && points && !deleted.has(quickConnect.id);
        }),
      );
    },

    async create({ instanceId, region, name, description, target, tags }) {
      const made = await caller.call(
        CreateQuickConnectCommand,
        region,
        {
          InstanceId: instanceId,
          Name: name,
          QuickConnectConfig: wireTargetOf(target),
          ...(description !== undefined && { Description: description }),
          ...(Object.keys(tags).length > 0 && { Tags: { ...tags } }),
        },
        (output) => ({ id: idOf(output.QuickConnectId, 'QuickConnectId'), arn: text(output.QuickConnectARN, 'QuickConnectARN') }),
      );
      if (made.ok) pointed.set(made.value.id, target);
      return made;
    },

    rename: ({ instanceId, quickConnectId, region }, name, description = '') =>
      caller.call(
        UpdateQuickConnectNameCommand,
        region,
        { InstanceId: instanceId, QuickConnectId: quickConnectId, Name: name, Description: description },
        nothing,
      ),

    async retarget({ instanceId, quickConnectId, region }, target) {
      const input = { InstanceId: instanceId, QuickConnectId: quickConnectId, QuickConnectConfig: wireTargetOf(target) };
      const outcome = await caller.call(UpdateQuickConnectConfigCommand, region, input, nothing);
      if (outcome.ok) pointed.set(quickConnectId, target);
      return outcome;
    },

    async delete(instanceId, quickConnectId, region) {
      const input = { InstanceId: instanceId, QuickConnectId: quickConnectId };
      const outcome = await orAlreadyGone(caller.call(DeleteQuickConnectCommand, region, input, nothing), undefined);
      if (outcome.ok) deleted.add(quickConnectId);
      return outcome;
    },
  });
}
