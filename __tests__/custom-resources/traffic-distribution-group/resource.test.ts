import { idIn } from '../../../connect/shapes/ids';
import { succeeded } from '../../../connect/failure';
import type { Id, TrafficDistributionGroup } from '../../../connect/gateway';
import type { ManagedResource } from '../../../custom-resources/contract/resource';
import { type PlannedState, UNKNOWN } from '../../../custom-resources/contract/value';
import { groupAdopted, groupWillBeAdopted, usersLeft } from '../../../custom-resources/traffic-distribution-group/diagnostics';
import { trafficDistributionGroup } from '../../../custom-resources/traffic-distribution-group/resource';
import type { GroupState } from '../../../custom-resources/traffic-distribution-group/schema';
import { user } from '../../../custom-resources/user/resource';
import { type Answers, answers, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { SETTINGS, testContext } from '../../support/custom-resources/context';
import { DECLARED_GROUP, MADE_GROUP, OTHER_GROUP, REPLICATED } from '../../support/custom-resources/groups';
import { AGENT } from '../../support/custom-resources/users';
import { GROUP_ARN, GROUP_ID, INSTANCE_ARN, INSTANCE_ID, REGION, USER_ID } from '../../support/custom-resources/ids';

const LIVE: TrafficDistributionGroup = {
  ...OTHER_GROUP,
  id: GROUP_ID,
  arn: GROUP_ARN,
  name: 'night',
  description: 'At night',
  tags: { team: 'night' },
};

const given = (all: Answers) => {
  const connect = fakeConnect(all);
  return { connect, context: testContext(connect) };
};

describe('a plan', () => {
  const plan = (prior: GroupState | undefined, config: Partial<PlannedState<GroupState>> = {}, settings = SETTINGS) =>
    trafficDistributionGroup.plan({ prior, config: { ...DECLARED_GROUP, ...config }, private: {}, settings });

  it('knows the home Region from the ARN of the instance', () => {
    expect(plan(undefined).planned).toMatchObject({ region: REGION, id: UNKNOWN, tags_all: { team: 'night' } });
    expect(plan(undefined, { instance_id: INSTANCE_ID }).planned.region).toBe(UNKNOWN);
    expect(plan(undefined, { instance_id: UNKNOWN }).planned.region).toBe(UNKNOWN);
    expect(plan({ ...MADE_GROUP, region: 'eu-west-2' }).planned.region).toBe('eu-west-2');
  });

  it('changes tags in place, and replaces the group for all else', () => {
    expect(plan(MADE_GROUP, { instance_id: INSTANCE_ID })).toEqual({ planned: MADE_GROUP, replace: [], diagnostics: [] });
    expect(plan(MADE_GROUP, { tags: { team: 'day' } }).replace).toEqual([]);
    expect(plan(MADE_GROUP, { name: 'day', description: null }).replace).toEqual([['name'], ['description']]);
  });

  it('makes a group anew whose creation failed after all', () => {
    expect(plan({ ...MADE_GROUP, status: 'CREATION_FAILED' })).toMatchObject({ planned: { id: UNKNOWN }, replace: [['status']] });
  });

  it('warns that a group is made anew, though perhaps nothing changes, where what replaces it is known only at apply', () => {
    const told = (config: Partial<PlannedState<GroupState>>) => plan(MADE_GROUP, config).diagnostics;
    expect(told({ name: UNKNOWN })).toMatchObject([{ severity: 'warning', path: ['name'], summary: 'The name is not known yet' }]);
    expect(told({ instance_id: UNKNOWN, description: UNKNOWN })).toMatchObject([{ summary: 'The instance is not known yet' }]);
    expect(told({ description: UNKNOWN })).toMatchObject([{ summary: 'The description is not known yet' }]);
  });

  it('refuses a tag that the provider ignores', () => {
    const settings = { ...SETTINGS, ignoreTags: { keys: ['team'], keyPrefixes: [] } };
    expect(plan(undefined, {}, settings).diagnostics).toMatchObject([{ path: ['tags'] }]);
  });
});

describe('a refresh', () => {
  const observe = async (all: Answers, state = MADE_GROUP, imported = false) => {
    const { connect, context } = given(all);
    return { connect, seen: await context.clock.run(trafficDistributionGroup.observe({ state, private: {}, imported }, context)) };
  };

  it('shows tags and status as they are, by one call', async () => {
    const { connect, seen } = await observe({ groups: { find: found({ ...LIVE, tags: { team: 'day' }, status: 'UPDATE_IN_PROGRESS' }) } });
    expect(seen.state).toEqual({ ...MADE_GROUP, tags: { team: 'day' }, tags_all: { team: 'day' }, status: 'UPDATE_IN_PROGRESS' });
    expect(connect.called).toEqual(['find']);
  });

  it('finds a group gone only where its instance is there', async () => {
    expect((await observe({ instances: { find: found(REPLICATED) } })).seen.state).toBeUndefined();
    expect((await observe({ instances: { find: found(undefined) } })).seen).toMatchObject({
      state: MADE_GROUP,
      diagnostics: [{ summary: `No instance ${INSTANCE_ID}` }],
    });
    expect((await observe({ groups: { find: refuses('denied') } })).seen.diagnostics).toMatchObject([{ failure: 'denied' }]);
  });

  it('tells once for each instance that a policy does not let it read, and not once for all of them', async () => {
    for (const operation of ['groups', 'instances'] as const) {
      const { seen } = await observe({ [operation]: { find: refuses('denied') } });
      expect(seen.diagnostics).toMatchObject([{ failure: 'denied', common: expect.stringContaining(`the instance ${INSTANCE_ID}`) }]);
    }
  });

  it.each([
    ['by its ARN', `${INSTANCE_ID},${GROUP_ARN}`],
    ['by its bare id', `${INSTANCE_ARN},${GROUP_ID}`],
  ])('imports a group %s', async (_, id) => {
    const { state } = trafficDistributionGroup.importState(id);
    const { seen } = await observe({ groups: { find: found(LIVE), list: found([LIVE]) } }, state, true);
    expect(seen.state).toEqual({ ...MADE_GROUP, instance_id: id.split(',')[0], tags: { team: 'night' } });
  });

  it('refuses to import a group of another instance, and what is no group', async () => {
    const { state } = trafficDistributionGroup.importState(`another,${GROUP_ARN}`);
    const { seen } = await observe({ groups: { find: found(LIVE) } }, state, true);
    expect(seen.diagnostics).toMatchObject([{ summary: expect.stringContaining('another instance') }]);
    expect(trafficDistributionGroup.importState(GROUP_ID).diagnostics).toMatchObject([
      { detail: expect.stringContaining('INSTANCE,GROUP') },
    ]);
  });
});

describe('changed tags', () => {
  const desired: GroupState = { ...MADE_GROUP, tags: { site: 'Leeds' }, tags_all: { site: 'Leeds' } };
  const update = async (all: Answers, planned = desired) => {
    const { connect, context } = given(all);
    const end = await trafficDistributionGroup.reconcile({ prior: MADE_GROUP, planned, config: planned, private: {} }, context);
    return { ...end, connect };
  };

  it('are written by key, and not at all where they are as declared', async () => {
    const { connect, state } = await update({ groups: { find: found(LIVE) } });
    expect([connect.given('untag'), connect.given('tag')]).toEqual([
      [[GROUP_ARN, ['team'], REGION]],
      [[GROUP_ARN, { site: 'Leeds' }, REGION]],
    ]);
    expect(state).toEqual(desired);
    const done = await update({ groups: { find: found({ ...LIVE, tags: { site: 'Leeds' } }) } });
    expect(done.connect.called).toEqual(['find']);
    expect((await update({}, MADE_GROUP)).connect.called).toEqual([]);
  });

  it('leave those that somebody set after the plan, and warn of them', async () => {
    const live = { ...LIVE, tags: { ...LIVE.tags, floor: '2' } };
    const { connect, state, diagnostics } = await update({ groups: { find: found(live) } });
    expect(connect.given('untag')).toEqual([[GROUP_ARN, ['team'], REGION]]);
    expect(state).toEqual(desired);
    expect(diagnostics).toMatchObject([
      { severity: 'warning', path: ['tags'], detail: expect.stringContaining('The tags "floor" now differ') },
    ]);
  });

  it('leave in the state what is there when one of the calls fails', async () => {
    const { state } = await update({ groups: { find: found(LIVE) }, tagging: { tag: refuses('throttled') } });
    expect(state).toEqual({ ...MADE_GROUP, tags: {}, tags_all: {} });
    expect((await update({ groups: { find: found(LIVE) }, tagging: { untag: refuses('denied') } })).state).toEqual(MADE_GROUP);
    expect((await update({})).diagnostics).toMatchObject([{ summary: expect.stringContaining('is gone') }]);
  });
});

describe('a deletion', () => {
  const remove = async (all: Answers, state = MADE_GROUP) => {
    const { connect, context } = given(all);
    return { connect, end: await context.clock.run(trafficDistributionGroup.remove({ state, private: {} }, context)) };
  };
  const inStatus = (...all: readonly (string | undefined)[]) =>
    answers<TrafficDistributionGroup | undefined>(...all.map((status) => succeeded(status === undefined ? status : { ...LIVE, status })));

  it('waits until the group is gone', async () => {
    const { connect, end } = await remove({ groups: { find: inStatus('ACTIVE', 'ACTIVE', 'PENDING_DELETION', undefined) } });
    expect(end).toEqual({});
    expect(connect.given('delete')).toHaveLength(1);
  });

  it('begins once an update of the group is over', async () => {
    const { connect } = await remove({ groups: { find: inStatus('UPDATE_IN_PROGRESS', 'ACTIVE', undefined) } });
    expect(connect.called).toEqual(['find', 'find', 'delete', 'find']);
  });

  it('asks for nothing where the group is gone, or on its way', async () => {
    expect((await remove({})).connect.given('delete')).toEqual([]);
    expect((await remove({ groups: { find: inStatus('PENDING_DELETION', undefined) } })).connect.given('delete')).toEqual([]);
    expect((await remove({ instances: { find: found(undefined) } })).end.diagnostics).toMatchObject([
      { summary: `No instance ${INSTANCE_ID}` },
    ]);
  });

  it.each<[string, Answers, string]>([
    ['that failed', { groups: { find: inStatus('ACTIVE', 'DELETION_FAILED') } }, 'DELETION_FAILED'],
    ['that does not end', { groups: { find: inStatus('ACTIVE', 'PENDING_DELETION') } }, 'still PENDING_DELETION'],
    ['of a group with phone numbers', { groups: { find: found(LIVE), delete: refuses('in-use') } }, 'still in use'],
    [
      'of the default group',
      { groups: { find: found({ ...LIVE, isDefault: true }) } },
      'default traffic distribution group cannot be deleted',
    ],
  ])('%s is an error that says so', async (_, all, summary) => {
    expect((await remove(all)).end.diagnostics).toMatchObject([{ severity: 'error', summary: expect.stringContaining(summary) }]);
  });

  it('that failed before is asked for again', async () => {
    const { connect, end } = await remove({ groups: { find: inStatus('DELETION_FAILED', 'PENDING_DELETION', undefined) } });
    expect([connect.given('delete').length, end]).toEqual([1, {}]);
  });
});

describe('a plan is checked', () => {
  const check = async (all: Answers, prior?: GroupState, planned?: PlannedState<GroupState>, replaced?: GroupState) => {
    const { context } = given({ instances: { find: found(REPLICATED) }, ...all });
    const request = { prior, planned, config: planned, private: {}, replaced: replaced && { state: replaced, private: {} } };
    const told = await context.clock.run(
      trafficDistributionGroup.check?.(request, context) ?? Promise.reject(new Error('It checks nothing.')),
    );
    return told.map(({ severity, summary }) => `${severity}: ${summary}`);
  };
  const NEW = trafficDistributionGroup.plan({ config: DECLARED_GROUP, private: {}, settings: SETTINGS }).planned;
  const there = (more: Partial<TrafficDistributionGroup> = {}): Answers => ({
    groups: { list: found([{ ...LIVE, ...more }]), find: found({ ...LIVE, ...more }) },
  });

  it('for an instance that can have groups, and a name that is free', async () => {
    expect(await check({}, undefined, NEW)).toEqual([]);
    expect(await check({ instances: { find: found(undefined) } }, undefined, NEW)).toEqual([`error: No instance ${INSTANCE_ID}`]);
    const alone = { ...REPLICATED, sourceRegion: undefined, regions: [REGION] };
    expect(await check({ instances: { find: found(alone) } }, undefined, NEW)).toEqual([
      `error: The instance ${INSTANCE_ID} has no replica`,
    ]);
    const replica = { ...REPLICATED, sourceRegion: 'us-west-2' };
    expect(await check({ instances: { find: found(replica) } }, undefined, NEW)).toEqual([
      `error: ${REGION} is not the source Region of the instance`,
    ]);
    expect(await check(there(), undefined, NEW)).toEqual(['warning: The traffic distribution group "night" exists already']);
    expect(await check(there({ description: 'other' }), undefined, NEW)).toEqual([
      'error: The traffic distribution group name "night" is taken',
    ]);
    expect(await check(there({ status: 'PENDING_DELETION' }), undefined, NEW)).toEqual([]);
  });

  it('and says what to do where another stack has the group that is taken over', () => {
    for (const { detail } of [groupWillBeAdopted(OTHER_GROUP), groupAdopted(OTHER_GROUP)])
      expect(detail).toContain('If another stack has it in its state, run "terraform state rm" there before its next apply');
  });

  it('for a name that is taken by another group than the one that it replaces, already with that', async () => {
    const replaced = async (all: Answers, ofAnother?: string) => {
      const { context } = given({ instances: { find: found(REPLICATED) }, ...all });
      if (ofAnother !== undefined)
        context.ledger.note(trafficDistributionGroup as unknown as ManagedResource, {
          state: { ...MADE_GROUP, id: ofAnother },
          private: {},
        });
      const told = await trafficDistributionGroup.check?.({ prior: MADE_GROUP, planned: NEW, replacing: true, private: {} }, context);
      return told?.map(({ summary }) => summary);
    };
    expect(await replaced(there({ id: idIn('another') }))).toEqual(['The traffic distribution group "night" exists already']);
    expect(await replaced(there())).toEqual([]);
    // The ledger tells of one that another resource of the state has.
    expect(await replaced(there({ id: idIn('another') }), 'another')).toEqual([]);
  });

  it('for room: an instance has eight groups at most', async () => {
    const list = found(Array.from({ length: 8 }, (_, index) => ({ ...OTHER_GROUP, id: idIn(`group-${index}`) })));
    expect(await check({ groups: { list } }, undefined, NEW)).toEqual([
      'warning: The instance may take no more traffic distribution groups',
    ]);
  });

  it('for agents of a group that is replaced, whose memberships Terraform has yet to plan', async () => {
    const listUsers = found(new Set([USER_ID]));
    expect(await check({ groups: { listUsers } }, undefined, NEW, MADE_GROUP)).toEqual([
      'warning: A traffic distribution group is replaced with agents in it',
    ]);
  });

  it('for agents of a group that is deleted, by what the plan does with them at last, in whatever order Terraform plans', async () => {
    const listUsers = found<ReadonlySet<Id>>(new Set([USER_ID, idIn('leaver')]));
    const { context } = given({ groups: { listUsers } });
    const agents = user as unknown as ManagedResource;
    const leaver = { ...AGENT, name: 'leaver', user_id: 'leaver' };
    context.ledger.note(agents, { state: AGENT, private: {} });
    void context.clock.sleep(100).then(() => {
      context.ledger.plan(agents, { prior: AGENT, planned: AGENT, private: {} });
      context.ledger.plan(agents, { prior: leaver, private: {} });
    });
    const told = await context.clock.run(
      trafficDistributionGroup.check?.({ prior: MADE_GROUP, private: {} }, context) ?? Promise.reject(new Error('It checks nothing.')),
    );
    expect(told).toMatchObject([{ detail: expect.stringContaining(`whom this plan does not take out: ${USER_ID} (1 in all). `) }]);
  });

  it('for a group that cannot be deleted, or has agents in it', async () => {
    expect(await check({}, MADE_GROUP)).toEqual([]);
    expect(await check({}, { ...MADE_GROUP, is_default: true })).toEqual([
      'error: The default traffic distribution group cannot be deleted',
    ]);
    expect(await check({ groups: { listUsers: found(new Set([USER_ID])) } }, MADE_GROUP)).toEqual([
      'warning: A traffic distribution group is deleted with agents in it',
    ]);
    const ids = Array.from({ length: 11 }, (_, index) => `user-${index}`);
    expect(usersLeft(MADE_GROUP, ids.slice(0, 10)).detail).toContain(
      `"night" (${GROUP_ID}) whom this plan does not take out: ${ids.slice(0, 10).join(', ')} (10 in all). Put`,
    );
    expect(usersLeft({ ...MADE_GROUP, id: null }, ids).detail).toMatch(
      /^Agents in "night" \(id not known\) .*, user-9 and others \(11 in all\)\. Put/,
    );
  });
});
