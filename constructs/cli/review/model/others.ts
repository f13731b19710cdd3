import type { Action, Plan } from '../read/plan';
import { ONE, WHOLE_GROUP } from './memberships';
import { compare } from './compare';
import { USER } from './users';

/** A change of a resource that is no agent and no membership: it is told by its address alone. */
export interface OtherChange {
  readonly stack: string;
  readonly type: string;
  readonly address: string;
  readonly verb: Exclude<Action, 'none' | 'read'> | 'import' | 'move' | 'deposed';
  /** Attributes that make it a replacement. */
  readonly replacedBy: readonly string[];
}

const PEOPLE = new Set([USER, ONE, WHOLE_GROUP]);

/** Of memberships and agents only what no person tells: objects that an interrupted replacement left. */
export function otherChanges(plans: readonly Plan[]): readonly OtherChange[] {
  return plans
    .flatMap(({ stack, changes }) =>
      changes.flatMap((change): readonly OtherChange[] => {
        const { type, address, action, importId, previousAddress, deposed, replacedBy } = change;
        if (change.mode === 'data' || action === 'read' || (PEOPLE.has(type) && !deposed)) return [];
        const verb = deposed
          ? 'deposed'
          : action !== 'none'
            ? action
            : importId !== undefined
              ? 'import'
              : previousAddress !== undefined
                ? 'move'
                : undefined;
        return verb === undefined ? [] : [{ stack, type, address, verb, replacedBy }];
      }),
    )
    .sort((a, b) => compare(a.verb, b.verb) || compare(a.type, b.type) || compare(a.address, b.address) || compare(a.stack, b.stack));
}
