import {
  AssociateQueueQuickConnectsCommand,
  AssociateTrafficDistributionGroupUserCommand,
  CreateQuickConnectCommand,
  CreateUserCommand,
  DeleteQuickConnectCommand,
  DeleteUserCommand,
  DisassociateTrafficDistributionGroupUserCommand,
  UpdateTrafficDistributionCommand,
} from '@aws-sdk/client-connect';
import { AGENT_TRANSFER_FLOW_ID, DEFAULT_GROUP_ID, HOME_REGION, INSTANCE_ID, REPLICA_REGION, SUPPORT_QUEUE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { DEFAULT_SETTINGS, USER_CHANGES } from '../../emulator/settings';
import { agent, type Body, ContactCentre, type Declaration, membership } from '../support/contact-centre';
import { coveringArray } from '../support/covering-array';
import { agent as existing, type SettingsPatch } from '../support/emulator';
import { apply, plan } from '../support/terraform-told';

/** Every answer that nobody knows, the documented one first where there is any likelihood. */
const ANSWERS = {
  reassociate: ['ok', 'conflict'],
  disassociateNonMember: ['ok', 'not-found'],
  memberOfDeletedUser: ['removed', 'lingers'],
  disassociateDeletedUser: ['not-found', 'ok'],
  memberIds: ['id', 'arn'],
  groupUsersPageMax: [1000, 10],
  quickConnectUserIdAfterDelete: ['kept', 'cleared'],
  deleteQuickConnectInQueue: ['ok', 'in-use'],
  omittedOnUpdate: ['kept', 'cleared'],
  phoneStyles: ['only-what-was-set', 'both'],
  usernameCase: ['sensitive', 'insensitive'],
  searchCase: ['insensitive', 'sensitive'],
  userIdAsArn: ['refused', 'accepted'],
  associateWhileUpdating: ['not-found', 'ok'],
  lastModifiedMoves: [DEFAULT_SETTINGS.answers.lastModifiedMoves, [], USER_CHANGES],
} as const satisfies { readonly [K in keyof typeof DEFAULT_SETTINGS.answers]: readonly (typeof DEFAULT_SETTINGS.answers)[K][] };

/** The end of a membership and of an agent meet all of these at once; the others are met two by two. */
const ENDING = ['disassociateNonMember', 'memberOfDeletedUser', 'disassociateDeletedUser', 'quickConnectUserIdAfterDelete', 'deleteQuickConnectInQueue'];
const ROWS = coveringArray(ANSWERS, [
  { of: ENDING, strength: 3 },
  { of: Object.keys(ANSWERS), strength: 2 },
]).map((row) => row as NonNullable<SettingsPatch['answers']>);

/** More than one small page of members. */
const OTHERS = 12;

describe('both resources live and end as declared, whatever Amazon Connect answers', () => {
  let centre: ContactCentre;
  let others: readonly string[] = [];
  const idOf = async (name: string): Promise<string> => (await centre.userNamed(name))?.Id ?? `no user ${name}`;
  const named = async (name: string) => ({ InstanceId: INSTANCE_ID, UserId: await idOf(name) });
  const inTeam = async (name: string) => ({ ...(await named(name)), TrafficDistributionGroupId: TEAM_GROUP_ID });
  /** Those who are members and exist. */
  const members = async (group: string): Promise<readonly (string | undefined)[]> => {
    const { users, groups } = await centre.instance();
    const ids = groups.find(({ Id }) => Id === group)?.members ?? [];
    return users.filter(({ Id }) => ids.includes(Id) && !others.includes(Id)).map(({ Username }) => Username).sort();
  };

  beforeAll(async () => {
    centre = await ContactCentre.start();
    others = await centre.emulator.control.users({ count: OTHERS, instance: INSTANCE_ID, prefix: 'other-', group: TEAM_GROUP_ID });
  });
  afterAll(() => centre.close());

  it.each(ROWS.map((row, index) => [index + 1, differing(row), row] as const))('row %i: %s', async (_number, _text, answers) => {
    const { control } = centre.emulator;
    await control.change({ answers });
    const withDouble = answers.usernameCase === 'sensitive';
    if (withDouble) await centre.outside().send(new CreateUserCommand(existing('Eve')));

    await centre.declare(BEFORE);
    await control.fault({ operation: 'AssociateTrafficDistributionGroupUser', dropConnection: 'after' });
    expect(await apply(centre)).toMatchObject({ code: 0, errors: [] });
    expect(await plan(centre)).toMatchObject({ planned: {}, drift: {}, warnings: [] });
    expect(await members(TEAM_GROUP_ID)).toEqual(['ada', 'bob', 'cleo']);

    const quickConnects = await happenOutside(centre, named, inTeam);
    await control.change({ groupDelay: 1500 });
    await startUpdate(centre);
    await centre.declare(AFTER);
    for (const operation of ['CreateUser', 'DisassociateTrafficDistributionGroupUser', 'DeleteUser', 'DeleteQuickConnect']) await control.fault({ operation, dropConnection: 'after' });
    const changed = await apply(centre);
    await control.clearFaults();
    expect(changed).toMatchObject({ code: 0, errors: [] });
    expect(changed.planned).toMatchObject({
      'connect_user.ada': 'update',
      'connect_user.bob': 'update',
      'connect_user.cleo': answers.quickConnectUserIdAfterDelete === 'kept' ? 'replace' : 'create',
      'connect_user.dan': 'delete',
      'connect_user.eve': 'create',
      'connect_traffic_distribution_group_user.ada': 'create',
      'connect_traffic_distribution_group_user.cleo': answers.memberOfDeletedUser === 'lingers' ? 'replace' : 'create',
    });
    expect(await plan(centre)).toMatchObject({ planned: {}, drift: {}, warnings: [] });
    expect([await members(TEAM_GROUP_ID), await members(DEFAULT_GROUP_ID)]).toEqual([['ada', 'cleo', 'eve'], ['bob']]);

    await control.change({ groupDelay: 0 });
    await centre.declare({});
    expect(await apply(centre)).toMatchObject({ code: 0, errors: [] });
    const { users, quickConnects: left } = await centre.instance();
    expect(users.map(({ Id, Username }) => (others.includes(Id) ? 'other' : Username)).filter((name) => name !== 'other')).toEqual(withDouble ? ['Eve'] : []);
    const orphaned = answers.quickConnectUserIdAfterDelete === 'cleared' ? [quickConnects.cleo] : [];
    expect(left.filter(({ QuickConnectConfig }) => QuickConnectConfig.QuickConnectType === 'USER').map(({ Id }) => Id)).toEqual(orphaned);
    await tidy(centre, orphaned);
  });
});

function differing(answers: NonNullable<SettingsPatch['answers']>): string {
  const differences = Object.entries(answers).filter(([name, value]) => value !== DEFAULT_SETTINGS.answers[name as keyof typeof answers]);
  return differences.map(([name, value]) => `${name} ${Array.isArray(value) ? value.length : String(value)}`).join(', ') || 'the defaults';
}

const person = (more: Body = {}): Body => ({ first_name: 'Ada', last_name: 'Lovelace', ...more });
const joined = (name: string, group = TEAM_GROUP_ID): Body => membership(`\${connect_user.${name}.user_id}`, { traffic_distribution_group_id: group });
const channels = (chat: boolean): Body => ({
  phone_config: undefined,
  auto_accept_config: [{ channel: 'VOICE', auto_accept: true }, { channel: 'CHAT', auto_accept: chat }],
  after_contact_work_config: [{ channel: 'VOICE', after_contact_work_time_limit: 30 }],
});

const BEFORE: Declaration = {
  resource: {
    connect_user: {
      ada: agent('ada', {
        identity_info: person({ secondary_email: 'ada@example.com', mobile: '+12065550101' }),
        phone_config: { phone_type: 'SOFT_PHONE', auto_accept: true },
        proficiency: [{ attribute_name: 'Product', attribute_value: 'Mobile', level: 2 }],
        tags: { site: 'Leeds' },
      }),
      bob: agent('bob', channels(true)),
      cleo: agent('cleo'),
      dan: agent('dan'),
    },
    connect_traffic_distribution_group_user: { ada: joined('ada'), bob: joined('bob'), cleo: joined('cleo') },
  },
};

const AFTER: Declaration = {
  resource: {
    connect_user: {
      ada: agent('ada', {
        identity_info: person({ mobile: '+12065550102' }),
        phone_config: { phone_type: 'SOFT_PHONE' },
        proficiency: [{ attribute_name: 'Product', attribute_value: 'Mobile', level: 5 }, { attribute_name: 'Product', attribute_value: 'Broadband', level: 1 }],
        tags: { floor: '1' },
      }),
      bob: agent('bob', channels(false)),
      cleo: agent('cleo'),
      eve: agent('eve'),
    },
    connect_traffic_distribution_group_user: { ada: joined('ada'), bob: joined('bob', DEFAULT_GROUP_ID), cleo: joined('cleo'), eve: joined('eve') },
  },
};

type Named = (name: string) => Promise<{ readonly InstanceId: string; readonly UserId: string }>;

/** One leaves the group, one joins it, one account goes; quick connects come. Answers with their ids. */
async function happenOutside(centre: ContactCentre, named: Named, inTeam: (name: string) => Promise<Awaited<ReturnType<Named>> & { readonly TrafficDistributionGroupId: string }>): Promise<{ readonly cleo: string; readonly dan: string }> {
  const outside = centre.outside();
  const quickConnectTo = async (name: string): Promise<string> => {
    const { UserId } = await named(name);
    const { QuickConnectId = '' } = await outside.send(new CreateQuickConnectCommand({ InstanceId: INSTANCE_ID, Name: name, QuickConnectConfig: { QuickConnectType: 'USER', UserConfig: { UserId, ContactFlowId: AGENT_TRANSFER_FLOW_ID } } }));
    await outside.send(new AssociateQueueQuickConnectsCommand({ InstanceId: INSTANCE_ID, QueueId: SUPPORT_QUEUE_ID, QuickConnectIds: [QuickConnectId] }));
    return QuickConnectId;
  };
  const made = { cleo: await quickConnectTo('cleo'), dan: await quickConnectTo('dan') };
  await outside.send(new DisassociateTrafficDistributionGroupUserCommand(await inTeam('ada')));
  await outside.send(new AssociateTrafficDistributionGroupUserCommand(await inTeam('dan')));
  await outside.send(new DeleteUserCommand(await named('cleo')));
  return made;
}

/** Somebody moves the traffic: the group takes no other change until that is done. */
async function startUpdate(centre: ContactCentre): Promise<void> {
  const half = [HOME_REGION, REPLICA_REGION].map((Region) => ({ Region, Percentage: 50 }));
  await centre.outside().send(new UpdateTrafficDistributionCommand({ Id: TEAM_GROUP_ID, TelephonyConfig: { Distributions: half } }));
}

async function tidy(centre: ContactCentre, quickConnects: readonly string[]): Promise<void> {
  for (const QuickConnectId of quickConnects) await centre.emulator.control.change({ answers: { deleteQuickConnectInQueue: 'ok' } }).then(() => centre.outside().send(new DeleteQuickConnectCommand({ InstanceId: INSTANCE_ID, QuickConnectId })));
  const double = await centre.userNamed('Eve');
  if (double) await centre.outside().send(new DeleteUserCommand({ InstanceId: INSTANCE_ID, UserId: double.Id }));
}

it('fails at apply, with the name, where another user has the name in other letters and Connect does not tell them apart', async () => {
  const centre = await ContactCentre.start({ answers: { usernameCase: 'insensitive' } });
  await centre.outside().send(new CreateUserCommand(existing('Foo')));
  await centre.declare({ resource: { connect_user: { foo: agent('foo') } } });
  expect(await plan(centre)).toMatchObject({ code: 0, errors: [], warnings: [] });
  const { errors } = await apply(centre);
  expect(errors).toMatchObject([{ address: 'connect_user.foo', summary: expect.stringMatching(/^Creating the user "foo" failed: conflict$/) }]);
  expect(centre.project.state()).toEqual([]);
  await centre.close();
});
