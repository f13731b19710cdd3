import {
  AssociateTrafficDistributionGroupUserCommand,
  DeleteUserCommand,
  DisassociateTrafficDistributionGroupUserCommand,
} from '@aws-sdk/client-connect';
import { DEFAULT_GROUP_ID, HOME_REGION, INSTANCE_ID, REPLICA_REGION, TEAM_GROUP_ARN, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, type Declaration, membership } from '../support/terraform/contact-centre';
import type { LoggedCall, SettingsPatch } from '../support/emulator/test-emulator';
import { apply, plan, toldBy } from '../support/terraform/told';

const ADDRESS = 'connect_traffic_distribution_group_users.team';
const ASSOCIATED = 'AssociateTrafficDistributionGroupUser 200';
const DISASSOCIATED = 'DisassociateTrafficDistributionGroupUser 200';

/** Agents that are there already; more than a small page of them. */
const AGENTS = 12;

let centre: ContactCentre;
let ids: readonly string[] = [];

const group = (userIds: readonly string[], more: Body = {}): Body => ({
  instance_id: INSTANCE_ID,
  traffic_distribution_group_id: TEAM_GROUP_ID,
  user_ids: userIds,
  ...more,
});
const team = (userIds: readonly string[], more: Body = {}): Declaration => ({
  resource: { connect_traffic_distribution_group_users: { team: group(userIds, more) } },
});
const members = async (groupId = TEAM_GROUP_ID): Promise<readonly string[]> =>
  [...(await centre.emulator.control.membersOf(groupId))].sort();
const inTeam = (UserId: string) => ({ InstanceId: INSTANCE_ID, TrafficDistributionGroupId: TEAM_GROUP_ID, UserId });
const join = (userId: string) => centre.outside().send(new AssociateTrafficDistributionGroupUserCommand(inTeam(userId)));
const leave = (userId: string) => centre.outside().send(new DisassociateTrafficDistributionGroupUserCommand(inTeam(userId)));
const inState = (): readonly string[] => (centre.project.attributes(ADDRESS)?.['user_ids'] ?? []) as readonly string[];
const regionsOf = (calls: readonly LoggedCall[]): readonly string[] =>
  calls.filter(({ operation }) => operation.endsWith('ociateTrafficDistributionGroupUser')).map(({ region }) => region);
const sorted = (list: readonly string[]): readonly string[] => [...list].sort();
const id = (index: number): string => ids[index] ?? `no agent ${index}`;

async function start(settings: SettingsPatch = {}): Promise<void> {
  centre = await ContactCentre.start({ settings });
  ids = await centre.emulator.control.users({ count: AGENTS, instance: INSTANCE_ID, prefix: 'agent-' });
}

async function nothingLeft(): Promise<void> {
  expect(await plan(centre)).toMatchObject({ code: 0, planned: {}, drift: {}, errors: [], warnings: [] });
}

