import {
  AssociateUserProficienciesCommand,
  type ConnectClient,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateUserConfigCommand,
  UpdateUserHierarchyCommand,
  UpdateUserIdentityInfoCommand,
  UpdateUserPhoneConfigCommand,
  UpdateUserProficienciesCommand,
  UpdateUserRoutingProfileCommand,
  UpdateUserSecurityProfilesCommand,
} from '@aws-sdk/client-connect';
import {
  ACCOUNT,
  ADMIN_SECURITY_PROFILE_ID,
  AGENT_SECURITY_PROFILE_ID,
  HOME_REGION,
  INSTANCE_ID,
  MANAGED_INSTANCE_ID,
  MANAGED_ROUTING_PROFILE_ID,
  MANAGED_SECURITY_PROFILE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  SALES_ROUTING_PROFILE_ID,
  SOUTH_HIERARCHY_GROUP_ID,
} from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre } from '../support/terraform/contact-centre';
import { eventually } from '../support/eventually';
import type { PlanJson } from '../support/terraform/project';

interface Ref {
  readonly InstanceId: string;
  readonly UserId: string;
}

interface Change {
  readonly body: Body;
  readonly change: (client: ConnectClient, user: Ref, arn: string) => Promise<unknown>;
  /** The attributes that the plan shows as changed outside. */
  readonly shows: readonly string[];
}

const NAMES = { first_name: 'Ada', last_name: 'Lovelace' };
const PERSON = { FirstName: 'Ada', LastName: 'Lovelace' };
const identity = (more: Body, info: Readonly<Record<string, string>>, ...shows: readonly string[]): Change => ({
  body: { identity_info: { ...NAMES, ...more } },
  change: (client, user) => client.send(new UpdateUserIdentityInfoCommand({ ...user, IdentityInfo: { ...PERSON, ...info } })),
  shows,
});
const SOFT = { phone_type: 'SOFT_PHONE', auto_accept: true, after_contact_work_time_limit: 30, persistent_connection: true };
const WIRE = { PhoneType: 'SOFT_PHONE', AutoAccept: true, AfterContactWorkTimeLimit: 30, PersistentConnection: true } as const;
const phone = (body: Body, wire: Body): Change => ({
  body: { phone_config: body },
  change: (client, user) => client.send(new UpdateUserPhoneConfigCommand({ ...user, PhoneConfig: { ...WIRE, ...wire } })),
  shows: ['phone_config'],
});
const MANAGED: Body = {
  instance_id: MANAGED_INSTANCE_ID,
  routing_profile_id: MANAGED_ROUTING_PROFILE_ID,
  security_profile_ids: [MANAGED_SECURITY_PROFILE_ID],
  password: 'Passw0rd',
};
const product = (value: string, level: number): Body => ({ attribute_name: 'Product', attribute_value: value, level });
const channels: Body = {
  phone_config: undefined,
  auto_accept_config: [
    { channel: 'VOICE', auto_accept: true },
    { channel: 'CHAT', auto_accept: true },
  ],
  after_contact_work_config: [{ channel: 'VOICE', after_contact_work_time_limit: 30 }],
};
const hierarchy = (before: string | undefined, after: string | undefined): Change => ({
  body: { hierarchy_group_id: before },
  change: (client, user) => client.send(new UpdateUserHierarchyCommand({ ...user, HierarchyGroupId: after })),
  shows: ['hierarchy_group_id'],
});

