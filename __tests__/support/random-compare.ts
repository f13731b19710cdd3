import { DescribeUserCommand, ListUserProficienciesCommand, type User } from '@aws-sdk/client-connect';
import { INSTANCE_ID } from '../../emulator/seed/demo';
import { type Body, type ContactCentre, agent } from './contact-centre';
import type { DeclaredUser, RandomDeclaration } from './random-declaration';

/** In what the contact centre is not what is declared, in words; nothing where it is. What is not declared is not compared. */
export async function differences(centre: ContactCentre, declaration: RandomDeclaration, strangers: ReadonlyMap<string, ReadonlySet<string>>): Promise<readonly string[]> {
  const { users, groups } = await centre.instance();
  const names = users.map(({ Username }) => Username).sort();
  const found = compare('the user names', names, declaration.users.map(({ name }) => name).sort());
  const ids = new Map(users.map(({ Username, Id }) => [Username, Id]));
  for (const user of declaration.users) found.push(...(await differencesOf(centre, user, ids.get(user.name) ?? '', declaration.defaultTags)));
  const alive = new Set(users.map(({ Id }) => Id));
  for (const { Id, Name, members } of groups) {
    const declared = declaration.memberships.filter(({ group }) => group === Id).map(({ user }) => ids.get(declaration.userOf(user).name) ?? 'nobody');
    const others = [...(strangers.get(Id) ?? [])].filter((id) => alive.has(id));
    found.push(...compare(`the members of "${Name}"`, members.filter((id) => alive.has(id)).sort(), [...new Set([...declared, ...others])].sort()));
  }
  return found;
}

async function differencesOf(centre: ContactCentre, { name, body }: DeclaredUser, UserId: string, defaults: Body): Promise<string[]> {
  const user = { InstanceId: INSTANCE_ID, UserId };
  const { User: observed } = await centre.outside().send(new DescribeUserCommand(user)).catch(() => ({ User: undefined }));
  if (!observed) return [`the user ${name} is not there`];
  const declared = agent(name, { phone_config: undefined, ...body });
  const held = blocks(declared.proficiency).length > 0 ? await centre.outside().send(new ListUserProficienciesCommand(user)) : undefined;
  return [
    ...compare(`the routing profile of ${name}`, observed.RoutingProfileId, bare(declared.routing_profile_id)),
    ...compare(`the security profiles of ${name}`, [...(observed.SecurityProfileIds ?? [])].sort(), (declared.security_profile_ids as string[]).map(bare).sort()),
    ...compare(`the hierarchy group of ${name}`, observed.HierarchyGroupId, declared.hierarchy_group_id && bare(declared.hierarchy_group_id)),
    ...compare(`the tags of ${name}`, observed.Tags ?? {}, { ...defaults, ...(declared.tags as Body | undefined) }),
    ...compareIdentity(name, observed, declared.identity_info as Body),
    ...comparePhone(name, observed, declared.phone_config as Body | undefined),
    ...compareChannels(name, observed, declared),
    ...(held ? compare(`the proficiencies of ${name}`, (held.UserProficiencyList ?? []).map((one) => [one.AttributeName, one.AttributeValue, one.Level]).sort(), blocks(declared.proficiency).map((one) => [one.attribute_name, one.attribute_value, one.level]).sort()) : []),
  ];
}

/** A mobile number that is not declared any more may stay: the API refuses an empty one. */
function compareIdentity(name: string, { IdentityInfo = {} }: User, declared: Body): string[] {
  const { FirstName, LastName, SecondaryEmail, Mobile } = IdentityInfo;
  return [
    ...compare(`the names of ${name}`, [FirstName, LastName], [declared.first_name, declared.last_name]),
    ...('secondary_email' in declared ? compare(`the second address of ${name}`, SecondaryEmail, declared.secondary_email) : []),
    ...('mobile' in declared ? compare(`the mobile number of ${name}`, Mobile, declared.mobile) : []),
  ];
}

function comparePhone(name: string, { PhoneConfig = {} }: User, declared: Body | undefined): string[] {
  if (!declared) return [];
  const { PhoneType, AutoAccept = false, AfterContactWorkTimeLimit = 0, PersistentConnection = false, DeskPhoneNumber } = PhoneConfig;
  const desk = PhoneType === 'DESK_PHONE' ? DeskPhoneNumber : undefined;
  return compare(
    `the phone of ${name}`,
    [PhoneType, AutoAccept, AfterContactWorkTimeLimit, PersistentConnection, desk],
    [declared.phone_type, declared.auto_accept ?? false, declared.after_contact_work_time_limit ?? 0, declared.persistent_connection ?? false, declared.desk_phone_number],
  );
}

/** The entries of the channels that are declared. */
function compareChannels(name: string, user: User, declared: Body): string[] {
  const sorts: readonly (readonly [string, readonly (readonly [string | undefined, ...unknown[]])[], (entry: Body) => readonly unknown[]])[] = [
    ['auto_accept_config', (user.AutoAcceptConfigs ?? []).map((entry) => [entry.Channel, entry.AutoAccept]), (entry) => [entry.channel, entry.auto_accept]],
    [
      'after_contact_work_config',
      (user.AfterContactWorkConfigs ?? []).map((entry) => [entry.Channel, entry.AfterContactWorkConfig?.AfterContactWorkTimeLimit ?? 0]),
      (entry) => [entry.channel, entry.after_contact_work_time_limit],
    ],
    ['phone_number_config', (user.PhoneNumberConfigs ?? []).map((entry) => [entry.Channel, entry.PhoneType]), (entry) => [entry.channel, entry.phone_type]],
    ['persistent_connection_config', (user.PersistentConnectionConfigs ?? []).map((entry) => [entry.Channel, entry.PersistentConnection]), (entry) => [entry.channel, entry.persistent_connection]],
    ['voice_enhancement_config', (user.VoiceEnhancementConfigs ?? []).map((entry) => [entry.Channel, entry.VoiceEnhancementMode]), (entry) => [entry.channel, entry.voice_enhancement_mode]],
  ];
  return sorts.flatMap(([block, entries, shape]) => {
    const wanted = blocks(declared[block]).map(shape);
    const channels = new Set(wanted.map(([channel]) => channel));
    return compare(`${block} of ${name}`, entries.filter(([channel]) => channels.has(channel)).sort(), [...wanted].sort());
  });
}

const bare = (id: unknown): string => String(id).slice(String(id).lastIndexOf('/') + 1);
const blocks = (value: unknown): readonly Body[] => (Array.isArray(value) ? (value as Body[]) : []);

function compare(what: string, is: unknown, should: unknown): string[] {
  const [left, right] = [text(is), text(should)];
  return left === right ? [] : [`${what}: ${left} instead of ${right}`];
}

/** Members in one order. */
const text = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, part: unknown) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));
