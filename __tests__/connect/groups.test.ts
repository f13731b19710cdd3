import { idIn } from '../../connect/shapes/ids';
import {
  DEFAULT_GROUP_ARN,
  DEFAULT_GROUP_ID,
  HOME_REGION,
  INSTANCE_ID,
  PENDING_GROUP_ID,
  REPLICA_REGION,
  TEAM_GROUP_ARN,
  TEAM_GROUP_ID,
} from '../support/connect/seed';
import { createUsers } from '../../emulator/control/bulk-users';
import { openEmulator, samlUser, type WithEmulator } from '../support/connect/emulator';
import { failureOf, openAt, valueOf } from '../support/connect/open';
import { ok, refusal, startScriptedServer } from '../support/connect/scripted-server';
import { FakeClock } from '../support/clocks/fake-clock';

const fill = (service: WithEmulator, count: number): readonly string[] =>
  createUsers(service.emulator.world, { count, instance: INSTANCE_ID, group: TEAM_GROUP_ID }, 0).userIds;

describe('traffic distribution groups', () => {
  it('are listed with their bare ids and their state', async () => {
    await using service = await openEmulator();
    const groups = valueOf(await service.gateway().groups.list(INSTANCE_ID));
    expect(groups.map(({ id, status, isDefault }) => [id, status, isDefault])).toEqual([
      [DEFAULT_GROUP_ID, 'ACTIVE', true],
      [TEAM_GROUP_ID, 'ACTIVE', false],
      [PENDING_GROUP_ID, 'CREATION_IN_PROGRESS', false],
    ]);
    expect(groups[0]?.arn).toBe(DEFAULT_GROUP_ARN);
  });

  it('are listed once for all who ask, in each Region, until somebody wants them fresh', async () => {
    await using service = await openEmulator();
    const ask = async (region?: string): Promise<unknown> => valueOf(await service.gateway().groups.list(INSTANCE_ID, region));
    await Promise.all([ask(), ask(), ask(HOME_REGION)]);
    await ask();
    expect(service.calls('ListTrafficDistributionGroups')).toHaveLength(1);
    await ask(REPLICA_REGION);
    expect(service.calls('ListTrafficDistributionGroups')).toHaveLength(2);
    await service.clock.sleep(2_000);
    valueOf(await service.gateway().groups.list(INSTANCE_ID, undefined, { fresh: true }));
    await ask();
    expect(service.calls('ListTrafficDistributionGroups')).toHaveLength(3);
  });

  it('are there, fresh, as soon as this process made them, though it listed them just before', async () => {
    await using service = await openEmulator();
    const { groups } = service.gateway();
    const fresh = async () => valueOf(await service.gateway().groups.list(INSTANCE_ID, undefined, { fresh: true })).map(({ id }) => id);
    await fresh();
    const { id } = valueOf(
      await groups.create({ instanceId: INSTANCE_ID, region: HOME_REGION, name: 'Night', tags: {}, clientToken: 'night' }),
    );
    expect(await fresh()).toContain(id);
  });

  it('are asked for again after a failure', async () => {
    await using service = await openEmulator({ rate: 'off', deny: [{ operation: 'ListTrafficDistributionGroups' }] });
    const { groups } = service.gateway();
    expect(failureOf(await groups.list(INSTANCE_ID))).toMatchObject({ kind: 'denied', operation: 'ListTrafficDistributionGroups' });
    service.emulator.change({ deny: [] });
    expect(valueOf(await groups.list(INSTANCE_ID))).toHaveLength(3);
  });

  it('are found by id, and by ARN from the other Region', async () => {
    await using service = await openEmulator();
    const { groups } = service.gateway();
    expect(valueOf(await groups.find({ group: TEAM_GROUP_ID }))).toMatchObject({ id: TEAM_GROUP_ID, arn: TEAM_GROUP_ARN });
    expect(valueOf(await groups.find({ group: TEAM_GROUP_ARN, region: REPLICA_REGION }))?.id).toBe(TEAM_GROUP_ID);
    expect(valueOf(await groups.find({ group: TEAM_GROUP_ID.replace('2222', '0000') }))).toBeUndefined();
  });

  it('are not gone for one answer that says so', async () => {
    await using service = await openEmulator();
    service.emulator.faults.add({ operation: 'DescribeTrafficDistributionGroup', code: 'ResourceNotFoundException' });
    expect(valueOf(await service.gateway().groups.find({ group: TEAM_GROUP_ID }))?.id).toBe(TEAM_GROUP_ID);
  });

  it.each(['id', 'arn'] as const)('take users in and let them go, when members are listed by %s', async (memberIds) => {
    await using service = await openEmulator({ rate: 'off', answers: { memberIds } });
    const { users, groups } = service.gateway();
    const { id } = valueOf(await users.create(samlUser('jane')));
    const membership = { instanceId: INSTANCE_ID, groupId: TEAM_GROUP_ID, userId: id, region: HOME_REGION };
    valueOf(await groups.associateUser(membership));
    expect(valueOf(await groups.listUsers({ group: TEAM_GROUP_ID }))).toEqual(new Set([id]));
    valueOf(await groups.disassociateUser(membership));
    expect(valueOf(await groups.listUsers({ group: TEAM_GROUP_ID }))).toEqual(new Set());
  });

  it('refuse a member outside their home Region', async () => {
    await using service = await openEmulator();
    const [userId = ''] = fill(service, 1);
    const membership = { instanceId: INSTANCE_ID, groupId: idIn(DEFAULT_GROUP_ID), userId: idIn(userId), region: REPLICA_REGION };
    expect(failureOf(await service.gateway().groups.associateUser(membership))).toMatchObject({
      kind: 'not-found',
      region: REPLICA_REGION,
    });
  });

  it('list their members a thousand at a time', async () => {
    await using service = await openEmulator();
    const ids = fill(service, 2500);
    expect(valueOf(await service.gateway().groups.listUsers({ group: TEAM_GROUP_ID }))).toEqual(new Set(ids));
    expect(service.calls('ListTrafficDistributionGroupUsers')).toHaveLength(3);
  });

  it('list them ten at a time where the service takes no more, and remember that', async () => {
    await using service = await openEmulator({ rate: 'off', answers: { groupUsersPageMax: 10 } });
    const ids = fill(service, 25);
    const list = async (): Promise<unknown> => valueOf(await service.gateway().groups.listUsers({ group: TEAM_GROUP_ID }));
    expect(await list()).toEqual(new Set(ids));
    expect(service.calls('ListTrafficDistributionGroupUsers').map(({ status }) => status)).toEqual([400, 200, 200, 200]);
    await list();
    expect(service.calls('ListTrafficDistributionGroupUsers').filter(({ status }) => status === 400)).toHaveLength(1);
  });

  it('are listed again with their members for a removal once the lists are ten seconds old, and for a refresh never', async () => {
    await using service = await openEmulator({ rate: 'off', timeScale: 1 });
    const clock = new FakeClock();
    const { groups } = (await openAt(service.url, { region: HOME_REGION }, clock)).gateway();
    const group = { group: TEAM_GROUP_ID };
    const userId = idIn(createUsers(service.emulator.world, { instance: INSTANCE_ID, count: 1 }, 0).userIds[0] ?? '');
    const lists = () => service.calls('ListTrafficDistributionGroupUsers').length;

    expect([valueOf(await groups.hasUser(group, userId)), lists()]).toEqual([false, 2]);
    // Somebody else puts the user into the group.
    valueOf(await service.gateway().groups.associateUser({ instanceId: INSTANCE_ID, groupId: TEAM_GROUP_ID, userId, region: HOME_REGION }));
    await clock.advance(10_000);
    expect([valueOf(await groups.hasUser(group, userId, { recent: true })), lists()]).toEqual([false, 2]);
    await clock.advance(1);
    expect([valueOf(await groups.hasUser(group, userId)), lists()]).toEqual([false, 2]);
    expect([valueOf(await groups.hasUser(group, userId, { recent: true })), lists()]).toEqual([true, 3]);

    valueOf(await groups.list(INSTANCE_ID));
    await clock.advance(10_001);
    valueOf(await groups.list(INSTANCE_ID));
    expect(service.calls('ListTrafficDistributionGroups')).toHaveLength(1);
    valueOf(await groups.list(INSTANCE_ID, undefined, { recent: true }));
    expect(service.calls('ListTrafficDistributionGroups')).toHaveLength(2);
  });

  it('list them ten at a time, too, where a refusal does not say that it is about the size of the page', async () => {
    const small = { TrafficDistributionGroupUserSummaryList: [{ UserId: 'jane' }] };
    await using server = await startScriptedServer(refusal(400, 'InvalidRequestException', 'Invalid request.'), ok(small));
    const { groups } = (await openAt(server.endpoint)).gateway();
    expect(valueOf(await groups.listUsers({ group: TEAM_GROUP_ID }))).toEqual(new Set(['jane']));
    expect(server.requests).toHaveLength(2);
  });

  it('fails where the service takes no page size at all, after two tries', async () => {
    const refused = refusal(400, 'InvalidRequestException', 'maxResults is out of range');
    await using server = await startScriptedServer(refused, refused, refused);
    const { groups } = (await openAt(server.endpoint)).gateway();
    expect(failureOf(await groups.listUsers({ group: TEAM_GROUP_ID })).kind).toBe('invalid');
    expect(server.requests).toHaveLength(2);
  });

  it('fails for a group that does not exist, without a second try at another page size', async () => {
    await using service = await openEmulator();
    const missing = TEAM_GROUP_ID.replace('2222', '0000');
    expect(failureOf(await service.gateway().groups.listUsers({ group: missing })).kind).toBe('not-found');
    expect(service.calls('ListTrafficDistributionGroupUsers')).toHaveLength(1);
  });
});
