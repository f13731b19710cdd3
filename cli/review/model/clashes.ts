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

/** By the id of the account. */
export interface Holders {
  readonly clashes: ReadonlyMap<string, Clash>;
  /** Of accounts that one resource lets go: the one that has it from then on. */
  readonly goesTo: ReadonlyMap<string, Holder>;
}

/**
 * Within one provider and one stack the plan of a clash fails by itself: these are of two stacks, or of the AWS provider and ours.
 */
export function holdersIn(plans: readonly Plan[], users: Users): Holders {
  const [deleted, forgotten, kept] = [new Map<string, Holder>(), new Map<string, Holder>(), new Map<string, Holder>()];
  for (const { stack, changes } of plans)
    for (const change of changes) {
      const id = isAccount(change) && !change.deposed ? users.at(stack, change.address)?.userId : undefined;
      if (id === undefined) continue;
      (change.action === 'forget' ? forgotten : ends(change) ? deleted : kept).set(id, { type: change.type, stack });
    }
  const clashes = [...deleted].flatMap(([id, deletedBy]) => {
    const keptBy = kept.get(id);
    return keptBy === undefined ? [] : [[id, { deletedBy, keptBy }] as const];
  });
  return { clashes: new Map(clashes), goesTo: new Map([...kept].filter(([id]) => forgotten.has(id))) };
}

const ends = (change: ResourceChange): boolean =>
  change.action === 'delete' || (change.action === 'replace' && !isReplacedByItself(change));
