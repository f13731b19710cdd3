import { succeeded } from '../../../connect/failure';
import type { Instance, NewGroup, TrafficDistributionGroup } from '../../../connect/gateway';
import type { Settings } from '../../../custom-resources/contract/settings';
import { theGroup } from '../../../custom-resources/identity/things';
import { trafficDistributionGroup } from '../../../custom-resources/traffic-distribution-group/resource';
import { type Answers, answers, fakeConnect, found, refusal, refuses } from '../../support/custom-resources/connect';
import { SETTINGS, testContext } from '../../support/custom-resources/context';
import { DECLARED_GROUP, MADE_GROUP, OTHER_GROUP, REPLICATED } from '../../support/custom-resources/groups';
import { GROUP_ARN, GROUP_ID, INSTANCE_ID, REGION, REPLICA } from '../../support/custom-resources/ids';

const MADE: TrafficDistributionGroup = {
  ...OTHER_GROUP,
  id: GROUP_ID,
  arn: GROUP_ARN,
  name: 'night',
  description: 'At night',
  tags: { team: 'night' },
};
const creating = succeeded({ ...MADE, status: 'CREATION_IN_PROGRESS' });
const config = DECLARED_GROUP;

async function create(
  all: Answers,
  settings: Partial<Settings> = {},
  prepare: (context: ReturnType<typeof testContext>) => void = () => undefined,
) {
  const connect = fakeConnect(all);
  const context = testContext(connect, { settings: { ...SETTINGS, ...settings } });
  prepare(context);
  const { planned } = trafficDistributionGroup.plan({ config, private: {}, settings: context.settings });
  const end = await context.clock.run(trafficDistributionGroup.reconcile({ planned, config, private: {} }, context));
  return { ...end, connect, ledger: context.ledger, made: connect.given('create').map(([group]) => group as NewGroup) };
}

it('makes a group in the Region of the instance, and waits until it is ACTIVE', async () => {
  const { state, diagnostics, made } = await create({ groups: { find: answers(creating, creating, succeeded(MADE)) } });
  expect([state, diagnostics]).toEqual([MADE_GROUP, []]);
  expect(made).toMatchObject([
    { instanceId: INSTANCE_ID, region: REGION, name: 'night', description: 'At night', tags: { team: 'night' } },
  ]);
});

it('asks with the same token in every process, and with another for another declaration', async () => {
  const all = { groups: { find: found(MADE) } };
  const token = async (settings: Partial<Settings> = {}) => (await create(all, settings)).made[0]?.clientToken;
  expect(await token()).toMatch(/^[0-9a-f]{64}$/);
  expect(await token()).toBe(await token());
  expect(await token({ defaultTags: { site: 'Leeds' } })).not.toBe(await token());
});

it('waits for a new group that is not known everywhere yet', async () => {
  const { state, made } = await create({ groups: { find: answers(succeeded(undefined), succeeded(undefined), succeeded(MADE)) } });
  expect([state?.status, made.length]).toEqual(['ACTIVE', 1]);
});

it('waits for a new group of which Connect refuses to tell for a moment', async () => {
  const find = answers<TrafficDistributionGroup | undefined>(refusal('invalid'), succeeded(undefined), succeeded(MADE));
  const { state, diagnostics, made } = await create({ groups: { find } });
  expect([state?.status, diagnostics, made.length]).toEqual(['ACTIVE', [], 1]);
  const never = await create({ groups: { find: refuses('invalid') } });
  expect(never).toMatchObject({ state: { status: 'CREATION_IN_PROGRESS' }, diagnostics: [{ failure: 'invalid' }] });
});

it('makes another group where the token led to one that is gone', async () => {
  const gone = Array.from({ length: 8 }, () => succeeded(undefined));
  const { state, made } = await create({ groups: { find: answers<TrafficDistributionGroup | undefined>(...gone, succeeded(MADE)) } });
  expect(state?.status).toBe('ACTIVE');
  expect(made).toHaveLength(2);
  expect(made[1]?.clientToken).not.toBe(made[0]?.clientToken);
});

