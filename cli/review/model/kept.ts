import { ATTRIBUTES } from '../../../custom-resources/user/fields/changes';
import { isObject, type Json, type JsonObject, listIn, objectIn } from '../read/json';
import { UNKNOWN } from '../read/plan';
import type { Change } from './change';

/*
 * What a configuration has no longer, and Amazon Connect keeps: it has no operation that takes such a setting back to its default, so that
 * nothing is called for it.
 */

/** Blocks of a user of which each has the settings of one channel. */
const PER_CHANNEL: ReadonlySet<string> = new Set(ATTRIBUTES.channels);

const WHOLE: ReadonlySet<string> = new Set([...ATTRIBUTES.identity, ...ATTRIBUTES.phone]);

/** Changes of a user that stays, those of what is kept marked so. */
export const withKeptOfUser = (changes: readonly Change[], after: JsonObject): readonly Change[] =>
  marked(changes, ({ attribute, of }) =>
    WHOLE.has(attribute)
      ? isGone(after[attribute])
      : PER_CHANNEL.has(attribute) && isKnownNow(after[attribute]) && !channelsIn(after[attribute]).includes(of),
  );

/** The same of a quick connect: queues that nothing names any more offer it as before. */
export const withKeptOfQuickConnect = (changes: readonly Change[], after: JsonObject): readonly Change[] =>
  marked(changes, ({ attribute }) => attribute === 'queue_ids' && (after.queue_ids ?? null) === null);

/** Whether an attribute of a user that changes is written at all. */
export function isWritten(attribute: string, before: JsonObject, after: JsonObject): boolean {
  if (WHOLE.has(attribute)) return !isGone(after[attribute]);
  if (!PER_CHANNEL.has(attribute) || !isKnownNow(after[attribute])) return true;
  const held = new Set(listIn(before[attribute]).map((block) => JSON.stringify(block)));
  return listIn(after[attribute]).some((block) => !held.has(JSON.stringify(block)));
}

const marked = (changes: readonly Change[], isKept: (change: Change) => boolean): readonly Change[] =>
  changes.map((change) => (change.to === undefined && isKept(change) ? { ...change, kept: true } : change));

const isKnownNow = (blocks: Json | undefined): boolean => blocks !== UNKNOWN;
const isGone = (blocks: Json | undefined): boolean => isKnownNow(blocks) && listIn(blocks).length === 0;
const channelsIn = (blocks: Json | undefined): readonly unknown[] =>
  listIn(blocks).flatMap((block) => (isObject(block) ? [objectIn(block).channel] : []));
