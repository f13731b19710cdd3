import { constructId } from '../../constructs/contact-centre/construct-id';
import type { Adopted } from '../model';
import { uniqueNames } from '../unique-names';
import { quickConnectIds } from './typescript-quick-connects';
import { property, text } from './typescript-text';

/** The ids that the first plan imports everything by. */
export function importsFile({ instance, agents, groups, quickConnects, names }: Adopted): string {
  const idOf = new Map(agents.map(({ userId, state }) => [userId, constructId(state.name)]));
  const key = uniqueNames(names).trafficDistributionGroup;
  const [whole, parts] = [groups.filter((group) => group.whole), groups.filter((group) => !group.whole)];
  const entry = (name: string, id: string): string => `${property(name)}: ${text(id)},\n`;

  const users = agents.map(({ userId, state }) => `  ${entry(constructId(state.name), `${instance.id}:${userId}`)}`);
  const members = parts.map(({ id, userIds }) => {
    const lines = userIds.map((user) => `    ${entry(idOf.get(user) ?? user, `${instance.id},${id},${user}`)}`);
    return `  ${property(constructId(key(id)))}: {\n${lines.sort().join('')}  },\n`;
  });
  const connects = [...quickConnectIds(quickConnects)].map(([id, construct]) => `  ${entry(construct, `${instance.id}:${id}`)}`);
  return [
    table('The import ids of users, by the id of the agent.', 'USERS', 'string', users.sort()),
    ...(parts.length > 0
      ? [
          table(
            'The import ids of memberships, by the group and the id of the agent.',
            'MEMBERSHIPS',
            'Readonly<Record<string, string>>',
            members,
          ),
        ]
      : []),
    ...(whole.length > 0
      ? [
          table(
            'The import ids of groups whose users are owned as a whole.',
            'WHOLE_GROUPS',
            'string',
            whole.map(({ id }) => `  ${entry(key(id), `${instance.id},${id}`)}`),
          ),
        ]
      : []),
    ...(quickConnects.length > 0 ? [table('The import ids of quick connects.', 'QUICK_CONNECTS', 'string', connects)] : []),
  ].join('\n');
}

const table = (what: string, name: string, type: string, lines: readonly string[]): string =>
  `/** ${what} */\nexport const ${name}: Readonly<Record<string, ${type}>> = {\n${lines.join('')}};\n`;
