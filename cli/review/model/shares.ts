import { isObject, type Json, type JsonObject, listIn, objectIn } from '../read/json';
import type { ResourceChange } from '../read/plan';

/** The part of a group's traffic that a Region gets, before and after. */
export interface ShareChange {
  readonly of: string;
  readonly region: string;
  /** Absent where a plan does not know it. */
  readonly from: string | undefined;
  readonly to: string;
}

const PARTS = [
  ['calls', 'telephony', 'percentage'],
  ['agents', 'agent', 'percentage'],
  ['sign-in', 'sign_in', 'enabled'],
] as const;

/** What a change of the shares of a traffic distribution group moves from one Region to another. */
export function shareChanges({ type, action, before, after }: ResourceChange): readonly ShareChange[] {
  if (type !== 'connect_traffic_distribution' || (action !== 'create' && action !== 'update')) return [];
  return PARTS.flatMap(([of, part, member]) => {
    const current = `current_${part}`;
    const now = objectIn(before?.[current]);
    // Apply leaves a part alone where somebody shifted it outside and the plan does not show it to change.
    const planned = isObject(after?.[current]) ? after[current] : before ? {} : declared(after?.[part], member);
    return Object.entries(planned).flatMap(([region, share]): readonly ShareChange[] => {
      const [from, to] = [worded(now[region]), worded(share)];
      return to === undefined || from === to ? [] : [{ of, region, from, to }];
    });
  });
}

/** What the blocks of a new resource say; what is there by then is not known yet. */
const declared = (blocks: Json | undefined, member: string): JsonObject =>
  Object.fromEntries(
    listIn(blocks)
      .map(objectIn)
      .flatMap((block) => (typeof block.region === 'string' ? [[block.region, block[member]] as const] : [])),
  );

function worded(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return `${value} %`;
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return undefined;
}
