import { trafficDistribution } from '../../../custom-resources/traffic-distribution/resource';
import type { DistributionState } from '../../../custom-resources/traffic-distribution/schema';
import { type Answers, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { AT_HOME, AWAY, CONFIG, percent, shares, STATE } from '../../support/custom-resources/distributions';
import { GROUP } from '../../support/custom-resources/groups';
import { REGION, REPLICA } from '../../support/custom-resources/ids';

const THERE: Answers = { groups: { find: found(GROUP) }, distributions: { find: found(AT_HOME) } };

async function check(config: Partial<DistributionState>, prior?: DistributionState, all: Answers = THERE) {
  const connect = fakeConnect(all);
  const declared = { ...CONFIG, ...config };
  const { planned } = trafficDistribution.plan({ prior, config: declared, private: {} });
  const told = await trafficDistribution.check?.({ prior, planned, config: declared, private: {} }, testContext(connect));
  return { told: told?.map(({ severity, summary }) => `${severity}: ${summary}`), connect };
}

const NOBODY = 'warning: Calls will arrive where no agents are';
const NEW = 'warning: A new resource shifts traffic';
const OTHERWISE = 'warning: Traffic is shared otherwise than declared';

it('has nothing to say of shares that move together, or do not move', async () => {
  expect((await check({ telephony: percent(0, 100), agent: percent(0, 100) }, STATE)).told).toEqual([]);
  const { told, connect } = await check({}, STATE);
  expect([told, connect.called]).toEqual([[], []]);
});

it('warns of calls that move to a Region that will have no agents', async () => {
  expect((await check({ telephony: percent(0, 100) }, STATE)).told).toEqual([NOBODY]);
  expect((await check({ telephony: percent(50, 50) }, STATE)).told).toEqual([NOBODY]);
  expect((await check({ telephony: percent(50, 50), agent: percent(90, 10) }, STATE)).told).toEqual([]);
});

it('knows the agents of a group whose agents are not declared', async () => {
  expect((await check({ telephony: percent(0, 100), agent: [] })).told).toEqual([NEW, NOBODY]);
  expect((await check({ agent: [] })).told).toEqual([]);
});

it('warns of shares that operators shifted, and not where they are set back', async () => {
  const shifted = { ...STATE, current_telephony: shares(0, 100), current_agent: shares(0, 100) };
  expect((await check({}, shifted)).told).toEqual([OTHERWISE]);
  expect((await check({ enforce: true }, shifted)).told).toEqual([]);
});

it('warns of traffic that a new resource shifts, as where the state was lost during a failover: Terraform shows no shares before', async () => {
  const away = { ...THERE, distributions: { find: found(AWAY) } };
  expect((await check({}, undefined, away)).told).toEqual([NEW]);
  expect((await check({ telephony: percent(0, 100), agent: percent(0, 100) }, undefined, away)).told).toEqual([]);
  expect((await check({ telephony: [], agent: [] }, undefined, away)).told).toEqual([]);
});

it('finds a group that is not there, or takes no changes, and Regions that are not its own', async () => {
  expect((await check({}, undefined, { groups: { find: found(undefined) } })).told).toEqual([
    `error: No traffic distribution group ${CONFIG.traffic_distribution_group_id}`,
  ]);
  const failed = { groups: { find: found({ ...GROUP, status: 'CREATION_FAILED' }) } };
  expect((await check({}, undefined, failed)).told).toEqual(['error: The traffic distribution group is CREATION_FAILED']);
  const elsewhere = ['eu-central-1', REGION].map((region) => ({ region, percentage: 50 }));
  expect((await check({ agent: elsewhere }, STATE)).told).toEqual(['error: The declared Regions are not those of the group']);
});

it('finds sign-ins of a group that is not the default one', async () => {
  const sign_in = [REGION, REPLICA].map((region) => ({ region, enabled: true }));
  const other = { ...THERE, groups: { find: found({ ...GROUP, isDefault: false }) } };
  expect((await check({ sign_in }, undefined, other)).told).toEqual(['error: Sign-ins belong to the default group']);
  expect((await check({ sign_in })).told).toEqual([]);
});

it('goes on without a look that is not allowed', async () => {
  const { told } = await check({}, undefined, { groups: { find: refuses('denied', { operation: 'DescribeTrafficDistributionGroup' }) } });
  expect(told).toEqual(['warning: The plan could not be checked with DescribeTrafficDistributionGroup']);
});