/** The life of a group that one resource owns, told in order: each step starts from what the one before left. */
describe('all users of a traffic distribution group, in one resource', () => {
  beforeAll(() => start({ answers: { groupUsersPageMax: 10 } }));
  afterAll(() => centre.close());

  it('come by one call each, after one look at the group', async () => {
    await centre.declare(team(ids));
    expect((await plan(centre)).planned).toEqual({ [ADDRESS]: 'create' });
    const { code, writes } = await apply(centre);
    expect([code, writes]).toEqual([0, ids.map(() => ASSOCIATED)]);
    expect(await members()).toEqual(sorted(ids));
    expect(centre.project.attributes(ADDRESS)).toMatchObject({ id: `${INSTANCE_ID},${TEAM_GROUP_ID}`, region: 'us-east-1' });
    await nothingLeft();
  });

  it('are the same in another order, as ARNs, and with another timeout', async () => {
    const arns = ids.map((one) => `arn:aws:connect:us-east-1:123456789012:instance/${INSTANCE_ID}/agent/${one}`);
    await centre.declare(team([...arns].reverse(), { traffic_distribution_group_id: TEAM_GROUP_ARN }));
    await nothingLeft();
    await centre.declare(team(ids, { timeouts: { update: '1h' } }));
    expect(await apply(centre)).toMatchObject({ code: 0, planned: { [ADDRESS]: 'update' }, writes: [] });
    await nothingLeft();
  });

  it('come and go as declared, and the plan names them', async () => {
    await centre.declare(team(ids.slice(2)));
    const shown = await centre.project.planJson();
    const [change] = shown.resource_changes ?? [];
    expect([sorted(change?.change.before?.['user_ids'] as string[]), sorted(change?.change.after?.['user_ids'] as string[])]).toEqual([
      sorted(ids),
      sorted(ids.slice(2)),
    ]);
    expect((await apply(centre)).writes).toEqual([DISASSOCIATED, DISASSOCIATED]);
    expect(await members()).toEqual(sorted(ids.slice(2)));
    await nothingLeft();
  });

  it('are put back, and strangers taken out, when somebody changed the group outside Terraform', async () => {
    await join(id(0));
    await leave(id(5));
    expect(await plan(centre)).toMatchObject({ drift: { [ADDRESS]: 'update' }, planned: { [ADDRESS]: 'update' } });
    expect(sorted((await apply(centre)).writes)).toEqual([ASSOCIATED, DISASSOCIATED]);
    expect(await members()).toEqual(sorted(ids.slice(2)));
    await nothingLeft();
  });

  it('are imported with the group, without a change', async () => {
    for (const [instance, groupId] of [
      [INSTANCE_ID, TEAM_GROUP_ID],
      [INSTANCE_ID, TEAM_GROUP_ARN],
    ]) {
      await centre.project.succeed('state', 'rm', ADDRESS);
      await centre.project.succeed('import', '-no-color', ADDRESS, `${instance},${groupId}`);
      await nothingLeft();
    }
    const malformed = await centre.project.run('import', '-no-color', ADDRESS, INSTANCE_ID);
    expect(malformed.stderr).toMatch(/Resource already managed|Expected INSTANCE,GROUP/);
  });

  it('leave the old group and come to the new one when the group changes', async () => {
    await centre.declare(team(ids.slice(2), { traffic_distribution_group_id: DEFAULT_GROUP_ID }));
    const { planned, writes } = await apply(centre);
    expect(planned).toEqual({ [ADDRESS]: 'replace' });
    expect(sorted(writes)).toEqual([...ids.slice(2).map(() => ASSOCIATED), ...ids.slice(2).map(() => DISASSOCIATED)]);
    expect([await members(), await members(DEFAULT_GROUP_ID)]).toEqual([[], sorted(ids.slice(2))]);
    await nothingLeft();
  });

  it('go when the group is no longer declared', async () => {
    await centre.declare({});
    expect((await apply(centre)).writes).toEqual(ids.slice(2).map(() => DISASSOCIATED));
    expect([await members(DEFAULT_GROUP_ID), centre.project.state()]).toEqual([[], []]);
  });
});

