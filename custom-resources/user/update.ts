import type { Outcome } from '../../connect/failure';
import type { Written } from '../../connect/gateway';
import type { Diagnostic } from '../contract/diagnostic';
import type { Reconciliation } from '../contract/resource';
import type { PrivateData } from '../contract/value';
import { callFailed } from '../failures/diagnostics';
import { announcedTagChanges, withoutTags } from '../values/tags';
import type { Work } from '../waiting/timeouts';
import {
  ATTRIBUTES,
  declaredAlone,
  type Group,
  keyOf,
  NOUN,
  type Operation,
  tagOperations,
  userChanges,
  withoutEmptyAddresses,
} from './fields/changes';
import { addressKept, changedOutside, named, userVanished } from './diagnostics';
import { execute } from './execute';
import { asObserved, proficienciesShown } from './fields/from-connect';
import { lookAtUser } from './observe';
import { asOfWrite, movedMark, proficienciesWritten, whileRecent } from './private-data';
import type { UserState } from './schema';
import { proficiencies, userRef } from './fields/to-connect';

/**
 * Brings an existing user to what is planned: looks at it, and calls for those attribute groups that
 * the plan announced and that still differ; of the tags, for those. What else changed meanwhile is reported, not touched.
 */
export async function updateUser(work: Work, prior: UserState, desired: UserState, known: PrivateData): Promise<Reconciliation<UserState>> {
  const { connect, context } = work;
  const announced = new Set(userChanges(asObserved(prior), desired, context.settings, prior).map(({ group }) => group));
  if (announced.size === 0) return { state: desired };
  const user = userRef(desired, prior.user_id ?? '');
  const looked = { connect, context, ref: user, held: proficiencies(prior), known };
  const observed = await lookAtUser(looked, announced.has('proficiencies'));
  if (!observed.ok) return { state: prior, diagnostics: [callFailed(`reading the user ${named(prior)}`, observed.failure)] };
  if (!observed.value) return { state: prior, diagnostics: [userVanished(named(prior))] };

  /** The state may have that of another Region. */
  const { arn } = observed.value.user;
  const changes = userChanges(observed.value, desired, context.settings, prior);
  const tags = announcedTagChanges(context.settings, {
    before: prior.tags_all,
    observed: observed.value.user.tags,
    desired: desired.tags_all,
  });
  const pending = [...changes.filter(({ group }) => group !== 'tags' && announced.has(group)), ...tagOperations(tags)];
  let at: number | undefined;
  let recent = whileRecent(known, context);
  const told: Diagnostic[] = [];
  for (const [index, operation] of pending.entries()) {
    const outcome = await asFarAsTaken(work, { ...user, arn }, operation, declaredAlone(operation, desired, prior));
    if (outcome.ok) {
      at = outcome.value.at ?? at;
      if (outcome.addressLeftOut) told.push(addressKept());
      if (operation.group === 'proficiencies') recent = proficienciesWritten(at);
      continue;
    }
    const undone = new Set(pending.slice(index).map(({ group }) => group));
    const begun = pending.slice(0, index).filter(({ group }) => undone.has(group));
    return {
      state: begun.reduce(afterOperation, without(undone, desired, prior)),
      private: { ...recent, ...movedMark(known) },
      diagnostics: [
        ...told,
        callFailed(`updating the ${NOUN[operation.group]} of the user ${named(prior)}`, outcome.failure, [ATTRIBUTES[operation.group][0]]),
      ],
    };
  }
  const outside = [...new Set(changes.map(({ group }) => group))].filter((group) =>
    group === 'tags' ? tags.left.length > 0 : !announced.has(group),
  );
  if (outside.length > 0) told.push(changedOutside(outside.map((group) => NOUN[group])));
  const allKnown = outside.length === 0 && (observed.value.proficiencies !== undefined || desired.proficiency.length === 0);
  return {
    state: desired,
    private: { ...(allKnown && asOfWrite(at)), ...recent, ...movedMark(known) },
    ...(told.length > 0 && { diagnostics: told }),
  };
}

type User = Parameters<typeof execute>[1];
/** `addressLeftOut`: an e-mail address that is to be taken away is not in what Connect took. */
type Taken = Outcome<Written> & { readonly addressLeftOut?: true };

/**
 * Executes an operation; and where it is refused, without what nobody declares, if the instance may refuse it for that, and then without
 * the addresses that it takes away: Connect may not take them empty, and may keep what is left out.
 */
async function asFarAsTaken(work: Work, user: User, operation: Operation, declared: Operation | undefined): Promise<Taken> {
  const first = await execute(work, user, operation);
  if (first.ok || first.failure.kind !== 'invalid') return first;
  const narrower = declared && (await mayRefuseParts(work, user)) ? declared : undefined;
  const second = narrower ? await execute(work, user, narrower) : first;
  if (second.ok || second.failure.kind !== 'invalid') return second;
  const full = withoutEmptyAddresses(narrower ?? operation);
  const third = full && (await execute(work, user, full));
  return third?.ok ? { ...third, addressLeftOut: true } : second;
}

/**
 * An instance that uses SAML takes no e-mail address, and one with a directory no names, also not those that it shows. Where Connect keeps the users
 * itself the reason is another one, and what a request leaves out might be lost.
 */
async function mayRefuseParts({ connect }: Work, user: User): Promise<boolean> {
  const instance = await connect.instances.find(user.instanceId, user.region);
  return instance.ok && instance.value !== undefined && instance.value.identityManagement !== 'CONNECT_MANAGED';
}

/** What exists after a failure: the desired state but for the groups that were not written. */
function without(undone: ReadonlySet<Group>, desired: UserState, prior: UserState): UserState {
  const kept = new Set([...undone].flatMap((group) => ATTRIBUTES[group]));
  return Object.fromEntries(
    Object.entries(desired).map(([name, value]) => [name, kept.has(name as keyof UserState) ? prior[name as keyof UserState] : value]),
  ) as UserState;
}

/**
 * What a state is after an operation of a group whose next operation failed: proficiencies and tags take several, and tags are set last.
 * Other groups take one, and are written or not.
 */
function afterOperation(state: UserState, operation: Operation): UserState {
  if (operation.group === 'proficiencies') {
    const { verb, proficiencies: changed } = operation;
    const gone = new Set(verb === 'disassociate' ? changed.map(keyOf) : []);
    const held = proficiencies(state).filter((one) => !gone.has(keyOf(one)));
    return { ...state, proficiency: proficienciesShown(verb === 'disassociate' ? held : [...held, ...changed]) };
  }
  return operation.group === 'tags' && operation.verb === 'untag' ? withoutTags(state, operation.keys) : state;
}