describe('a group of the name that is there', () => {
  const there = (group: Partial<TrafficDistributionGroup> = {}): Answers => {
    const shown = { ...MADE, ...group };
    return { groups: { list: found([shown]), find: found(shown) } };
  };

  it('is taken over where it equals the declaration, as an apply leaves it that was cut off', async () => {
    const { state, diagnostics, made, connect, ledger } = await create(there());
    expect([state, made]).toEqual([MADE_GROUP, []]);
    expect(connect.given('list')).toEqual([[INSTANCE_ID, REGION, { fresh: true }]]);
    expect(connect.given('find')[0]).toEqual([{ group: GROUP_ID, region: REGION }]);
    expect(ledger.wasMade(theGroup(GROUP_ID))).toBe(true);
    expect(diagnostics).toMatchObject([{ severity: 'warning', path: ['name'] }]);
  });

  it.each([
    ['another description', { description: 'By day' }, 'description'],
    ['other tags', { tags: {} }, 'tags'],
  ])('is refused where it has %s', async (_, group, what) => {
    const { state, diagnostics, made } = await create(there(group));
    expect([state, made]).toEqual([undefined, []]);
    expect(diagnostics).toMatchObject([{ summary: expect.stringContaining('is taken'), detail: expect.stringContaining(what) }]);
  });

  it('is refused where nothing is to be taken over', async () => {
    expect((await create(there(), { adoptExisting: 'never' })).diagnostics).toMatchObject([
      { summary: expect.stringContaining('is taken') },
    ]);
  });

  it('is refused where another resource of this apply made it', async () => {
    const { state, diagnostics } = await create(there(), {}, ({ ledger }) => ledger.made(theGroup(GROUP_ID)));
    expect([state, diagnostics]).toMatchObject([undefined, [{ summary: expect.stringContaining('is taken') }]]);
  });

  it('is waited for while this apply deletes it, and told of where that does not end', async () => {
    const { state, diagnostics, made } = await create(there(), {}, ({ ledger }) => void (ledger.removal = () => 'under way'));
    expect([state, made, diagnostics]).toMatchObject([undefined, [], [{ severity: 'error', path: ['name'] }]]);
  });

  it('is made where it is gone by the time it is looked at', async () => {
    const gone = answers<TrafficDistributionGroup | undefined>(succeeded(undefined), succeeded(MADE));
    expect((await create({ groups: { list: found([MADE]), find: gone } })).made).toHaveLength(1);
  });

  it('is waited for while it is being deleted', async () => {
    const list = answers<readonly TrafficDistributionGroup[]>(succeeded([{ ...MADE, status: 'PENDING_DELETION' }]), succeeded([]));
    const { state, made } = await create({ groups: { list, find: found(MADE) } });
    expect([state?.status, made.length]).toEqual(['ACTIVE', 1]);
  });

  it('is found after a conflict that no list explains yet', async () => {
    const list = answers<readonly TrafficDistributionGroup[]>(succeeded([]), succeeded([]), succeeded([MADE]));
    const { state } = await create({ groups: { list, find: found(MADE), create: refuses('conflict') } });
    expect(state?.id).toBe(GROUP_ID);
    const never = await create({ groups: { create: refuses('conflict') } });
    expect([never.state, never.diagnostics]).toMatchObject([undefined, [{ severity: 'error', path: ['name'] }]]);
  });

  it('is not tainted when it is taken over and does not become ACTIVE', async () => {
    const { state, diagnostics } = await create(there({ status: 'UPDATE_IN_PROGRESS' }));
    expect([state, diagnostics?.map(({ severity }) => severity)]).toEqual([undefined, ['error']]);
  });
});

describe('a group that does not become ACTIVE', () => {
  it('is kept in the state, so that the next apply makes another one', async () => {
    const { state, diagnostics } = await create({ groups: { find: found({ ...MADE, status: 'CREATION_FAILED' }) } });
    expect(state).toMatchObject({ id: GROUP_ID, status: 'CREATION_FAILED' });
    expect(diagnostics).toMatchObject([{ severity: 'error', summary: 'The traffic distribution group "night" is CREATION_FAILED' }]);
  });

  it('in time is kept too, with a word on how to go on with it', async () => {
    const { state, diagnostics } = await create({ groups: { find: answers(creating) } });
    expect(state).toMatchObject({ id: GROUP_ID, status: 'CREATION_IN_PROGRESS' });
    expect(diagnostics).toMatchObject([{ severity: 'error', detail: expect.stringContaining('terraform untaint') }]);
  });

  it('before Terraform is stopped is left to the next plan', async () => {
    const { state, diagnostics } = await create({ groups: { find: answers(creating) } }, {}, (context) => context.stop());
    expect(state).toMatchObject({ id: GROUP_ID, status: 'CREATION_IN_PROGRESS' });
    expect(diagnostics).toMatchObject([{ severity: 'warning' }]);
  });
});

describe('a refusal', () => {
  const refused = (instance: Instance | undefined): Answers => ({
    groups: { create: refuses('invalid') },
    instances: { find: found(instance) },
  });

  it.each<[string, Answers, string]>([
    ['of an instance without a replica', refused({ ...REPLICATED, sourceRegion: undefined, regions: [REGION] }), 'has no replica'],
    ['in a Region that is not the source', refused({ ...REPLICATED, sourceRegion: REPLICA }), 'is not the source Region'],
    ['of an instance that is not there', refused(undefined), 'No instance'],
    ['for anything else', refused(REPLICATED), 'refused by Amazon Connect'],
    ['for want of room', { groups: { create: refuses('quota-full') } }, 'takes no more groups'],
    ['to look for the name', { groups: { list: refuses('denied') } }, 'access denied'],
  ])('%s is told as such', async (_, all, summary) => {
    const { state, diagnostics } = await create(all);
    expect([state, diagnostics]).toMatchObject([undefined, [{ severity: 'error', summary: expect.stringContaining(summary) }]]);
  });

  it('after a lost answer counts for one that may have made the group', async () => {
    const list = answers<readonly TrafficDistributionGroup[]>(succeeded([]), succeeded([MADE]));
    const all = { groups: { list, find: found(MADE), create: answers(refusal('conflict', { ambiguous: true })) } };
    const { state, diagnostics } = await create(all, { adoptExisting: 'never' });
    expect([state?.id, diagnostics]).toEqual([GROUP_ID, []]);
  });
});
