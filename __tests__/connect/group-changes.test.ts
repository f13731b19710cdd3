import {
  DEFAULT_GROUP_ARN,
  DEFAULT_GROUP_ID,
  HOME_REGION,
  INSTANCE_ID,
  MANAGED_INSTANCE_ID,
  REPLICA_REGION,
  TEAM_GROUP_ARN,
  TEAM_GROUP_ID,
} from '../support/connect/seed';
import { openEmulator } from '../support/connect/emulator';
import { failureOf, valueOf } from '../support/connect/open';

const NIGHT = {
  instanceId: INSTANCE_ID,
  region: HOME_REGION,
  name: 'Night',
  description: 'At night',
  tags: { team: 'night' },
  clientToken: 'the token of this declaration',
};
const shares = (home: number) => ({ [HOME_REGION]: home, [REPLICA_REGION]: 100 - home });

describe('a traffic distribution group', () => {
  it('is made, tagged and deleted', async () => {
    await using service = await openEmulator();
    const { groups, tagging } = service.gateway();
    const { id, arn } = valueOf(await groups.create(NIGHT));
    expect(valueOf(await groups.find({ group: id }))).toMatchObject({ name: 'Night', description: 'At night', tags: { team: 'night' } });
    valueOf(await tagging.tag(arn, { site: 'Leeds' }));
    valueOf(await tagging.untag(arn, ['team']));
    expect(valueOf(await groups.find({ group: id }))?.tags).toEqual({ site: 'Leeds' });
    valueOf(await groups.delete({ group: id }));
    expect(valueOf(await groups.find({ group: id }))).toBeUndefined();
  });

  it('is made once, whatever becomes of the answers, by one process or by two', async () => {
    await using service = await openEmulator();
    service.emulator.faults.add({ operation: 'CreateTrafficDistributionGroup', dropConnection: 'after' });
    const { id } = valueOf(await service.gateway().groups.create(NIGHT));
    expect(valueOf(await service.gateway().groups.create(NIGHT)).id).toBe(id);
    expect(failureOf(await service.gateway().groups.create({ ...NIGHT, clientToken: 'another' })).kind).toBe('conflict');
  });

  it('without tags or description is made all the same', async () => {
    await using service = await openEmulator();
    const { id } = valueOf(await service.gateway().groups.create({ ...NIGHT, description: undefined, tags: {} }));
    const found = valueOf(await service.gateway().groups.find({ group: id }));
    expect([found?.description, found?.tags]).toEqual([undefined, {}]);
  });

  it('that is refused says why', async () => {
    await using service = await openEmulator({ rate: 'off', quotas: { trafficDistributionGroups: 3 } });
    const { groups } = service.gateway();
    expect(failureOf(await groups.create(NIGHT)).kind).toBe('quota-full');
    expect(failureOf(await groups.create({ ...NIGHT, instanceId: MANAGED_INSTANCE_ID })).kind).toBe('invalid');
    expect(failureOf(await groups.delete({ group: DEFAULT_GROUP_ID })).kind).toBe('invalid');
    valueOf(await groups.delete({ group: TEAM_GROUP_ID.replace('2222', '0000') }));
  });
});

describe('the shares of a group', () => {
  it('are read and changed from either Region, by the ARN of the group', async () => {
    await using service = await openEmulator();
    const { distributions } = service.gateway();
    const replica = { group: TEAM_GROUP_ARN, region: REPLICA_REGION };
    expect(valueOf(await distributions.find({ group: TEAM_GROUP_ID }))).toEqual({ telephony: shares(100), agent: shares(100) });
    valueOf(await distributions.update(replica, { telephony: shares(30) }));
    expect(valueOf(await distributions.find(replica))).toEqual({ telephony: shares(30), agent: shares(100) });
    expect(valueOf(await distributions.find({ group: TEAM_GROUP_ID, region: REPLICA_REGION }))).toBeUndefined();
  });

  it('have sign-ins for the default group alone', async () => {
    await using service = await openEmulator();
    const { distributions } = service.gateway();
    const signIn = { [HOME_REGION]: false, [REPLICA_REGION]: true };
    valueOf(await distributions.update({ group: DEFAULT_GROUP_ARN }, { signIn }));
    expect(valueOf(await distributions.find({ group: DEFAULT_GROUP_ARN }))?.signIn).toEqual(signIn);
    expect(failureOf(await distributions.update({ group: TEAM_GROUP_ARN }, { signIn })).kind).toBe('invalid');
  });

  it('change only while the group is ACTIVE', async () => {
    await using service = await openEmulator({ rate: 'off', groupDelay: 600_000 });
    const { distributions } = service.gateway();
    valueOf(await distributions.update({ group: TEAM_GROUP_ARN }, { agent: shares(0) }));
    expect(failureOf(await distributions.update({ group: TEAM_GROUP_ARN }, { agent: shares(100) })).kind).toBe('invalid');
  });

  it('are refused to whoever may not read them', async () => {
    await using service = await openEmulator({ rate: 'off', deny: [{ operation: 'GetTrafficDistribution' }] });
    expect(failureOf(await service.gateway().distributions.find({ group: TEAM_GROUP_ARN })).kind).toBe('denied');
  });
});

it('one Region can be down while the other one answers', async () => {
  await using service = await openEmulator();
  service.emulator.faults.add({ operation: '*', region: HOME_REGION, count: 1_000, dropConnection: 'before' });
  const { distributions } = service.gateway();
  expect(failureOf(await distributions.find({ group: TEAM_GROUP_ARN, region: HOME_REGION })).kind).toBe('unreachable');
  expect(valueOf(await distributions.find({ group: TEAM_GROUP_ARN, region: REPLICA_REGION }))).toMatchObject({ agent: shares(100) });
});
