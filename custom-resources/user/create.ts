import type { Proficiency } from '../../connect/gateway';
import type { Reconciliation } from '../contract/resource';
import { makeOrAdopt } from '../creating/make-or-adopt';
import { callFailed } from '../failures/diagnostics';
import { theUser } from '../identity/things';
import { idWithin } from '../values/identifiers';
import { declaredPlace } from '../values/place';
import { justCreated } from '../waiting/read-new';
import type { Work } from '../waiting/timeouts';
import { differencesFromNew, proficiencyChanges } from './fields/changes';
import { keptAsTainted, userAdopted, userExists, userLeaving } from './diagnostics';
import { execute } from './execute';
import { asOf, asOfWrite, proficienciesWritten } from './private-data';
import type { UserState } from './schema';
import { newUser, proficiencies, userRef } from './fields/to-connect';

export type Creation = Reconciliation<UserState> & {
  /** The account was there before, and is not ours to taint: Terraform would delete it. The next apply can adopt it again. */
  readonly adopted?: boolean;
};

const WAITS = {
  unseen: 'the user name is taken by a user who is not found yet',
  leaving: 'the user name is taken by a user whom this apply removes',
};

/**
 * CreateUser, and the calls for what CreateUser does not take. Once the account exists, it is never lost.
 * @param answered is told that the service has taken or refused the first CreateUser
 */
export async function createUser(
  work: Work,
  desired: UserState,
  password: string | null,
  answered: () => void = () => undefined,
): Promise<Creation> {
  const {
    connect: { users },
    context,
  } = work;
  const { instanceId, region } = declaredPlace(desired);
  const declared = proficiencies(desired);
  /** Those of who has the name. */
  let held: readonly Proficiency[] = [];
  const account = await makeOrAdopt(work, {
    action: `creating the user "${desired.name}"`,
    waits: WAITS,
    thing: theUser,
    async create() {
      const created = await users.create(newUser(desired, password));
      answered();
      return created;
    },
    findHolder: () => users.findByUsername(instanceId, desired.name, region),
    async differing(holder) {
      const listed = declared.length > 0 ? await users.listProficiencies(userRef(desired, holder.id)) : undefined;
      if (listed?.ok === false) return callFailed(`reading the proficiencies of the user "${desired.name}"`, listed.failure);
      held = listed?.value.proficiencies ?? [];
      return differencesFromNew(holder, desired, context.settings);
    },
    taken: (holder, differing) => userExists(holder, instanceId, differing),
    adopted: userAdopted,
    stays: userLeaving,
  });
  if ('failed' in account) return { diagnostics: account.failed };

  const { id, arn } = 'holder' in account ? account.holder : account.made;
  const { diagnostics } = account;
  // With "never", only one whose creation this process lost sight of is taken over.
  const adopted = 'holder' in account && context.settings.adoptExisting !== 'never';
  const state: UserState = { ...desired, id: idWithin(desired.instance_id, id), user_id: id, arn };
  let known = 'holder' in account ? asOf(account.holder.lastModified) : asOfWrite(account.made.at);
  for (const operation of proficiencyChanges('holder' in account ? held : [], declared, [])) {
    const outcome = await execute(work, { ...userRef(desired, id), arn }, operation);
    if (outcome.ok) {
      known = { ...asOfWrite(outcome.value.at), ...proficienciesWritten(outcome.value.at) };
      continue;
    }
    const problem = callFailed(`setting the proficiencies of the user "${desired.name}" (${id})`, outcome.failure, ['proficiency']);
    if (adopted) {
      context.ledger.unmade(theUser(id));
      return { diagnostics: [problem] };
    }
    return {
      state: { ...state, proficiency: [] },
      private: justCreated(context),
      diagnostics: [...diagnostics, keptAsTainted(problem)],
    };
  }
  return { state, private: { ...known, ...justCreated(context) }, adopted, diagnostics };
}
