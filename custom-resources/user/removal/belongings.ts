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
    `${usersWithQuickConnects}\nThe list may hold quick connects that connect_quick_connect resources declare, if Terraform plans them after the users. The plan shows what happens to those: one that is to point at somebody else is made again. To keep the others, set quick_connects_on_delete = "retain" for the user, and apply that first.`,
  );

const membershipsGoAlong = (usersWithMemberships: string): Diagnostic =>
  warningAt(
    [],
    'Memberships end with their users',
    `${usersWithMemberships}\nYou need not do anything: a deleted user is in no group. The list may hold memberships that resources declare. If their block stays, as with "for_each" and "count", Terraform plans them after the users, and the plan shows their end too.`,
  );

const quickConnectsGoOn = (usersWithQuickConnects: string): Diagnostic =>
  warningAt(
    [],
    'Quick connects go on to the successor of their user',
    `${usersWithQuickConnects}\nThey stay as they are, and in their queues. With create_before_destroy, Terraform does not tell the provider who the successor is. The provider then takes the only user with the same first and last name who differs in nothing but the user name. If there is no such user, or more than one, the quick connects are deleted. An account that keeps its user name stays then, with all that it has.${usersWithQuickConnects.includes(UNLIKE) ? ' With create_before_destroy, change the user name in one apply and other settings in another.' : ''}`,
  );

const membershipsGoOn = (usersWithMemberships: string): Diagnostic =>
  warningAt(
    [],
    'Memberships go on to the successors of their users',
    `${usersWithMemberships}\nApply puts the new accounts into these groups: you need not do anything. The list may hold memberships that resources declare: the plan shows those too.${usersWithMemberships.includes(UNLIKE) ? ' With create_before_destroy, the memberships end without a successor if it differs in more than the user name. Then change the user name in one apply and other settings in another.' : ''}`,
  );
