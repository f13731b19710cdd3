import { succeeded } from '../../../connect/failure';
import { existingTrafficDistributionGroup } from '../../../custom-resources/traffic-distribution-group/data-source';
import type { FoundGroupState } from '../../../custom-resources/traffic-distribution-group/data-source-schema';
import { answers, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { GROUP, OTHER_GROUP } from '../../support/custom-resources/groups';
import { GROUP_ARN, GROUP_ID, INSTANCE_ARN, INSTANCE_ID, REGION } from '../../support/custom-resources/ids';

const ASKED: FoundGroupState = {
  instance_id: INSTANCE_ID,
  traffic_distribution_group_id: null,
  name: null,
  id: null,
  arn: null,
  region: null,
  status: null,
  is_default: null,
};

const read = (asked: Partial<FoundGroupState>, list = found([OTHER_GROUP, GROUP])) => {
  const connect = fakeConnect({ groups: { list } });
  return existingTrafficDistributionGroup.read({ ...ASKED, ...asked }, testContext(connect));
};

it.each<[string, Partial<FoundGroupState>, string]>([
  ['by its id', { traffic_distribution_group_id: GROUP_ID }, GROUP_ID],
  ['by its ARN, which it keeps', { traffic_distribution_group_id: GROUP_ARN }, GROUP_ID],
  ['by its name', { name: 'support' }, OTHER_GROUP.id],
  ['as the default group', {}, GROUP_ID],
  ['in an instance that is given by its ARN', { instance_id: INSTANCE_ARN, name: 'sales' }, GROUP_ID],
])('finds a group %s', async (_what, asked, id) => {
  const { state, diagnostics } = await read(asked);
  expect(diagnostics).toBeUndefined();
  expect(state).toMatchObject({ ...asked, id, region: REGION, status: 'ACTIVE', is_default: id === GROUP_ID });
});

it.each<[string, Partial<FoundGroupState>, string, string]>([
  ['of that name', { name: 'marketing' }, 'name', 'the name "marketing"'],
  ['of that name and id together', { name: 'support', traffic_distribution_group_id: GROUP_ID }, 'name', 'and the name "support"'],
  ['of that id', { traffic_distribution_group_id: GROUP_ID.replace('c', 'e') }, 'traffic_distribution_group_id', 'the id '],
])('fails when there is none %s, and names those that there are', async (_what, asked, path, detail) => {
  const { state, diagnostics } = await read(asked);
  expect(state).toBeUndefined();
  expect(diagnostics).toMatchObject([{ severity: 'error', path: [path], summary: 'No such traffic distribution group' }]);
  expect(diagnostics?.[0]?.detail).toContain(detail);
  expect(diagnostics?.[0]?.detail).toContain(`"sales" (${GROUP_ID})`);
});

it('looks once more, in a list of now, before there is none', async () => {
  const { state, diagnostics } = await read({ name: 'support' }, answers(succeeded([GROUP]), succeeded([GROUP, OTHER_GROUP])));
  expect([state?.id, diagnostics]).toEqual([OTHER_GROUP.id, undefined]);
});

it('fails when two groups have the name', async () => {
  const { diagnostics } = await read({ name: 'sales' }, found([GROUP, { ...OTHER_GROUP, name: 'sales' }]));
  expect(diagnostics).toMatchObject([{ summary: 'More than one such traffic distribution group' }]);
});

it('fails and says so when the instance has no groups, or they may not be listed', async () => {
  const { detail } = (await read({}, found([]))).diagnostics?.[0] ?? {};
  expect(detail).toContain('has no traffic distribution groups: it has no replica');
  expect(detail).not.toContain('Name one of them');
  expect((await read({}, refuses('denied'))).diagnostics).toMatchObject([{ summary: expect.stringContaining('access denied') }]);
});
