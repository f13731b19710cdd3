import type { Findings } from '../../checking/findings';
import { takeOver, type Telling } from '../../creating/taken-over';
import { isWhollyKnown, type PlannedState } from '../../contract/value';
import { theUser, theUserName } from '../../identity/things';
import { settled } from '../../planning/plan-attributes';
import type { Place } from '../../values/place';
import { differencesFromNew } from '../fields/changes';
import { type Held, userExists, userExistsToo, usersWillBeAdopted, userWillBeAdopted } from '../diagnostics';
import type { UserState } from '../schema';

const TELLING: Telling = { thing: ({ id }) => theUser(id), one: userWillBeAdopted, many: usersWillBeAdopted };

/** As many as one reads: of a team that is declared anew beside its accounts, hundreds are taken. */
const TOLD_WHOLE = 5;

/** What the state has of the resource to which a new account belongs. */
interface Managed {
  /** The account of the same name. */
  readonly managedId?: string | null;
  /** Whether it has any, of whatever name; one that is gone is there for the quick connects that still point at it. */
  readonly held: Held;
}

/**
 * Whether the name of a new user is free. One that is in the state already is about to be destroyed or
 * replaced. One that equals the declaration is what an interrupted apply left: apply will adopt it.
 * @returns whether nobody who stays seems to have it
 */
export async function checkName(
  planned: PlannedState<UserState>,
  { managedId, held }: Managed,
  { instanceId, region }: Place,
  findings: Findings,
): Promise<boolean> {
  const { settings, ledger } = findings.context;
  const { name } = planned;
  if (typeof name !== 'string') return true;
  const found = await findings.look('SearchUsers', () => findings.connect.users.holderOf(instanceId, name, region));
  // Of another resource that has the account, the ledger tells.
  if (!found?.value || found.value.id === managedId || ledger.isOwned(theUser(found.value.id))) return true;
  const known = isWhollyKnown({ ...planned, id: null, arn: null, user_id: null, directory_user_id: null });
  const differing = known ? differencesFromNew(found.value, settled(planned), settings) : [];
  const adopted = known && differing.length === 0 && settings.adoptExisting === 'identical';
  const { id, username } = found.value;
  if (adopted) {
    await takeOver('users', { id, name: username }, TELLING, findings);
    return false;
  }
  const inState = held === 'nothing' && ledger.wasFoundGone(theUserName(instanceId, name)) ? 'another account' : held;
  const isKnown = inState !== 'nothing';
  const toldWhole = ledger.kept('user names that are taken, told with all that can be done', new Set<string>());
  if (!isKnown && toldWhole.size < TOLD_WHOLE) toldWhole.add(username);
  const [first = ''] = toldWhole;
  const isWhole = isKnown || toldWhole.has(username);
  findings.add(
    isWhole ? userExists(found.value, instanceId, differing, inState) : userExistsToo(found.value, instanceId, differing, first),
  );
  return false;
}