describe('accounts that the same configuration declares', () => {
  beforeAll(() => start({ answers: { memberOfDeletedUser: 'lingers' } }));
  afterAll(() => centre.close());
  const declared = (...names: readonly string[]): Declaration => ({
    resource: {
      connect_user: Object.fromEntries(names.map((name) => [name, agent(name)])),
      connect_traffic_distribution_group_users: { team: group(names.map((name) => `\${connect_user.${name}.user_id}`)) },
    },
  });

  it('come once they are made, and go before they are deleted', async () => {
    await centre.declare(declared('ada', 'bob', 'cleo'));
    expect(await apply(centre)).toMatchObject({ code: 0, errors: [], warnings: [] });
    await nothingLeft();
    await centre.declare(declared('ada', 'cleo', 'dan'));
    expect(await apply(centre)).toMatchObject({ code: 0, errors: [] });
    await nothingLeft();
    const { users } = await centre.instance();
    const known = users.filter(({ Id }) => !ids.includes(Id));
    expect(known.map(({ Username }) => Username).sort()).toEqual(['ada', 'cleo', 'dan']);
    expect(await members()).toEqual(known.map(({ Id }) => Id).sort());
  });

  it('are replaced in the group when an account was deleted outside Terraform, though the group still lists it', async () => {
    const cleo = (await centre.userNamed('cleo'))?.Id ?? '';
    await centre.outside().send(new DeleteUserCommand({ InstanceId: INSTANCE_ID, UserId: cleo }));
    expect(await apply(centre)).toMatchObject({ code: 0, errors: [] });
    expect(await members()).toContain((await centre.userNamed('cleo'))?.Id);
    await nothingLeft();
  });
});

