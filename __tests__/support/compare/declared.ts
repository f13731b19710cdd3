import type { InstanceSnapshot } from '../../../emulator/control/snapshot';
import { compare, differencesOfUser } from './user';
import type { Body, Declaration } from '../terraform/contact-centre';

/** In what an instance is not as a configuration in Terraform's JSON declares, in words. Users who are not `ours` are left out. */
export function differencesFromDeclared(
  declaration: Declaration,
  { users, groups }: InstanceSnapshot,
  isOurs: (username: string) => boolean,
): readonly string[] {
  const { connect_user: declared = {}, connect_traffic_distribution_group_user: memberships = {} } = (declaration.resource ??
    {}) as Readonly<Record<string, Readonly<Record<string, Body>>>>;
  const ours = users.filter(({ Username }) => isOurs(Username));
  const names = new Map(ours.map(({ Id, Username }) => [Id, Username]));
  return [
    ...compare(
      'the user names',
      [...names.values()].sort(),
      Object.values(declared)
        .map(({ name }) => name)
        .sort(),
    ),
    ...ours.flatMap((user) => {
      const body = Object.values(declared).find(({ name }) => name === user.Username);
      return body ? differencesOfUser(user.Username, user, body) : [];
    }),
    ...groups.flatMap(({ Id, Name, members }) => {
      const wanted = Object.values(memberships).filter(({ traffic_distribution_group_id: group }) => bare(group) === Id);
      const found = members.flatMap((id) => names.get(id) ?? []);
      return compare(`the members of "${Name}"`, found.sort(), wanted.map(({ user_id: user }) => declared[userOf(user)]?.name).sort());
    }),
  ];
}

const bare = (id: unknown): string => String(id).slice(String(id).lastIndexOf('/') + 1);

/** "ada" of "${connect_user.ada.user_id}". */
const userOf = (reference: unknown): string => /\.(\w+)\./.exec(String(reference))?.[1] ?? '';