const CHANGES: Readonly<Record<string, Change>> = {
  first_name: identity({}, { FirstName: 'Eve' }, 'identity_info'),
  last_name: identity({}, { LastName: 'Outside' }, 'identity_info'),
  secondary_email: identity({ secondary_email: 'a@example.com' }, { SecondaryEmail: 'b@example.com' }, 'identity_info'),
  mobile: identity({ mobile: '+12065550101' }, { Mobile: '+12065550102' }, 'identity_info'),
  email: {
    ...identity({ email: 'a@example.com' }, { Email: 'b@example.com' }, 'identity_info'),
    body: { ...MANAGED, identity_info: { ...NAMES, email: 'a@example.com' } },
  },
  undeclared_addresses: identity({}, { SecondaryEmail: 'b@example.com', Mobile: '+12065550102' }),
  routing: {
    body: {},
    change: (client, user) => client.send(new UpdateUserRoutingProfileCommand({ ...user, RoutingProfileId: SALES_ROUTING_PROFILE_ID })),
    shows: ['routing_profile_id'],
  },
  security: {
    body: {},
    change: (client, user) =>
      client.send(
        new UpdateUserSecurityProfilesCommand({ ...user, SecurityProfileIds: [AGENT_SECURITY_PROFILE_ID, ADMIN_SECURITY_PROFILE_ID] }),
      ),
    shows: ['security_profile_ids'],
  },
  security_order: {
    body: { security_profile_ids: [AGENT_SECURITY_PROFILE_ID, ADMIN_SECURITY_PROFILE_ID] },
    change: (client, user) =>
      client.send(
        new UpdateUserSecurityProfilesCommand({ ...user, SecurityProfileIds: [ADMIN_SECURITY_PROFILE_ID, AGENT_SECURITY_PROFILE_ID] }),
      ),
    shows: [],
  },
  hierarchy_moved: hierarchy(NORTH_HIERARCHY_GROUP_ID, SOUTH_HIERARCHY_GROUP_ID),
  hierarchy_left: hierarchy(NORTH_HIERARCHY_GROUP_ID, undefined),
  hierarchy_joined: hierarchy(undefined, NORTH_HIERARCHY_GROUP_ID),
  auto_accept: phone(SOFT, { AutoAccept: false }),
  seconds: phone(SOFT, { AfterContactWorkTimeLimit: 31 }),
  persistent: phone(SOFT, { PersistentConnection: false }),
  phone_type: phone(SOFT, { PhoneType: 'DESK_PHONE', DeskPhoneNumber: '+12065550111' }),
  server_defaults: {
    ...phone({ phone_type: 'SOFT_PHONE' }, { AutoAccept: false, AfterContactWorkTimeLimit: 0, PersistentConnection: undefined }),
    shows: [],
  },
  undeclared_phone: { ...phone({}, {}), body: { phone_config: undefined }, shows: [] },
  channel: {
    body: channels,
    change: (client, user) =>
      client.send(new UpdateUserConfigCommand({ ...user, AutoAcceptConfigs: [{ Channel: 'CHAT', AutoAccept: false }] })),
    shows: ['auto_accept_config'],
  },
  channel_seconds: {
    body: channels,
    change: (client, user) =>
      client.send(
        new UpdateUserConfigCommand({
          ...user,
          AfterContactWorkConfigs: [{ Channel: 'VOICE', AfterContactWorkConfig: { AfterContactWorkTimeLimit: 31 } }],
        }),
      ),
    shows: ['after_contact_work_config'],
  },
  channel_order: {
    body: channels,
    change: (client, user) =>
      client.send(
        new UpdateUserConfigCommand({
          ...user,
          AutoAcceptConfigs: [
            { Channel: 'CHAT', AutoAccept: true },
            { Channel: 'VOICE', AutoAccept: true },
          ],
        }),
      ),
    shows: [],
  },
  undeclared_channels: {
    body: channels,
    change: (client, user) =>
      client.send(
        new UpdateUserConfigCommand({
          ...user,
          AutoAcceptConfigs: [{ Channel: 'TASK', AutoAccept: true }],
          VoiceEnhancementConfigs: [{ Channel: 'VOICE', VoiceEnhancementMode: 'NOISE_SUPPRESSION' }],
        }),
      ),
    shows: [],
  },
  level: {
    body: { proficiency: [product('Mobile', 2)] },
    change: (client, user) =>
      client.send(
        new UpdateUserProficienciesCommand({
          ...user,
          UserProficiencies: [{ AttributeName: 'Product', AttributeValue: 'Mobile', Level: 3 }],
        }),
      ),
    shows: ['proficiency'],
  },
  skill: {
    body: { proficiency: [product('Mobile', 2)] },
    change: (client, user) =>
      client.send(
        new AssociateUserProficienciesCommand({
          ...user,
          UserProficiencies: [{ AttributeName: 'Product', AttributeValue: 'Television', Level: 3 }],
        }),
      ),
    shows: ['proficiency'],
  },
  undeclared_skill: {
    body: {},
    change: (client, user) =>
      client.send(
        new AssociateUserProficienciesCommand({
          ...user,
          UserProficiencies: [{ AttributeName: 'Product', AttributeValue: 'Mobile', Level: 3 }],
        }),
      ),
    shows: [],
  },
  tag: {
    body: { tags: { site: 'Leeds' } },
    change: (client, _, resourceArn) => client.send(new TagResourceCommand({ resourceArn, tags: { site: 'Hull' } })),
    shows: ['tags', 'tags_all'],
  },
  added_tag: {
    body: {},
    change: (client, _, resourceArn) => client.send(new TagResourceCommand({ resourceArn, tags: { extra: 'yes' } })),
    shows: ['tags', 'tags_all'],
  },
  default_tag: {
    body: {},
    change: (client, _, resourceArn) => client.send(new UntagResourceCommand({ resourceArn, tagKeys: ['team'] })),
    shows: ['tags_all'],
  },
  ignored_tags: {
    body: { tags: { site: 'Leeds' } },
    change: (client, _, resourceArn) => client.send(new TagResourceCommand({ resourceArn, tags: { cost: '42', 'audit:by': 'eve' } })),
    shows: [],
  },
};

