import type { Plan, ResourceChange } from '../read/plan';
import { isReplacedByItself } from './itself';
import { isAccount, type Users } from './users';

/** One account that a resource of the plans deletes and another one keeps: it would be gone although it is declared. */
export interface Clash {
  readonly deletedBy: Holder;
  readonly keptBy: Holder;
}

export interface Holder {
  readonly type: string;
  readonly stack: string;
}

/**
 * By the id of the account. Within one provider and one stack the plan fails by itself: these are of two stacks, or of the AWS provider and ours.
 */
export function clashesIn(plans: readonly Plan[], users: Users): ReadonlyMap<string, Clash> {
  const [deleted, kept] = [new Map<string, Holder>(), new Map<string, Holder>()];
  for (const { stack, changes } of plans)
    for (const change of changes) {
      const id = isAccount(change) && !change.deposed ? users.at(stack, change.address)?.userId : undefined;
      if (id === undefined || change.action === 'forget') continue;
      (ends(change) ? deleted : kept).set(id, { type: change.type, stack });
    }
  return new Map(
    [...deleted].flatMap(([id, deletedBy]) => {
      const keptBy = kept.get(id);
      return keptBy === undefined ? [] : [[id, { deletedBy, keptBy }] as const];
    }),
  );
}

const ends = (change: ResourceChange): boolean =>
  change.action === 'delete' || (change.action === 'replace' && !isReplacedByItself(change));
