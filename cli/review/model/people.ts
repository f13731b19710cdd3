import { inOrder } from '../../../custom-resources/values/order';
import { isObject, type JsonObject, listIn, textsIn } from '../read/json';
import { isKnown, type Plan, type ResourceChange } from '../read/plan';
import { type Change, changeKey } from './change';
import { Draft } from './draft';
import { isReplacedByItself } from './itself';
import { withKeptOfUser } from './kept';
import { type MembershipChange, membershipChanges, ONE, WHOLE_GROUP } from './memberships';
import { type Drift, type Person, rank, type Reason } from './person';
import { Resolver } from './resolve';
import type { Surroundings } from './surroundings';
import { type Label, userChanges } from './user-changes';
import { isTheirLoss, type User, USER } from './users';

export interface People {
  readonly people: readonly Person[];
  /** All that begins and ends, people who join and leave included. */
  readonly memberships: readonly MembershipChange[];
  /** The changes that are told so; what else changes of accounts and memberships is none that people would notice. */
  readonly told: ReadonlySet<ResourceChange>;
}

/** Everybody of whom some plan changes something, who has most to fear first, then in the order of their names. */
export function peopleIn(plans: readonly Plan[], around: Surroundings): People {
  const drafts = new Map<string, Draft>();
  const draftOf = (user: User, stack: string): Draft => {
    const draft = drafts.get(user.key) ?? new Draft(user);
    drafts.set(user.key, draft);
    draft.stacks.add(stack);
    return draft;
  };
  const memberships: MembershipChange[] = [];
  const leaving = leavingIn(plans);
  const told = new Set<ResourceChange>();
  for (const plan of plans) {
    const resolver = new Resolver(plan, around.users, around.names);
    const drift = new Map(plan.drift.map((change) => [change.address, change]));
    for (const change of plan.changes) {
      if (change.deposed) continue;
      const theirs = isTheirLoss(change);
      const outside = theirs ? undefined : drift.get(change.address);
      if (change.type === USER || theirs) {
        const user = around.users.at(plan.stack, change.address);
        if (!user || !isTold(change, outside)) continue;
        const draft = draftOf(user, plan.stack);
        tell(draft, change, outside, resolver.labelAt(change.address), user.userId !== undefined);
        // The AWS provider deletes an account, and nothing else.
        if (theirs) draft.retains = true;
        else if (change.action === 'delete' || change.action === 'replace') draft.untold = around.whyUntold(plan, change);
        if (draft.fates.size > 0) told.add(change);
      } else if (change.type === ONE || change.type === WHOLE_GROUP) {
        const ones = membershipChanges(change, outside, leaving, resolver.keyOf);
        for (const membership of ones) draftOf(around.users.of(membership.user), plan.stack).member(membership);
        memberships.push(...ones);
        if (ones.length > 0 && (change.type === ONE || change.action !== 'forget')) told.add(change);
        if (change.action === 'replace' || change.previousAddress !== undefined) told.add(change);
      }
    }
    // What the plan has nothing to do about: the plan of -refresh-only, or an agent whom the configuration no longer has either.
    const planned = new Set(plan.changes.map(({ address }) => address));
    for (const outside of plan.drift) {
      const user = outside.type === USER && !planned.has(outside.address) ? around.users.at(plan.stack, outside.address) : undefined;
      if (user) tellChanges(draftOf(user, plan.stack), { ...outside, action: 'none' }, outside, resolver.labelAt(outside.address));
    }
  }
  const people = [...drafts.values()].map((draft) => draft.finished(around));
  return { people: people.filter(({ fates }) => fates.size > 0).sort(byRank), memberships, told };
}

/** Ids of the accounts that the plans delete. */
const leavingIn = (plans: readonly Plan[]): ReadonlySet<string> =>
  new Set(
    plans.flatMap(({ changes }) =>
      changes.flatMap(({ type, action, before }) =>
        type === USER && action === 'delete' && isKnown(before?.user_id) ? [before.user_id] : [],
      ),
    ),
  );

const byRank = (a: Person, b: Person): number => rank(a) - rank(b) || inOrder(a.login, b.login) || inOrder(a.userId ?? '', b.userId ?? '');

