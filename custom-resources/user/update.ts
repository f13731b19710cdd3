import type { Gateway } from '../../connect/gateway';
import type { Context, Reconciliation } from '../contract/resource';
import type { PrivateData } from '../contract/value';
import { callFailed } from '../failures/diagnostics';
import { type Group, userChanges } from './changes';
import { changedOutside, userVanished } from './diagnostics';
import { asOfWrite } from './expectation';
import { asObserved } from './from-connect';
import { ATTRIBUTES, NOUN } from './attribute-groups';
import { afterOperation } from './half-written';
import { lookAtUser } from './look-at-user';
import { movedMark } from './moved';
import { execute } from './execute';
import { proficienciesWritten, whileRecent } from './proficiencies';
import type { UserState } from './schema';
import { proficiencies, userRef } from './to-connect';

/**
 * Brings an existing user to what is planned: looks at it, and calls for those attribute groups that
 * the plan announced and that still differ. Other groups that changed meanwhile are reported, not touched.
 */
export async function updateUser(
  connect: Gateway,
  prior: UserState,
  desired: UserState,
  known: PrivateData,
  context: Context,
  deadline: number,
): Promise<Reconciliation<UserState>> {
  const announced = new Set(userChanges(asObserved(prior), desired, context.settings, prior).map(({ group }) => group));
  if (announced.size === 0) return { state: desired };
  const user = { ...userRef(desired, prior.user_id ?? ''), arn: prior.arn ?? '' };
  const looked = { ref: user, held: proficiencies(prior), known };
  const observed = await lookAtUser(connect, looked, announced.has('proficiencies'), context);
  if (!observed.ok) return { state: prior, diagnostics: [callFailed(`reading the user "${prior.name}" (${user.userId})`, observed.failure)] };
  if (!observed.value) return { state: prior, diagnostics: [userVanished(user.userId)] };

  const changes = userChanges(observed.value, desired, context.settings, prior);
  const pending = changes.filter(({ group }) => announced.has(group));
  let at: number | undefined;
  let recent = whileRecent(known, context);
  for (const [index, operation] of pending.entries()) {
    const outcome = await execute(connect, user, operation, context, deadline);
    if (outcome.ok) {
      at = outcome.value.at ?? at;
      if (operation.group === 'proficiencies') recent = proficienciesWritten(at);
      continue;
    }
    const undone = new Set(pending.slice(index).map(({ group }) => group));
    const begun = pending.slice(0, index).filter(({ group }) => undone.has(group));
    return {
      state: begun.reduce((state, done) => afterOperation(state, done, desired), without(undone, desired, prior)),
      private: { ...recent, ...movedMark(known) },
      diagnostics: [callFailed(`updating the ${NOUN[operation.group]} of the user "${prior.name}" (${user.userId})`, outcome.failure, [ATTRIBUTES[operation.group][0]])],
    };
  }
  const outside = [...new Set(changes.map(({ group }) => group))].filter((group) => !announced.has(group));
  const allKnown = outside.length === 0 && (observed.value.proficiencies !== undefined || desired.proficiency.length === 0);
  return {
    state: desired,
    private: { ...(allKnown && asOfWrite(at)), ...recent, ...movedMark(known) },
    ...(outside.length > 0 && { diagnostics: [changedOutside(outside.map((group) => NOUN[group]))] }),
  };
}

/** What exists after a failure: the desired state but for the groups that were not written. */
function without(undone: ReadonlySet<Group>, desired: UserState, prior: UserState): UserState {
  const kept = new Set([...undone].flatMap((group) => ATTRIBUTES[group]));
  return Object.fromEntries(
    Object.entries(desired).map(([name, value]) => [name, kept.has(name as keyof UserState) ? prior[name as keyof UserState] : value]),
  ) as UserState;
}
