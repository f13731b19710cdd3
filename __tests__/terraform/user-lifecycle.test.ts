import {
  DeleteUserCommand,
  DescribeUserCommand,
  DisassociateUserProficienciesCommand,
  TagResourceCommand,
  UpdateUserConfigCommand,
  UpdateUserHierarchyCommand,
  UpdateUserIdentityInfoCommand,
  UpdateUserPhoneConfigCommand,
  UpdateUserRoutingProfileCommand,
  UpdateUserSecurityProfilesCommand,
} from '@aws-sdk/client-connect';
import {
  ACCOUNT,
  ADMIN_SECURITY_PROFILE_ID,
  AGENT_SECURITY_PROFILE_ID,
  BASIC_ROUTING_PROFILE_ID,
  INSTANCE_ID,
  MANAGER_SECURITY_PROFILE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  SALES_ROUTING_PROFILE_ID,
  SOUTH_HIERARCHY_GROUP_ID,
} from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, type Declaration } from '../support/terraform/contact-centre';
import type { SettingsPatch } from '../support/emulator/test-emulator';
import { apply, plan, type Told, writesAbout } from '../support/terraform/told';

const english = (level: number): Body => ({ attribute_name: 'connect:Language', attribute_value: 'connect:English', level });
const product = (value: string, level: number): Body => ({ attribute_name: 'Product', attribute_value: value, level });
const voice = (autoAccept: boolean, seconds: number): Body => ({
  phone_config: undefined,
  auto_accept_config: [
    { channel: 'VOICE', auto_accept: autoAccept },
    { channel: 'CHAT', auto_accept: true },
  ],
  after_contact_work_config: { channel: 'VOICE', after_contact_work_time_limit: seconds },
  phone_number_config: { channel: 'VOICE', phone_type: 'SOFT_PHONE' },
  persistent_connection_config: { channel: 'VOICE', persistent_connection: true },
});

/** One agent for each group of attributes: as first declared, as declared later, and the calls between the two. */
const AGENTS: Readonly<Record<string, { readonly first?: Body; readonly later: Body; readonly calls: readonly string[] }>> = {
  unchanged: { later: {}, calls: [] },
  identity: {
    first: { identity_info: { first_name: 'Ida', last_name: 'Rhodes', secondary_email: 'ida@example.com', mobile: '+12065550101' } },
    later: { identity_info: { first_name: 'Ida', last_name: 'Noddack', mobile: '+12065550101' } },
    calls: ['UpdateUserIdentityInfo'],
  },
  phone: {
    later: { phone_config: { phone_type: 'DESK_PHONE', desk_phone_number: '+12065550102', auto_accept: true } },
    calls: ['UpdateUserPhoneConfig'],
  },
  channels: { first: voice(true, 10), later: voice(false, 0), calls: ['UpdateUserConfig'] },
  to_channels: { later: voice(true, 10), calls: ['UpdateUserConfig'] },
  to_phone: {
    first: voice(true, 10),
    later: { phone_config: { phone_type: 'SOFT_PHONE', after_contact_work_time_limit: 5 } },
    calls: ['UpdateUserPhoneConfig'],
  },
  voice: {
    first: { voice_enhancement_config: { channel: 'VOICE', voice_enhancement_mode: 'NONE' } },
    later: { voice_enhancement_config: { channel: 'VOICE', voice_enhancement_mode: 'VOICE_ISOLATION' } },
    calls: ['UpdateUserConfig'],
  },
  routing: { later: { routing_profile_id: SALES_ROUTING_PROFILE_ID }, calls: ['UpdateUserRoutingProfile'] },
  security: {
    later: { security_profile_ids: [MANAGER_SECURITY_PROFILE_ID, AGENT_SECURITY_PROFILE_ID] },
    calls: ['UpdateUserSecurityProfiles'],
  },
  into_hierarchy: { later: { hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID }, calls: ['UpdateUserHierarchy'] },
  out_of_hierarchy: { first: { hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID }, later: {}, calls: ['UpdateUserHierarchy'] },
  skilled: {
    first: { proficiency: [english(3), product('Mobile', 2)] },
    later: { proficiency: [product('Television', 1), english(5)] },
    calls: ['DisassociateUserProficiencies', 'AssociateUserProficiencies', 'UpdateUserProficiencies'],
  },
  tagged: {
    first: { tags: { site: 'Leeds', floor: '1' } },
    later: { tags: { site: 'York', desk: '7' } },
    calls: ['UntagResource', 'TagResource'],
  },
  kept: { later: { quick_connects_on_delete: 'retain', timeouts: { delete: '5m' } }, calls: [] },
};
const NAMES = Object.keys(AGENTS);
const CHANGING = NAMES.filter((name) => name !== 'unchanged');
const all = (value: string, names = NAMES): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [`connect_user.${name}`, value]));
const declared = (which: 'first' | 'later', more: Readonly<Record<string, Body>> = {}): Declaration => ({
  resource: { connect_user: Object.fromEntries(NAMES.map((name) => [name, agent(name, { ...AGENTS[name]?.[which], ...more[name] })])) },
});

