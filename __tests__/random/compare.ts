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
    const others = [...(strangers.get(Id) ?? [])].filter((id) => alive.has(id));
    found.push(
      ...compare(`the members of "${Name}"`, members.filter((id) => alive.has(id)).sort(), [...new Set([...declared, ...others])].sort()),
    );
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
