import { type InstanceSnapshot, snapshot } from '../../emulator/control/snapshot';
import type { World } from '../../emulator/state/world';
import { type Colour, paint } from './screen';

/** An agent, as the table shows it: a text for each column. */
type Row = readonly string[];

/** Who was there, by login. */
export type Team = ReadonlyMap<string, Row>;

const COLUMNS = ['login', 'name', 'routing profile', 'security profiles', 'groups', 'quick connects'] as const;

export const teamOf = (world: World): Team =>
  new Map(
    snapshot(world)
      .instances.flatMap((instance) => instance.users.map((user): [string, Row] => [user.Username, rowOf(instance, user)]))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The agents who are there now; marked are those who came, changed or left since `before`. */
export function teamTable(before: Team, now: Team): string {
  if (now.size === 0 && before.size === 0) return 'There are no agents.';
  const everybody = [...new Map([...before, ...now])].sort(([a], [b]) => (a < b ? -1 : 1));
  const widths = COLUMNS.map((column, index) => Math.max(column.length, ...everybody.map(([, row]) => row[index]?.length ?? 0)));
  const line = (row: Row): string =>
    row
      .map((text, index) => text.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  const body = everybody.map(([login, row]) => {
    const [mark, colour] = markOf(before.get(login), now.get(login));
    const text = `${mark} ${line(row)}`;
    return colour === undefined ? text : paint(colour, text);
  });
  return [paint('bold', `  ${line(COLUMNS)}`), paint('dim', `  ${widths.map((width) => '─'.repeat(width)).join('  ')}`), ...body].join(
    '\n',
  );
}

/** As Terraform marks them. */
function markOf(before: Row | undefined, now: Row | undefined): readonly [string, Colour | undefined] {
  if (now === undefined) return ['-', 'red'];
  if (before === undefined) return ['+', 'green'];
  return before.join() === now.join() ? [' ', undefined] : ['~', 'yellow'];
}

function rowOf(instance: InstanceSnapshot, user: InstanceSnapshot['users'][number]): Row {
  const { FirstName = '', LastName = '' } = user.IdentityInfo;
  const called = (things: readonly { readonly Id: string; readonly Name: string }[], ids: readonly (string | undefined)[]): string =>
    things
      .filter(({ Id }) => ids.includes(Id))
      .map(({ Name }) => Name)
      .join(', ');
  const quickConnects = instance.quickConnects.filter(({ QuickConnectConfig }) => QuickConnectConfig.UserConfig?.UserId === user.Id);
  return [
    user.Username,
    `${FirstName} ${LastName}`,
    called(instance.routingProfiles, [user.RoutingProfileId]),
    called(instance.securityProfiles, user.SecurityProfileIds),
    instance.groups
      .filter(({ members }) => members.includes(user.Id))
      .map(({ Name }) => Name)
      .join(', '),
    quickConnects.map(({ Name }) => Name).join(', '),
  ];
}
