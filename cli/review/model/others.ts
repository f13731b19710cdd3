import type { Action, Plan, ResourceChange } from '../read/plan';
import { compare } from './compare';
import { type ShareChange, shareChanges } from './shares';

/** A change of a resource that is told by its address, and of traffic by where it goes. */
export interface OtherChange {
  readonly stack: string;
  readonly type: string;
  readonly address: string;
  readonly verb: Exclude<Action, 'none' | 'read'> | 'import' | 'move' | 'deposed';
  /** Attributes that make it a replacement. */
  readonly replacedBy: readonly string[];
  /** Of the traffic of a group; none for what is something else. */
  readonly shares: readonly ShareChange[];
}

/** All changes but those of accounts and memberships that people tell. */
export function otherChanges(plans: readonly Plan[], told: ReadonlySet<ResourceChange>): readonly OtherChange[] {
  return plans
    .flatMap(({ stack, changes }) =>
      changes.flatMap((change): readonly OtherChange[] => {
        const { type, address, action, importId, previousAddress, deposed, replacedBy } = change;
        if (change.mode === 'data' || action === 'read' || told.has(change)) return [];
        const verb = deposed
          ? 'deposed'
          : action !== 'none'
            ? action
            : importId !== undefined
              ? 'import'
              : previousAddress !== undefined
                ? 'move'
                : undefined;
        return verb === undefined ? [] : [{ stack, type, address, verb, replacedBy, shares: shareChanges(change) }];
      }),
    )
    .sort((a, b) => compare(a.verb, b.verb) || compare(a.type, b.type) || compare(a.address, b.address) || compare(a.stack, b.stack));
}
