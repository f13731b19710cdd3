import { inOrder } from '../../../custom-resources/values/order';
import type { Json } from '../read/json';
import type { Action, Plan, ResourceChange } from '../read/plan';
import { isKnown, UNKNOWN } from '../read/plan';
import type { Change } from './change';
import { isReplacedByItself } from './itself';
import { withKeptOfQuickConnect } from './kept';
import type { Label } from './user-changes';
import { userChanges } from './user-changes';
import { type ShareChange, shareChanges } from './shares';

/** A change of a resource that is told by its address, and of traffic by where it goes. */
export interface OtherChange {
  readonly stack: string;
  readonly type: string;
  readonly address: string;
  readonly verb: Exclude<Action, 'none' | 'read'> | 'import' | 'move' | 'deposed' | 'make again' | 'put back' | 'keep' | 'go along';
  /** Attributes that make it a replacement. */
  readonly replacedBy: readonly string[];
  /** What a quick connect or a group is called; nothing for what else there is. */
  readonly name: string | undefined;
  /** What changes of that. */
  readonly changes: readonly Change[];
  /** Names of the attributes that change, where their values are not told. */
  readonly attributes: readonly string[];
  /** Of the traffic of a group; none for what is something else. */
  readonly shares: readonly ShareChange[];
}

/**
 * All changes but those of accounts and memberships that people tell.
 * @param goingAlong ids of quick connects that are deleted with their users
 */
export function otherChanges(
  plans: readonly Plan[],
  told: ReadonlySet<ResourceChange>,
  goingAlong: ReadonlySet<string>,
  labelOf: (plan: Plan) => (address: string) => Label,
): readonly OtherChange[] {
  return plans
    .flatMap((plan) => {
      const { stack, changes } = plan;
      const drift = new Map(plan.drift.map((outside) => [outside.address, outside]));
      const labelAt = labelOf(plan);
      return changes.flatMap((change): readonly OtherChange[] => {
        const { type, address, action, importId, previousAddress, deposed, replacedBy } = change;
        if (change.mode === 'data' || action === 'read' || told.has(change)) return [];
        const verb = deposed
          ? 'deposed'
          : action !== 'none'
            ? (undone(change, drift.get(address)) ?? inTruth(change, goingAlong) ?? action)
            : importId !== undefined
              ? 'import'
              : previousAddress !== undefined
                ? 'move'
                : undefined;
        if (verb === undefined) return [];
        return [{ stack, type, address, verb, replacedBy, ...contents(change, labelAt), shares: shareChanges(change) }];
      });
    })
    .sort((a, b) => inOrder(a.verb, b.verb) || inOrder(a.type, b.type) || inOrder(a.address, b.address) || inOrder(a.stack, b.stack));
}

/** What comes of it, where that is not what Terraform sets out to do. */
function inTruth(change: ResourceChange, goingAlong: ReadonlySet<string>): 'keep' | 'go along' | undefined {
  if (change.action === 'replace' && isReplacedByItself(change)) return 'keep';
  const id = change.before?.quick_connect_id;
  return change.action === 'forget' && isKnown(id) && goingAlong.has(id) ? 'go along' : undefined;
}

/** What only undoes what somebody did outside Terraform is no intent of the configuration. */
function undone({ action, before, after }: ResourceChange, outside: ResourceChange | undefined): 'make again' | 'put back' | undefined {
  if (outside === undefined) return undefined;
  if (action === 'create') return outside.action === 'delete' ? 'make again' : undefined;
  const was = outside.before;
  if (action !== 'update' || !before || !after || !was) return undefined;
  const differing = Object.keys(after).filter((attribute) => !isEqual(before[attribute], after[attribute]));
  return differing.every((attribute) => isEqual(after[attribute], was[attribute])) ? 'put back' : undefined;
}

const isEqual = (left: Json | undefined, right: Json | undefined): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Of these the review knows the words of their settings. */
const SPELLED_OUT = /^connect_(quick_connect|traffic_distribution_group)$/;

function contents(change: ResourceChange, labelAt: (address: string) => Label): Pick<OtherChange, 'name' | 'changes' | 'attributes'> {
  const { type, address, action, before, after } = change;
  const isSpelledOut = SPELLED_OUT.test(type);
  const name = isSpelledOut ? [before?.name, after?.name].find(isKnown) : undefined;
  if (action !== 'update' || !before || !after) return { name, changes: [], attributes: [] };
  const differing = Object.keys(after).filter((attribute) => !isEqual(before[attribute], after[attribute]));
  const changes = isSpelledOut
    ? withKeptOfQuickConnect(userChanges(before, after, labelAt(address)), after)
        .filter(({ attribute }) => attribute !== ownId(type))
        .map((one) => (one.attribute === 'name' ? { ...one, noun: 'name' } : one))
    : [];
  const attributes = changes.length > 0 || type === 'connect_traffic_distribution' ? [] : differing.filter((one) => after[one] !== UNKNOWN);
  return { name, changes, attributes };
}

/** `quick_connect_id` of a `connect_quick_connect`: known only after apply where it points at somebody who is made anew. */
const ownId = (type: string): string => `${type.replace(/^connect_/, '')}_id`;