const SERVICES: readonly { readonly service: string; readonly answers: SettingsPatch['answers'] }[] = [
  { service: 'what an update leaves out is kept', answers: {} },
  {
    service: 'what an update leaves out is cleared, and phone settings show in both styles',
    answers: { omittedOnUpdate: 'cleared', phoneStyles: 'both' },
  },
];

/** The lives of several agents, told in order: each step starts from what the one before left. */
describe.each(SERVICES)('the accounts of agents, where $service', ({ answers }) => {
  let centre: ContactCentre;
  const idOf = async (name: string): Promise<string> => (await centre.userNamed(name))?.Id ?? `no user ${name}`;
  const user = async (name: string): Promise<{ InstanceId: string; UserId: string }> => ({
    InstanceId: INSTANCE_ID,
    UserId: await idOf(name),
  });

  const problemsAndChanges = async (): Promise<Pick<Told, 'planned' | 'drift' | 'warnings' | 'errors'>> => {
    const { planned, drift, warnings, errors } = await plan(centre);
    return { planned, drift, warnings, errors };
  };
  const NONE = { planned: {}, drift: {}, warnings: [], errors: [] };

  beforeAll(async () => {
    centre = await ContactCentre.start({ settings: { ...(answers && { answers }) } });
  });
  afterAll(() => centre.close());

  it('are created, each by one call, and one more for proficiencies', async () => {
    await centre.declare(declared('first'));
    const { planned, writes } = await apply(centre);
    expect(planned).toEqual(all('create'));
    expect([...writes].sort()).toEqual(['AssociateUserProficiencies 200', ...NAMES.map(() => 'CreateUser 200')]);
    expect(centre.project.attributes('connect_user.tagged')).toMatchObject({
      user_id: await idOf('tagged'),
      id: `${INSTANCE_ID}:${await idOf('tagged')}`,
      tags_all: { site: 'Leeds', floor: '1' },
    });
  });

  it('have no changes when nothing changed', async () => {
    expect(await problemsAndChanges()).toEqual(NONE);
  });

  it('change by exactly the calls that the differences need', async () => {
    await centre.declare(declared('later'));
    const { planned, calls } = await apply(centre);
    expect(planned).toEqual(all('update', CHANGING));
    const made = await Promise.all(NAMES.map(async (name) => [name, writesAbout(calls, await idOf(name))]));
    expect(Object.fromEntries(made)).toEqual(
      Object.fromEntries(NAMES.map((name) => [name, AGENTS[name]?.calls.map((call) => `${call} 200`)])),
    );
    expect(await problemsAndChanges()).toEqual(NONE);
    expect(await centre.userNamed('identity')).toMatchObject({ IdentityInfo: { LastName: 'Noddack' } });
    expect((await centre.userNamed('identity'))?.IdentityInfo.SecondaryEmail).toBeUndefined();
  });

  it('are put back by one call for each group that was changed outside Terraform', async () => {
    const outside = centre.outside();
    await outside.send(
      new UpdateUserIdentityInfoCommand({
        ...(await user('identity')),
        IdentityInfo: { FirstName: 'Ida', LastName: 'Curie', Mobile: '+12065550101' },
      }),
    );
    await outside.send(new UpdateUserPhoneConfigCommand({ ...(await user('phone')), PhoneConfig: { PhoneType: 'SOFT_PHONE' } }));
    await outside.send(
      new UpdateUserConfigCommand({
        ...(await user('channels')),
        AutoAcceptConfigs: [
          { Channel: 'VOICE', AutoAccept: true },
          { Channel: 'CHAT', AutoAccept: false },
        ],
      }),
    );
    await outside.send(new UpdateUserRoutingProfileCommand({ ...(await user('routing')), RoutingProfileId: BASIC_ROUTING_PROFILE_ID }));
    await outside.send(
      new UpdateUserSecurityProfilesCommand({ ...(await user('security')), SecurityProfileIds: [ADMIN_SECURITY_PROFILE_ID] }),
    );
    await outside.send(new UpdateUserHierarchyCommand({ ...(await user('into_hierarchy')), HierarchyGroupId: SOUTH_HIERARCHY_GROUP_ID }));
    await outside.send(new UpdateUserHierarchyCommand({ ...(await user('out_of_hierarchy')), HierarchyGroupId: SOUTH_HIERARCHY_GROUP_ID }));
    await outside.send(
      new DisassociateUserProficienciesCommand({
        ...(await user('skilled')),
        UserProficiencies: [{ AttributeName: 'Product', AttributeValue: 'Television' }],
      }),
    );
    await outside.send(new TagResourceCommand({ resourceArn: await arnOf('tagged'), tags: { site: 'Hull', extra: 'yes' } }));

    const { planned, calls } = await apply(centre);
    const expected: Readonly<Record<string, readonly string[]>> = {
      identity: ['UpdateUserIdentityInfo 200'],
      phone: ['UpdateUserPhoneConfig 200'],
      channels: ['UpdateUserConfig 200'],
      routing: ['UpdateUserRoutingProfile 200'],
      security: ['UpdateUserSecurityProfiles 200'],
      into_hierarchy: ['UpdateUserHierarchy 200'],
      out_of_hierarchy: ['UpdateUserHierarchy 200'],
      skilled: ['AssociateUserProficiencies 200'],
      tagged: ['UntagResource 200', 'TagResource 200'],
    };
    expect(planned).toEqual(all('update', Object.keys(expected)));
    for (const name of NAMES) expect([name, writesAbout(calls, await idOf(name))]).toEqual([name, expected[name] ?? []]);
  });

  it('have no changes when sets are in another order and ids are ARNs, and other settings are left to others', async () => {
    const quieter = { VoiceEnhancementConfigs: [{ Channel: 'VOICE', VoiceEnhancementMode: 'NOISE_SUPPRESSION' } as const] };
    const { User } = await centre.outside().send(new DescribeUserCommand(await user('to_channels')));
    await centre.outside().send(new UpdateUserConfigCommand({ ...User, ...(await user('to_channels')), ...quieter }));
    const arn = (segment: string): string => `arn:aws:connect:us-east-1:${ACCOUNT}:instance/${INSTANCE_ID}${segment}`;
    const turned = {
      ...voice(false, 0),
      auto_accept_config: [
        { channel: 'CHAT', auto_accept: true },
        { channel: 'VOICE', auto_accept: false },
      ],
    };
    await centre.declare(
      declared('later', {
        unchanged: { instance_id: arn('') },
        channels: turned,
        routing: { routing_profile_id: arn(`/routing-profile/${SALES_ROUTING_PROFILE_ID}`) },
        security: { security_profile_ids: [AGENT_SECURITY_PROFILE_ID, arn(`/security-profile/${MANAGER_SECURITY_PROFILE_ID}`)] },
        into_hierarchy: { hierarchy_group_id: arn(`/agent-group/${NORTH_HIERARCHY_GROUP_ID}`) },
        skilled: { proficiency: [english(5), product('Television', 1)] },
      }),
    );
    expect({ ...(await problemsAndChanges()), drift: {} }).toEqual(NONE);
  });

  it('are made anew under another name, and one that was deleted outside too', async () => {
    const before = await idOf('routing');
    await centre.outside().send(new DeleteUserCommand(await user('phone')));
    await centre.declare(declared('later', { routing: { name: 'rerouted' } }));
    const { planned, writes } = await apply(centre);
    expect(planned).toEqual({ 'connect_user.phone': 'create', 'connect_user.routing': 'replace' });
    expect([...writes].sort()).toEqual(['CreateUser 200', 'CreateUser 200', 'DeleteUser 200']);
    expect([await centre.userNamed('routing'), (await idOf('rerouted')) === before]).toEqual([undefined, false]);
  });

  it('are gone once they are no longer declared, and deleting again is no failure', async () => {
    await centre.outside().send(new DeleteUserCommand(await user('tagged')));
    await centre.declare({});
    const { code, planned } = await apply(centre, '-refresh=false');
    expect([code, planned]).toEqual([0, all('delete')]);
    expect([(await centre.instance()).users, centre.project.state()]).toEqual([[], []]);
  });

  const arnOf = async (name: string): Promise<string> =>
    `arn:aws:connect:us-east-1:${ACCOUNT}:instance/${INSTANCE_ID}/agent/${await idOf(name)}`;
});
