import type { QuickConnect } from '../../../connect/gateway';
import { packed } from '../../checking/packed';
import { type Diagnostic, warningAt } from '../../contract/diagnostic';
import { quoted } from '../../values/quoted';

/*
 * What is told of users who are destroyed, and no resource of the plan has shown yet: one warning of each kind, with all of them in it. What
 * resources declare may be shown later, so no text says that nobody declares it. The review reads these lines (cli/review/model/side-effects.ts).
 */

type Named = { readonly id: string; readonly name: string };
type Offered = QuickConnect & {
  /** Names of the queues that offer it. */
  readonly queues: readonly string[];
};

/** A user who is destroyed, and what it has that the plan does not show. */
export interface Leaver {
  readonly name: string;
  readonly userId: string;
  /** The name of the user that takes its place, and gets what goes on. */
  readonly successor?: string | undefined;
  /** Whether that differs in more than the user name: with create_before_destroy it is not known for the successor. */
  readonly isUnlike?: boolean;
  /** Those that are deleted. */
  readonly quickConnects: readonly Offered[];
  readonly quickConnectsGoingOn: readonly Offered[];
  /** Of which it is a member. */
  readonly groups: readonly Named[];
}

/** First what nobody can undo. */
export function toldOf(leavers: readonly Leaver[]): readonly Diagnostic[] {
  const byName = (one: Leaver, other: Leaver): number => (one.name < other.name ? -1 : 1);
  const sorted = [...leavers].sort(byName);
  const without = sorted.filter(({ successor }) => successor === undefined);
  const ending = new Set(without.map(({ userId }) => userId));
  // Whom one resource destroys and another declares has no successor: that plan is an error, and only looks like a replacement.
  const replaced = sorted.filter(({ successor, userId }) => successor !== undefined && !ending.has(userId));
  const kinds = [
    told([...without, ...replaced].sort(byName), ({ quickConnects }) => quickConnects.map(quickConnectLine), quickConnectsGoAlong, alone),
    told(without, ({ groups }) => groups.map((group) => `${membershipLine(group)} ends`), membershipsGoAlong, alone),
    told(replaced, ({ quickConnectsGoingOn }) => quickConnectsGoingOn.map(quickConnectLine), quickConnectsGoOn, handingOn),
    told(replaced, ({ groups }) => groups.map(membershipLine), membershipsGoOn, handingOn),
  ];
  return kinds.flat();
}

/** @param lines what is told of one user */
function told(
  users: readonly Leaver[],
  lines: (user: Leaver) => readonly string[],
  diagnostic: (text: string) => Diagnostic,
  heading: (user: Leaver) => string,
): readonly Diagnostic[] {
  const blocks = users.flatMap((user) => {
    const found = lines(user);
    return found.length > 0 ? [[heading(user), ...found].join('\n')] : [];
  });
  return packed(blocks).map(diagnostic);
}

const alone = ({ name, userId }: Leaver): string => `With the user ${quoted(name)} (${userId}):`;

/** Stands beside a successor whom create_before_destroy does not find. */
const UNLIKE = ', unless by create_before_destroy';

const handingOn = ({ name, userId, successor = '', isUnlike = false }: Leaver): string =>
  `From the user ${quoted(name)} (${userId}) to ${quoted(successor)}${isUnlike ? UNLIKE : ''}:`;

const quickConnectLine = ({ name, id, queues }: Offered): string =>
  `  - the quick connect ${quoted(name)} (${id})${queues.length > 0 ? `, which agents are offered in ${queues.map(quoted).join(', ')}` : ''}`;

const membershipLine = ({ id, name }: Named): string => `  - the membership in the traffic distribution group ${quoted(name)} (${id})`;

const quickConnectsGoAlong = (usersWithQuickConnects: string): Diagnostic =>
  warningAt(
    [],
    'Quick connects are deleted with their user',
    `${usersWithQuickConnects}\nOne that a connect_quick_connect declares may be among them, where Terraform plans it after the users: the plan shows what becomes of it, and it is made again if it points at somebody else by then. To keep the others, set quick_connects_on_delete = "retain" for the user and apply that first.`,
  );

const membershipsGoAlong = (usersWithMemberships: string): Diagnostic =>
  warningAt(
    [],
    'Memberships end with their users',
    `${usersWithMemberships}\nNothing has to be done about them: who is deleted is in no group. One that a resource declares may be among them: where its block stays, as with "for_each" and "count", Terraform plans it after the users, and then the plan shows its end, too.`,
  );

const quickConnectsGoOn = (usersWithQuickConnects: string): Diagnostic =>
  warningAt(
    [],
    'Quick connects go on to the successor of their user',
    `${usersWithQuickConnects}\nThey stay as they are, and in their queues. With create_before_destroy Terraform does not tell the provider who the successor is: they go on to the one user of the same first and last name who differs in nothing but the user name, and are deleted where that is not one; an account that keeps its user name then stays, with all that it has.${usersWithQuickConnects.includes(UNLIKE) ? ' Where create_before_destroy is in force, change other settings in another apply than the user name.' : ''}`,
  );

const membershipsGoOn = (usersWithMemberships: string): Diagnostic =>
  warningAt(
    [],
    'Memberships go on to the successors of their users',
    `${usersWithMemberships}\nThe new accounts are put into these groups, and nothing has to be done about it. A membership that a resource declares is shown with that, too.${usersWithMemberships.includes(UNLIKE) ? ' By create_before_destroy, those of a user whose successor differs in more than the user name just end. Where that is in force, change other settings in another apply than the user name.' : ''}`,
  );