describe.each(['bulk', 'exact'])('what was changed outside Terraform, refreshed in the mode "%s"', (mode) => {
  let centre: ContactCentre;
  let drift: Readonly<Record<string, readonly string[]>>;
  let changes: readonly string[];
  beforeAll(async () => {
    centre = await ContactCentre.start();
    const provider: Body = {
      refresh_mode: mode,
      default_tags: [{ tags: { team: 'voice' } }],
      ignore_tags: [{ keys: ['cost'], key_prefixes: ['audit:'] }],
    };
    await centre.declare(
      { resource: { connect_user: Object.fromEntries(Object.entries(CHANGES).map(([name, { body }]) => [name, agent(name, body)])) } },
      provider,
    );
    await centre.apply();
    const applied = Date.now();
    expect(await centre.plan()).toEqual({});
    // The service tells the time of a write in whole seconds: what happens in the same second may pass unseen.
    await eventually('the next second', () => Promise.resolve(Date.now() > applied + 1_100));
    for (const [name, { body, change }] of Object.entries(CHANGES)) {
      const InstanceId = String(body.instance_id ?? INSTANCE_ID);
      const UserId = (await centre.userNamed(name, InstanceId))?.Id ?? `no user ${name}`;
      await change(
        centre.outside(),
        { InstanceId, UserId },
        `arn:aws:connect:${HOME_REGION}:${ACCOUNT}:instance/${InstanceId}/agent/${UserId}`,
      );
    }
    const plan = await centre.project.planJson();
    const differing = (list: PlanJson['resource_changes']): Record<string, readonly string[]> =>
      Object.fromEntries(
        (list ?? []).map(({ address, change: { before, after } }) => [
          address.replace('connect_user.', ''),
          Object.keys(before ?? {}).filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name])),
        ]),
      );
    drift = differing(plan['resource_drift'] as PlanJson['resource_changes']);
    changes = (plan.resource_changes ?? [])
      .filter(({ change }) => change.actions[0] === 'update')
      .map(({ address }) => address.replace('connect_user.', ''));
  });
  afterAll(() => centre.close());

  it.each(Object.entries(CHANGES))('shows what differs and nothing else: %s', (name, { shows }) => {
    expect(drift[name] ?? []).toEqual(shows);
  });

  it('is planned to be put back, and only that', () => {
    expect([...changes].sort()).toEqual(
      Object.entries(CHANGES)
        .flatMap(([name, { shows }]) => (shows.length > 0 ? [name] : []))
        .sort(),
    );
  });
});
