import { createUsers } from '../../emulator/control/bulk-users';
import type { Emulator } from '../../emulator/emulator';
import {
  ACCOUNT,
  AGENT_SECURITY_PROFILE_ID,
  DEFAULT_GROUP_ARN,
  INSTANCE_ID,
  MANAGER_SECURITY_PROFILE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  SALES_ROUTING_PROFILE_ID,
  SOUTH_HIERARCHY_GROUP_ID,
  TEAM_GROUP_ARN,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import type { SettingsPatch } from '../../emulator/settings';
import { agent, type Body, type Declaration, membership } from '../support/terraform/contact-centre';
import { DATA_LIVES, joined } from './data-lives';
import { GROUP_LIVES } from './group-lives';
import type { IdOf, Life } from './life';
import { LIVES_OF_QUICK_CONNECTS } from './lives-of-quick-connects';

export type { IdOf, Life };

export const NOBODY: Declaration = {};

/** Users that were always there. */
export function addPeople({ world, clock }: Emulator): void {
  createUsers(world, { count: 4, instance: INSTANCE_ID, prefix: PEOPLE }, clock.now());
}

const PEOPLE = 'other-';
const some = (idOf: IdOf, ...numbers: readonly number[]): readonly string[] => numbers.map((number) => idOf(`${PEOPLE}${number}`));

const proficiency = (value: string, level: number): Body => ({ attribute_name: 'Product', attribute_value: value, level });

/** Everything that can be declared of a user, with one style of phone settings. */
const FULL: Body = {
  identity_info: { first_name: 'Ada', last_name: 'Lovelace', secondary_email: 'ada@example.com', mobile: '+12065550101' },
  phone_config: { phone_type: 'DESK_PHONE', desk_phone_number: '+12065550102', auto_accept: true, after_contact_work_time_limit: 30 },
  hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID,
  security_profile_ids: [AGENT_SECURITY_PROFILE_ID, MANAGER_SECURITY_PROFILE_ID],
  proficiency: [proficiency('Mobile', 2), proficiency('Broadband', 3)],
  tags: { site: 'Leeds', floor: '1' },
};

/** All of it another way. */
const CHANGED: Body = {
  identity_info: { first_name: 'Ada', last_name: 'King', secondary_email: 'king@example.com', mobile: '+12065550103' },
  phone_config: { phone_type: 'SOFT_PHONE', after_contact_work_time_limit: 20 },
  hierarchy_group_id: SOUTH_HIERARCHY_GROUP_ID,
  routing_profile_id: SALES_ROUTING_PROFILE_ID,
  security_profile_ids: [MANAGER_SECURITY_PROFILE_ID],
  proficiency: [proficiency('Mobile', 5), proficiency('Television', 1)],
  tags: { site: 'York', team: 'A' },
};

/** Everything again, with settings per channel. */
const PER_CHANNEL: Body = {
  ...FULL,
  phone_config: undefined,
  auto_accept_config: [
    { channel: 'VOICE', auto_accept: true },
    { channel: 'CHAT', auto_accept: true },
  ],
  after_contact_work_config: [{ channel: 'VOICE', after_contact_work_time_limit: 30 }],
  phone_number_config: [{ channel: 'VOICE', phone_type: 'SOFT_PHONE' }],
};

const users = (bodies: Readonly<Record<string, Body>>): Declaration => ({
  resource: { connect_user: Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, agent(name, body)])) },
});
const ada = (body: Body = FULL): Declaration => users({ ada: body });

const CROWD = users({ ada: FULL, bob: {}, cleo: PER_CHANNEL, dan: { tags: { site: 'Leeds' } } });

const joinedBy =
  (group: string) =>
  (idOf: IdOf): Declaration =>
    joined(idOf('other-1'), group);

const whole = (user_ids: readonly string[], group = TEAM_GROUP_ARN): Declaration => ({
  resource: {
    connect_traffic_distribution_group_users: { it: { instance_id: INSTANCE_ID, traffic_distribution_group_id: group, user_ids } },
  },
});