describe('when something is in the way', () => {
  beforeEach(() => start());
  afterEach(() => centre.close());

  it('refuses a new resource for a group with users that are not declared, and tells how to import it', async () => {
    await join(id(7));
    await centre.declare(team(ids.slice(0, 3)));
    const { errors, writes } = await plan(centre);
    expect(errors).toMatchObject([
      {
        address: ADDRESS,
        summary: 'The traffic distribution group has users that are not declared: 1',
        detail: expect.stringContaining(`terraform import ADDRESS ${INSTANCE_ID},${TEAM_GROUP_ID}`),
      },
    ]);
    expect(writes).toEqual([]);
    await centre.project.succeed('import', '-no-color', ADDRESS, `${INSTANCE_ID},${TEAM_GROUP_ID}`);
    expect(sorted((await apply(centre)).writes)).toEqual([ASSOCIATED, ASSOCIATED, ASSOCIATED, DISASSOCIATED]);
    expect(await members()).toEqual(sorted(ids.slice(0, 3)));
  });

  it('puts users in, and takes them out, in the home Region, also from the replica Region and by the bare id of the group', async () => {
    await centre.declare(team(ids.slice(0, 2)), { region: REPLICA_REGION });
    expect(regionsOf((await apply(centre)).calls)).toEqual([HOME_REGION, HOME_REGION]);
    await centre.declare({}, { region: REPLICA_REGION });
    expect(regionsOf((await apply(centre)).calls)).toEqual([HOME_REGION, HOME_REGION]);
  });

  it('refuses users who do not exist, a group that does not, and one group declared in two ways', async () => {
    const nobody = 'aaaaaaaa-0000-4000-8000-00000000dead';
    await centre.declare(team([id(0), nobody]));
    expect((await plan(centre)).errors).toMatchObject([{ address: ADDRESS, summary: `No user ${nobody}`, snippet: expect.anything() }]);
    await centre.declare(team([id(0)], { traffic_distribution_group_id: '22222222-0000-4000-8000-00000000dead' }));
    expect((await plan(centre)).errors).toMatchObject([{ summary: 'No traffic distribution group 22222222-0000-4000-8000-00000000dead' }]);
    await centre.declare({
      resource: {
        connect_traffic_distribution_group_users: { team: group([id(0)]) },
        connect_traffic_distribution_group_user: { bob: membership(id(1)) },
      },
    });
    expect((await plan(centre)).errors).toMatchObject([{ summary: 'Declared as a whole and in parts' }]);
    await centre.declare({ resource: { connect_traffic_distribution_group_users: { team: group([id(0)]), again: group([id(0)]) } } });
    expect((await plan(centre)).errors.map(({ summary }) => summary)).toContain('Declared twice');
    expect(await members()).toEqual([]);
  });

  it('keeps who is in when others fail, takes nobody out when it is made anew, and goes on with the next apply', async () => {
    const { control } = centre.emulator;
    await control.fault({ operation: 'AssociateTrafficDistributionGroupUser', code: 'AccessDeniedException', status: 403, count: 3 });
    await centre.declare(team(ids));
    const failed = await apply(centre);
    expect(failed.errors).toHaveLength(3);
    expect(failed.errors[0]).toMatchObject({ address: ADDRESS, summary: expect.stringContaining('access denied') });
    expect((await members()).length).toBe(AGENTS - 3);
    expect(sorted(inState())).toEqual(await members());

    const again = await apply(centre);
    expect(again).toMatchObject({
      code: 0,
      planned: { [ADDRESS]: 'replace' },
      warnings: [{ detail: expect.stringContaining(`the users of the traffic distribution group ${TEAM_GROUP_ID}. Nothing is destroyed`) }],
    });
    expect(again.writes).toEqual([ASSOCIATED, ASSOCIATED, ASSOCIATED]);
    expect(await members()).toEqual(sorted(ids));
    await nothingLeft();

    await control.fault({ operation: 'DisassociateTrafficDistributionGroupUser', code: 'AccessDeniedException', status: 403, count: 1 });
    await centre.declare({});
    expect((await apply(centre)).errors).toHaveLength(1);
    expect(await members()).toEqual(sorted(inState()));
    expect((await apply(centre)).writes).toEqual([DISASSOCIATED]);
    expect([await members(), centre.project.state()]).toEqual([[], []]);
  });

  it('tries nobody else after ten failures, and tells how many are left', async () => {
    await centre.emulator.control.fault({
      operation: 'AssociateTrafficDistributionGroupUser',
      code: 'AccessDeniedException',
      status: 403,
      count: 1000,
    });
    ids = [...ids, ...(await centre.emulator.control.users({ count: 100, instance: INSTANCE_ID, prefix: 'more-' }))];
    await centre.declare(team(ids));
    const { errors, calls } = await apply(centre);
    const tried = calls.filter(({ operation }) => operation === 'AssociateTrafficDistributionGroupUser').length;
    expect(tried).toBeLessThan(ids.length);
    expect(errors).toHaveLength(11);
    expect(errors.map(({ summary }) => summary)).toContain(`Users that were not tried: ${ids.length - 10}`);
    expect(centre.project.state()).toEqual([]);
  });

  it('fails at apply, and changes nothing, when somebody came into the group after the plan that makes the resource', async () => {
    await centre.declare(team(ids.slice(0, 2)));
    await centre.project.succeed('plan', '-input=false', '-out=saved');
    await join(id(9));
    const { errors } = toldBy(await centre.project.run('apply', '-json', '-input=false', 'saved'));
    expect(errors).toMatchObject([{ summary: 'The traffic distribution group has users that are not declared: 1' }]);
    expect(await members()).toEqual([id(9)]);
  });

  it('leaves for the next plan who came into the group after the plan that changes it', async () => {
    await centre.declare(team(ids.slice(0, 2)));
    await apply(centre);
    await centre.declare(team(ids.slice(1, 3)));
    await centre.project.succeed('plan', '-input=false', '-out=saved');
    await join(id(9));
    await centre.project.succeed('apply', '-input=false', 'saved');
    expect(await members()).toEqual(sorted([id(1), id(2), id(9)]));
    expect(await plan(centre)).toMatchObject({ drift: { [ADDRESS]: 'update' }, planned: { [ADDRESS]: 'update' } });
  });

  it('fails at apply, with the accounts made, when strangers are in a group whose users were not known at plan', async () => {
    await join(id(9));
    await centre.declare({
      resource: {
        connect_user: { ada: agent('ada') },
        connect_traffic_distribution_group_users: { team: group(['${connect_user.ada.user_id}']) },
      },
    });
    expect((await plan(centre)).errors).toEqual([]);
    expect((await apply(centre)).errors).toMatchObject([
      { address: ADDRESS, summary: 'The traffic distribution group has users that are not declared: 1' },
    ]);
    expect(await members()).toEqual([id(9)]);
  });
});
