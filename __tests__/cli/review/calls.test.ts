import { OPERATION } from '../../../cli/review/model/calls';
import { idIn } from '../../../connect/shapes/ids';
import { resources } from '../../../custom-resources';
import { ATTRIBUTES } from '../../../custom-resources/user/fields/changes';
import {
  change,
  Desk,
  eventsJson,
  GROUPS,
  joins,
  leaves,
  moves,
  planJson,
  quickConnectTo,
  toldOfLeavers,
  updates,
  type Values,
  wholeGroup,
} from '../../support/review/plan-json';

const desk = new Desk();
afterAll(() => desk.remove());

const calls = async (plan: Record<string, unknown>, ...argv: readonly string[]): Promise<readonly string[]> => {
  const markdown = await desk.markdown(plan, ...argv);
  return markdown.slice(markdown.indexOf('of Amazon Connect, about')).match(/(?<=^- ).*$/gm) ?? [];
};

it('knows the call of each attribute that the resource can change, and counts attributes of one call once', () => {
  const groups = Object.values(ATTRIBUTES);
  expect([...OPERATION.keys()].sort()).toEqual([...new Set(groups.flat())].sort());
  for (const attributes of groups) expect(new Set(attributes.map((attribute) => OPERATION.get(attribute))).size).toBe(1);
  expect(new Set(OPERATION.values()).size).toBe(groups.length);
});

it.each(resources.map(({ type }) => [type]))('counts calls for a new %s', async (type) => {
  const after = { name: 'New', instance_id: 'i', user_id: 'ada', user_ids: ['ada'], traffic_distribution_group_id: GROUPS.voice };
  expect(await calls(planJson([change(`${type}.new`, { actions: ['create'], after })]))).not.toEqual([]);
});

it('counts one look and one call for each part of an account that changes', async () => {
  const after = { routing_profile_id: 'routing-sales', tags_all: { a: 'b' }, tags: { a: 'b' } };
  expect(await calls(planJson([updates('ada', {}, after)]))).toEqual(['DescribeUser: 1', 'TagResource: 1', 'UpdateUserRoutingProfile: 1']);
});

it('counts a tag that is taken off by the call that takes it off', async () => {
  const tagged = { tags_all: { owner: 'north' }, tags: { owner: 'north' } };
  expect(await calls(planJson([updates('ada', tagged, {})]))).toEqual(['DescribeUser: 1', 'UntagResource: 1']);
});

it('counts the members of a whole group beside those that have resources of their own', async () => {
  const plan = planJson([wholeGroup(GROUPS.night, ['ada', 'bea'], ['bea', 'cem', 'dan']), moves('eva', undefined, GROUPS.voice)]);
  expect(await calls(plan)).toEqual(['AssociateTrafficDistributionGroupUser: 3', 'DisassociateTrafficDistributionGroupUser: 1']);
});

describe('counts the calls for what is no person', () => {
  const quickConnect = {
    name: 'Hotline',
    queue_ids: ['support', 'sales'],
    phone_config: [{ phone_number: '+12065550100' }],
    tags_all: { a: 'b' },
  };

  it('of a quick connect that is made, one for each queue too, and of one that is deleted', async () => {
    const plan = planJson([
      change('connect_quick_connect.new', { actions: ['create'], after: quickConnect }),
      change('connect_quick_connect.old', { actions: ['delete'], before: quickConnect }),
    ]);
    expect(await calls(plan)).toEqual(['AssociateQueueQuickConnects: 2', 'CreateQuickConnect: 1', 'DeleteQuickConnect: 1']);
  });

  it('of a quick connect that goes with its user and is destroyed by its own resource, once', async () => {
    const told = toldOfLeavers({ name: 'ada', quickConnects: [quickConnectTo('ada'), quickConnectTo('ada', { id: idIn('qc-2') })] });
    const own = change('connect_quick_connect.ada', { actions: ['delete'], before: { ...quickConnect, quick_connect_id: 'qc-ada' } });
    const events = desk.put('events.jsonl', eventsJson(...told));
    expect(await calls(planJson([leaves('ada'), own]), '--events', events)).toEqual(['DeleteQuickConnect: 2', 'DeleteUser: 1']);
  });

  it('of what changes of a quick connect; none where Terraform alone is told', async () => {
    const updated = (after: Values) => planJson([change('connect_quick_connect.it', { actions: ['update'], before: quickConnect, after })]);
    expect(await calls(updated({ ...quickConnect, name: 'Help', queue_ids: ['support', 'night'], tags_all: { c: 'd' } }))).toEqual([
      'AssociateQueueQuickConnects: 1',
      'DescribeQuickConnect: 1',
      'DisassociateQueueQuickConnects: 1',
      'TagResource: 1',
      'UntagResource: 1',
      'UpdateQuickConnectName: 1',
    ]);
    expect(await calls(updated({ ...quickConnect, phone_config: [{ phone_number: '+12065550101' }] }))).toEqual([
      'DescribeQuickConnect: 1',
      'UpdateQuickConnectConfig: 1',
    ]);
    expect(await calls(updated({ ...quickConnect, timeouts: { create: '5m' } }))).toEqual([]);
  });

  it('of a group that is made with its shares, and of a failover', async () => {
    const made = planJson([
      change('connect_traffic_distribution_group.night', { actions: ['create'], after: { name: 'Night' } }),
      change('connect_traffic_distribution.night', { actions: ['create'], after: {} }),
      change('connect_traffic_distribution.day', { actions: ['update'], before: { a: 1 }, after: { a: 2 } }),
    ]);
    expect(await calls(made)).toEqual([
      'GetTrafficDistribution: 2',
      'UpdateTrafficDistribution: 2',
      'CreateTrafficDistributionGroup: 1',
      'ListTrafficDistributionGroups: 1',
    ]);
  });

  it('and the time that they take after the agents whom they lead to', async () => {
    const names = Array.from({ length: 600 }, (_, index) => `agent${index}`);
    const plan = planJson([
      ...names.map((name) => joins(name)),
      ...names.map((name) => change(`connect_quick_connect.${name}`, { actions: ['create'], after: quickConnect })),
    ]);
    expect(/about (.*) at the quota/.exec(await desk.markdown(plan))?.[1]).toBe('15 minutes');
  });
});