const imported = (to: string, id: string, declaration: Declaration): Declaration => ({ ...declaration, import: [{ to, id }] });

const EXACT: Body = { refresh_mode: 'exact' };
const ROLE: Body = { assume_role: [{ role_arn: `arn:aws:iam::${ACCOUNT}:role/terraform` }] };
/** Most users are then confirmed by lists that all share. */
const BULK: Body = { rate_limit: [{ operation: 'DescribeUser', requests_per_second: 2, burst: 2 }] };
const SMALL_PAGES: SettingsPatch = { answers: { groupUsersPageMax: 10 } };
const REFUSES_MEMBERS: SettingsPatch = { answers: { reassociate: 'conflict', disassociateNonMember: 'not-found' } };
const QUEUES_HOLD: SettingsPatch = { answers: { deleteQuickConnectInQueue: 'in-use' } };

const LINKED: Declaration = {
  resource: {
    connect_user: { ada: agent('ada', FULL) },
    connect_traffic_distribution_group_user: {
      it: membership('${connect_user.ada.user_id}', { traffic_distribution_group_id: TEAM_GROUP_ID }),
    },
  },
};

export const LIVES: readonly Life[] = [
  { name: 'user created', declared: () => ada(), run: 'apply' },
  {
    name: 'user created with settings per channel and a membership',
    declared: () => ({ resource: { ...(LINKED.resource as object), connect_user: { ada: agent('ada', PER_CHANNEL) } } }),
    run: 'apply',
  },
  {
    name: 'user adopted',
    before: () => ada({ ...FULL, proficiency: [proficiency('Mobile', 5)] }),
    forgotten: true,
    declared: () => ada(),
    run: 'apply',
  },
  { name: 'user refreshed', provider: EXACT, before: () => ada(), declared: () => ada(), run: 'plan' },
  { name: 'users refreshed in bulk', provider: BULK, before: () => CROWD, declared: () => CROWD, run: 'plan' },
  {
    name: 'user refreshed after others changed it',
    before: () => ada(),
    outside: ({ change }, idOf) => change(idOf('ada')),
    declared: () => ada(),
    run: 'apply',
  },
  { name: 'user updated', before: () => ada(), declared: () => ada(CHANGED), run: 'apply' },
  { name: 'user updated to settings per channel', before: () => ada(), declared: () => ada(PER_CHANNEL), run: 'apply' },
  { name: 'user updated with a role', provider: ROLE, before: () => ada(), declared: () => ada(CHANGED), run: 'apply' },
  {
    name: 'user replaced',
    before: () => LINKED,
    outside: ({ point }, idOf) => point(idOf('ada')),
    declared: () => ({ resource: { ...(LINKED.resource as object), connect_user: { ada: agent('ada.king', FULL) } } }),
    run: 'apply',
  },
  {
    name: 'user renamed, with a membership that nobody declares',
    before: () => ada(),
    outside: ({ point, join }, idOf) => [point(idOf('ada')), join(idOf('ada'), TEAM_GROUP_ID)],
    handsOnMembership: true,
    declared: () => ada({ ...FULL, name: 'ada.king' }),
    run: 'apply',
  },
  {
    name: 'user deleted',
    settings: QUEUES_HOLD,
    before: () => ada(),
    outside: ({ point, join }, idOf) => [point(idOf('ada')), join(idOf('ada'), TEAM_GROUP_ID)],
    declared: () => NOBODY,
    run: 'apply',
  },
  {
    name: 'user at work deleted',
    before: () => ada({ drain_on_delete: '5m' }),
    atWork: 'ada',
    declared: () => NOBODY,
    run: 'apply',
  },
  {
    name: 'user deleted by others',
    before: () => ada(),
    outside: ({ point, end }, idOf) => [point(idOf('ada')), end(idOf('ada'))],
    declared: () => ada(),
    run: 'apply',
  },
  {
    name: 'user imported',
    before: () => ada(),
    forgotten: true,
    declared: (idOf) => imported('connect_user.ada', `${INSTANCE_ID}:${idOf('ada')}`, ada()),
    run: 'apply',
  },
  { name: 'membership created', declared: joinedBy(TEAM_GROUP_ARN), run: 'apply' },
  { name: 'membership created by the id of its group', declared: joinedBy(TEAM_GROUP_ID), run: 'apply' },
  {
    name: 'membership created for a member',
    settings: REFUSES_MEMBERS,
    outside: ({ join }, idOf) => join(idOf('other-1'), TEAM_GROUP_ID),
    declared: joinedBy(TEAM_GROUP_ARN),
    run: 'apply',
  },
  { name: 'membership refreshed', settings: SMALL_PAGES, before: joinedBy(TEAM_GROUP_ID), declared: joinedBy(TEAM_GROUP_ID), run: 'plan' },
  {
    name: 'membership ended by others',
    before: joinedBy(TEAM_GROUP_ARN),
    outside: ({ leave }, idOf) => leave(idOf('other-1'), TEAM_GROUP_ID),
    declared: joinedBy(TEAM_GROUP_ARN),
    run: 'apply',
  },
  { name: 'membership replaced', before: joinedBy(TEAM_GROUP_ARN), declared: joinedBy(DEFAULT_GROUP_ARN), run: 'apply' },
  { name: 'membership deleted', settings: REFUSES_MEMBERS, before: joinedBy(TEAM_GROUP_ID), declared: () => NOBODY, run: 'apply' },
  {
    name: 'membership imported',
    before: joinedBy(TEAM_GROUP_ARN),
    forgotten: true,
    declared: (idOf) =>
      imported(
        'connect_traffic_distribution_group_user.it',
        `${INSTANCE_ID},${TEAM_GROUP_ARN},${idOf('other-1')}`,
        joined(idOf('other-1')),
      ),
    run: 'apply',
  },
  { name: 'group created', declared: (idOf) => whole(some(idOf, 1, 2, 3)), run: 'apply' },
  {
    name: 'group refreshed',
    before: (idOf) => whole(some(idOf, 1, 2, 3, 4), TEAM_GROUP_ID),
    declared: (idOf) => whole(some(idOf, 1, 2, 3, 4), TEAM_GROUP_ID),
    run: 'plan',
  },
  {
    name: 'group changed',
    settings: REFUSES_MEMBERS,
    before: (idOf) => whole(some(idOf, 1, 2)),
    declared: (idOf) => whole(some(idOf, 2, 3, 4)),
    run: 'apply',
  },
  {
    name: 'group changed by others',
    before: (idOf) => whole(some(idOf, 1, 2)),
    outside: ({ leave, join }, idOf) => [leave(idOf('other-1'), TEAM_GROUP_ID), join(idOf('other-3'), TEAM_GROUP_ID)],
    declared: (idOf) => whole(some(idOf, 1, 2)),
    run: 'apply',
  },
  {
    name: 'group replaced',
    before: (idOf) => whole(some(idOf, 1, 2)),
    declared: (idOf) => whole(some(idOf, 1, 2), DEFAULT_GROUP_ARN),
    run: 'apply',
  },
  { name: 'group deleted', before: (idOf) => whole(some(idOf, 1, 2)), declared: () => NOBODY, run: 'apply' },
  {
    name: 'group imported',
    before: (idOf) => whole(some(idOf, 1, 2)),
    forgotten: true,
    declared: (idOf) =>
      imported('connect_traffic_distribution_group_users.it', `${INSTANCE_ID},${TEAM_GROUP_ARN}`, whole(some(idOf, 1, 2))),
    run: 'apply',
  },
  ...GROUP_LIVES,
  ...LIVES_OF_QUICK_CONNECTS,
  ...DATA_LIVES,
];
