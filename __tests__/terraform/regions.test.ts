import {
  ACCOUNT,
  AGENT_TRANSFER_FLOW_ID,
  HOME_REGION,
  INSTANCE_ID,
  MANAGED_INSTANCE_ID,
  MANAGED_ROUTING_PROFILE_ID,
  MANAGED_SECURITY_PROFILE_ID,
  REPLICA_REGION,
  TEAM_GROUP_ARN,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, type Declaration, membership } from '../support/terraform/contact-centre';
import type { LoggedCall } from '../support/emulator/test-emulator';
import { apply, plan } from '../support/terraform/told';

const ELSEWHERE = 'eu-central-1';
const instanceArn = (region: string, id = INSTANCE_ID): string => `arn:aws:connect:${region}:${ACCOUNT}:instance/${id}`;

/** Users that were there before, each a member by another spelling of its group and its instance. */
const SPELLINGS: Readonly<Record<string, Body>> = {
  ids: {},
  group_arn: { traffic_distribution_group_id: TEAM_GROUP_ARN },
  instance_arn: { instance_id: instanceArn(HOME_REGION) },
  replica_arn: { instance_id: instanceArn(REPLICA_REGION) },
  both_arns: { instance_id: instanceArn(REPLICA_REGION), traffic_distribution_group_id: TEAM_GROUP_ARN },
};

const regionsOf = (calls: readonly LoggedCall[], operation: RegExp): readonly string[] => [
  ...new Set(calls.filter((call) => operation.test(call.operation)).map(({ region, status }) => `${region} ${status}`)),
];

describe.each([
  { where: 'the home Region of the group', region: HOME_REGION },
  { where: 'the replica Region', region: REPLICA_REGION },
  { where: 'a Region that does not know the instance', region: ELSEWHERE },
])('memberships, where the provider is configured for $where', ({ region }) => {
  let centre: ContactCentre;
  let userIds: readonly string[] = [];
  const declare = (): Promise<void> =>
    centre.declare(
      {
        resource: {
          connect_traffic_distribution_group_user: Object.fromEntries(
            Object.entries(SPELLINGS).map(([name, spelling], index) => [name, membership(userIds[index] ?? '', spelling)]),
          ),
        },
      },
      { region },
    );
  const members = async (): Promise<readonly string[]> => [...(await centre.emulator.control.membersOf(TEAM_GROUP_ID))].sort();
  beforeAll(async () => {
    centre = await ContactCentre.start();
    userIds = await centre.emulator.control.users({ count: Object.keys(SPELLINGS).length, instance: INSTANCE_ID });
    await declare();
  });
  afterAll(() => centre.close());

  it('are made in the home Region, by ids and by ARNs', async () => {
    const { code, errors, warnings, writes, calls } = await apply(centre);
    expect([code, errors, warnings]).toEqual([0, [], []]);
    expect(writes).toEqual(userIds.map(() => 'AssociateTrafficDistributionGroupUser 200'));
    expect(regionsOf(calls, /^Associate/)).toEqual([`${HOME_REGION} 200`]);
    expect(await members()).toEqual([...userIds].sort());
    for (const name of Object.keys(SPELLINGS))
      expect(centre.project.attributes(`connect_traffic_distribution_group_user.${name}`)).toMatchObject({ region: HOME_REGION });
  });

  it('have no changes when nothing changed', async () => {
    const { planned, drift, calls } = await plan(centre);
    expect([planned, drift, regionsOf(calls, /^ListTrafficDistributionGroupUsers/)]).toEqual([{}, {}, [`${HOME_REGION} 200`]]);
  });

  it('end in the home Region', async () => {
    await centre.declare({}, { region });
    const { writes, calls } = await apply(centre);
    expect(writes).toEqual(userIds.map(() => 'DisassociateTrafficDistributionGroupUser 200'));
    expect([regionsOf(calls, /^Disassociate/), await members()]).toEqual([[`${HOME_REGION} 200`], []]);
  });
});

