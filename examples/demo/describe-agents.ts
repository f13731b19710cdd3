import { snapshot } from '../../emulator/control/snapshot';
import type { World } from '../../emulator/state/world';

/** Who is in the emulated contact centre: a line for each agent, by user name, with its groups. */
export function describeAgents(world: World): string {
  const lines = snapshot(world).instances.flatMap(({ alias, users, groups }) =>
    users.map(({ Id, Username, IdentityInfo: { FirstName = '', LastName = '' } }) => {
      const memberOf = groups.filter(({ members }) => members.includes(Id)).map(({ Name }) => `"${Name}"`);
      return `  ${Username.padEnd(16)} ${`${FirstName} ${LastName}`.padEnd(18)} instance "${alias}", member of ${memberOf.join(', ') || 'no group'}`;
    }),
  );
  return lines.length > 0
    ? `The contact centre has these agents now:\n${lines.sort().join('\n')}`
    : 'The contact centre has no agents now.';
}
