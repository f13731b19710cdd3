import { succeeded } from '../../../connect/failure';
import { trafficDistributionGroups } from '../../../custom-resources/traffic-distribution-groups/data-source';
import { type Answers, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { GROUP, OTHER_GROUP } from '../../support/custom-resources/groups';
import { GROUP_ARN, GROUP_ID, INSTANCE_ID, REGION } from '../../support/custom-resources/ids';

const read = (answers: Answers) =>
  trafficDistributionGroups.read({ instance_id: INSTANCE_ID, groups: null }, testContext(fakeConnect(answers)));

it('lists the groups of an instance by name', async () => {
  const { state } = await read({ groups: { list: found([OTHER_GROUP, GROUP]) } });
  expect(state?.groups?.map(({ name }) => name)).toEqual(['sales', 'support']);
  expect(state?.groups?.[0]).toEqual({
    traffic_distribution_group_id: GROUP_ID,
    arn: GROUP_ARN,
    name: 'sales',
    region: REGION,
    status: 'ACTIVE',
    is_default: true,
  });
});

it('lists none for an instance that has none, and fails for one that is not there', async () => {
  const list = found([]);
  expect((await read({ groups: { list } })).state).toMatchObject({ groups: [] });
  const find = () => Promise.resolve(succeeded(undefined));
  expect((await read({ groups: { list }, instances: { find } })).diagnostics).toMatchObject([{ summary: `No instance ${INSTANCE_ID}` }]);
});

it('fails where the groups may not be listed', async () => {
  expect((await read({ groups: { list: refuses('denied') } })).diagnostics).toMatchObject([
    { summary: `Listing the traffic distribution groups of the instance ${INSTANCE_ID} failed: access denied` },
  ]);
});