describe('agents of a replicated instance', () => {
  let centre: ContactCentre;
  const userCalls = /User/;
  const declared = (body: Body): Declaration => ({
    resource: {
      connect_user: { ada: agent('ada', body) },
      connect_traffic_distribution_group_user: { ada: membership('${connect_user.ada.user_id}') },
    },
  });
  const isGroupCall = ({ operation }: LoggedCall): boolean => operation.includes('TrafficDistributionGroup');
  const callsAboutUsers = (calls: readonly LoggedCall[]): readonly string[] =>
    regionsOf(
      calls.filter((call) => !isGroupCall(call)),
      userCalls,
    );
  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterAll(() => centre.close());

  it.each<[string, Body, string, string]>([
    ['"region"', { region: REPLICA_REGION }, HOME_REGION, REPLICA_REGION],
    ['the ARN of the instance', { instance_id: instanceArn(REPLICA_REGION) }, HOME_REGION, REPLICA_REGION],
    [
      '"region" before the ARN of the instance',
      { instance_id: instanceArn(REPLICA_REGION), region: HOME_REGION },
      REPLICA_REGION,
      HOME_REGION,
    ],
    ['the provider', {}, REPLICA_REGION, REPLICA_REGION],
  ])('are managed in the Region that %s names, memberships in the home Region', async (_what, body, providers, expected) => {
    await centre.declare(declared(body), { region: providers });
    const created = await apply(centre);
    expect([created.code, created.errors, created.writes]).toEqual([
      0,
      [],
      ['CreateUser 200', 'AssociateTrafficDistributionGroupUser 200'],
    ]);
    expect([callsAboutUsers(created.calls), regionsOf(created.calls, /^Associate/)]).toEqual([[`${expected} 200`], [`${HOME_REGION} 200`]]);
    const refreshed = await plan(centre);
    expect([refreshed.planned, refreshed.drift, callsAboutUsers(refreshed.calls)]).toEqual([{}, {}, [`${expected} 200`]]);
    await centre.declare({}, { region: providers });
    const destroyed = await apply(centre);
    expect([destroyed.code, destroyed.writes]).toEqual([0, ['DisassociateTrafficDistributionGroupUser 200', 'DeleteUser 200']]);
    expect([callsAboutUsers(destroyed.calls), regionsOf(destroyed.calls, /^Disassociate/)]).toEqual([
      [`${expected} 200`],
      [`${HOME_REGION} 200`],
    ]);
  });

  it('can change the Region in which they are managed: the agent stays as it is', async () => {
    await centre.declare(declared({}));
    await apply(centre);
    const before = (await centre.userNamed('ada'))?.Id;
    await centre.declare(declared({ region: REPLICA_REGION }));
    const { planned, writes } = await apply(centre);
    expect([planned, writes, (await centre.userNamed('ada'))?.Id]).toEqual([{ 'connect_user.ada': 'update' }, [], before]);
    expect((await plan(centre)).planned).toEqual({});
  });
});

describe('a user and a quick connect, whose instance comes to be spelled in another way', () => {
  let centre: ContactCentre;
  const BOTH = { 'connect_user.ada': 'update', 'connect_quick_connect.ada': 'update' };
  const declare = (instance: string, tags: Readonly<Record<string, string>> = {}): Promise<void> =>
    centre.declare({
      resource: {
        connect_user: { ada: agent('ada', { instance_id: instance, tags }) },
        connect_quick_connect: {
          ada: {
            instance_id: instance,
            name: 'Call Ada',
            user_config: { user_id: '${connect_user.ada.user_id}', contact_flow_id: AGENT_TRANSFER_FLOW_ID },
            tags,
          },
        },
      },
    });
  beforeAll(async () => {
    centre = await ContactCentre.start();
    await declare(INSTANCE_ID);
    await apply(centre);
  });
  afterAll(() => centre.close());

  it.each<[string, string, string, Readonly<Record<string, string>>]>([
    ['an ARN of the same Region after an id', instanceArn(HOME_REGION), HOME_REGION, {}],
    ['an ARN of another Region after an id', instanceArn(REPLICA_REGION), REPLICA_REGION, BOTH],
    ['an ARN of another Region after an ARN', instanceArn(HOME_REGION), HOME_REGION, BOTH],
    ['an ARN of another Region again', instanceArn(REPLICA_REGION), REPLICA_REGION, BOTH],
    ['an id after an ARN of another Region than that of the provider', INSTANCE_ID, HOME_REGION, BOTH],
  ])('are managed in the Region that it names, and stay what they are: %s', async (_what, instance, region, expected) => {
    await declare(instance);
    const { planned, errors, writes } = await apply(centre);
    expect([planned, errors, writes]).toEqual([expected, [], []]);
    const next = await plan(centre);
    expect([next.planned, regionsOf(next.calls, /User|QuickConnect/)]).toEqual([{}, [`${region} 200`]]);
  });

  it('can have their tags changed with it', async () => {
    await declare(instanceArn(REPLICA_REGION), { site: 'Leeds' });
    const { planned, errors, calls } = await apply(centre);
    expect([planned, errors, regionsOf(calls, /^TagResource/)]).toEqual([BOTH, [], [`${REPLICA_REGION} 200`]]);
    expect((await plan(centre)).planned).toEqual({});
  });
});

describe('an instance in one Region alone', () => {
  let centre: ContactCentre;
  const managed = (more: Body = {}): Declaration => ({
    resource: {
      connect_user: {
        ada: agent('ada', {
          instance_id: MANAGED_INSTANCE_ID,
          routing_profile_id: MANAGED_ROUTING_PROFILE_ID,
          security_profile_ids: [MANAGED_SECURITY_PROFILE_ID],
          password: 'Passw0rd',
          ...more,
        }),
      },
    },
  });
  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterAll(() => centre.close());

  it('fails at plan in another Region, and is fine where the ARN says where it is', async () => {
    await centre.declare(managed(), { region: REPLICA_REGION });
    const refused = await plan(centre);
    expect([refused.errors.map(({ summary }) => summary), refused.writes]).toEqual([[`No instance ${MANAGED_INSTANCE_ID}`], []]);
    await centre.declare(managed({ instance_id: instanceArn(HOME_REGION, MANAGED_INSTANCE_ID) }), { region: REPLICA_REGION });
    expect((await apply(centre)).writes).toEqual(['CreateUser 200']);
  });
});
