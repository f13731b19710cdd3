import { DescribeUserCommand, ListUserProficienciesCommand } from '@aws-sdk/client-connect';
import { INSTANCE_ID } from '../../emulator/seed/demo';
import { compare, differencesOfUser } from '../support/compare/user';
import { type ContactCentre, agent } from '../support/terraform/contact-centre';
import type { DeclaredUser, RandomDeclaration } from './declaration';

/** In what the contact centre is not what is declared, in words; nothing where it is. What is not declared is not compared. */
export async function differences(
  centre: ContactCentre,
  declaration: RandomDeclaration,
  strangers: ReadonlyMap<string, ReadonlySet<string>>,
  isNew: (userId: string) => boolean,
): Promise<readonly string[]> {
  const { users, groups } = await centre.instance();
  const names = users.map(({ Username }) => Username).sort();
  const found = compare('the user names', names, declaration.users.map(({ name }) => name).sort());
  const ids = new Map(users.map(({ Username, Id }) => [Username, Id]));
  for (const user of declaration.users)
    found.push(...(await differencesOf(centre, user, ids.get(user.name) ?? '', declaration.defaultTags)));
  const alive = new Set(users.map(({ Id }) => Id));
  for (const { Id, Name, members } of groups) {
    const declared = declaration.memberships
      .filter(({ group }) => group === Id)
      .map(({ user }) => ids.get(declaration.userOf(user).name) ?? 'nobody');
    const strangersOnce = [...(strangers.get(Id) ?? [])];
    const others = strangersOnce.filter((id) => alive.has(id));
    const expected = new Set([...declared, ...others]);
    // What a stranger's membership became whose user was replaced; expected-writes.ts says whether it had to.
    const heirs = others.length < strangersOnce.length ? members.filter((id) => isNew(id)) : [];
    const compared = members.filter((id) => alive.has(id) && (expected.has(id) || !heirs.includes(id)));
    found.push(...compare(`the members of "${Name}"`, compared.sort(), [...expected].sort()));
  }
  return found;
}

async function differencesOf(
  centre: ContactCentre,
  { name, body }: DeclaredUser,
  UserId: string,
  defaults: DeclaredUser['body'],
): Promise<readonly string[]> {
  const user = { InstanceId: INSTANCE_ID, UserId };
  const { User: observed } = await centre
    .outside()
    .send(new DescribeUserCommand(user))
    .catch(() => ({ User: undefined }));
  if (!observed) return [`the user ${name} is not there`];
  const declared = agent(name, { phone_config: undefined, ...body });
  const held = await centre.outside().send(new ListUserProficienciesCommand(user));
  return differencesOfUser(name, { ...observed, Proficiencies: held.UserProficiencyList }, declared, defaults);
}