const isTold = (change: ResourceChange, outside: ResourceChange | undefined): boolean =>
  change.action !== 'none' || change.importId !== undefined || change.previousAddress !== undefined || outside !== undefined;

/** @param exists whether there is an account: one that is to be created is then taken over */
function tell(draft: Draft, change: ResourceChange, outside: ResourceChange | undefined, label: Label, exists: boolean): void {
  const { action, before, after } = change;
  if (change.importId !== undefined) draft.fates.add('imported');
  if (change.previousAddress !== undefined && action !== 'delete') {
    draft.fates.add('moved');
    draft.movedFrom = change.previousAddress;
  }
  draft.retains ||= before?.quick_connects_on_delete === 'retain';
  if (action === 'create') draft.fates.add(exists ? 'taken over' : outside?.action === 'delete' ? 'made again' : 'joins');
  if (action === 'delete') draft.fates.add('leaves');
  if (action === 'forget') draft.fates.add('let go');
  if (after && (action === 'create' || action === 'replace')) draft.madeWith = madeWith(after, label);
  if (action === 'replace') {
    draft.fates.add(isReplacedByItself(change) ? 'kept' : 'replaced');
    draft.reason = reasonOf(change, label);
    draft.createdFirst = change.createsFirst;
  }
  tellChanges(draft, change, outside, label);
}

/** What the plan gives back that was changed outside is no intent of the configuration. */
function tellChanges(draft: Draft, { action, before, after }: ResourceChange, outside: ResourceChange | undefined, label: Label): void {
  if (outside?.action === 'delete' && action !== 'create') {
    draft.deletedOutside = true;
    draft.fates.add('changed outside');
  }
  const planned = before && after ? plannedChanges(action, before, after, label) : [];
  const drift = outside?.before && outside.after ? userChanges(outside.before, outside.after, label) : [];
  const keys = new Set(planned.map(changeKey));
  const back = (change: Change): string => changeKey({ ...change, ...swapped(change) });
  const undone = new Set(drift.map(back));
  draft.changes.push(...planned.filter((change) => !undone.has(changeKey(change))));
  const again = new Set(planned.filter(({ member }) => !member).map(slot));
  const fateOf = (change: Change): Drift['plan'] =>
    action === 'delete'
      ? undefined
      : keys.has(back(change))
        ? 'puts it back'
        : !change.member && again.has(slot(change))
          ? 'changes it again'
          : 'leaves it';
  draft.drift.push(...drift.map((change) => ({ ...change, plan: fateOf(change) })));
  if (action !== 'replace' && draft.changes.length > 0) draft.fates.add('changes settings');
  if (drift.length > 0) draft.fates.add('changed outside');
}

/** An account that is made anew keeps nothing. */
function plannedChanges(action: ResourceChange['action'], before: JsonObject, after: JsonObject, label: Label): readonly Change[] {
  if (action !== 'update' && action !== 'replace') return [];
  const changes = userChanges(before, after, label);
  return action === 'update' ? withKeptOfUser(changes, after) : changes;
}

/** What has one value at a time. */
const slot = ({ attribute, noun, of }: Change): string => JSON.stringify([attribute, noun, of]);

const swapped = ({ from, to }: { readonly from?: string; readonly to?: string }) => ({ from: to, to: from });

const madeWith = (after: JsonObject, label: Label): Person['madeWith'] => ({
  routingProfile: label('routing_profile_id', after.routing_profile_id ?? null),
  securityProfiles: Array.isArray(after.security_profile_ids)
    ? textsIn(after.security_profile_ids)
        .map((id) => label('security_profile_id', id))
        .sort()
    : listIn([after.security_profile_ids ?? null]).map((value) => label('security_profile_ids', value)),
});

function reasonOf({ reason, replacedBy, before, after }: ResourceChange, label: Label): Reason {
  if (reason === 'replace_because_tainted') return { kind: 'tainted' };
  if (reason === 'replace_by_request' || reason === 'replace_by_triggers') return { kind: 'asked for' };
  if (replacedBy.includes('user_id')) return { kind: 'gone, but quick connects point at it' };
  const changes = isObject(before) && isObject(after) ? userChanges(before, after, label) : [];
  const causes = changes.filter(({ attribute }) => replacedBy.includes(attribute));
  return causes.length > 0 ? { kind: 'changes', changes: causes } : { kind: 'not told' };
}
