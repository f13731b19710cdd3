import { type PlannedState, UNKNOWN } from '../../../custom-resources/contract/value';
import { identify } from '../../../custom-resources/traffic-distribution/identify';
import { trafficDistribution } from '../../../custom-resources/traffic-distribution/resource';
import type { DistributionState } from '../../../custom-resources/traffic-distribution/schema';
import { CONFIG, percent, STATE } from '../../support/custom-resources/distributions';
import { GROUP_ARN, GROUP_ID, REGION, REPLICA } from '../../support/custom-resources/ids';

const plan = (prior: DistributionState | undefined, config: Partial<PlannedState<DistributionState>> = {}) =>
  trafficDistribution.plan({ prior, config: { ...CONFIG, ...config }, private: {} });

const FAILED_OVER: DistributionState = {
  ...STATE,
  current_telephony: { [REGION]: 0, [REPLICA]: 100 },
  current_agent: { [REGION]: 0, [REPLICA]: 100 },
};

it('shows what the shares of a new resource will be, and leaves what is not declared for apply', () => {
  expect(plan(undefined).planned).toMatchObject({
    id: GROUP_ID,
    arn: GROUP_ARN,
    instance_id: UNKNOWN,
    current_telephony: { [REGION]: 100, [REPLICA]: 0 },
    current_sign_in: UNKNOWN,
  });
  expect(plan(undefined, { traffic_distribution_group_id: UNKNOWN, telephony: UNKNOWN }).planned).toMatchObject({
    id: UNKNOWN,
    arn: UNKNOWN,
    current_telephony: UNKNOWN,
  });
});

it('is empty while nothing changes, in whatever order the Regions are declared', () => {
  expect(plan(STATE, { telephony: percent(100, 0).reverse() }).planned).toMatchObject({ ...STATE, telephony: percent(100, 0).reverse() });
  expect(plan(STATE, { traffic_distribution_group_id: GROUP_ID })).toMatchObject({ planned: STATE, replace: [] });
});

it('leaves shares as operators have put them', () => {
  expect(plan(FAILED_OVER).planned).toEqual(FAILED_OVER);
});

it('shows that they are set back where that is enforced', () => {
  expect(plan(FAILED_OVER, { enforce: true }).planned).toMatchObject({
    current_telephony: STATE.current_telephony,
    current_agent: STATE.current_agent,
  });
});

it('changes a part when its declaration changes, and no other part', () => {
  const { planned, replace } = plan(FAILED_OVER, { telephony: percent(50, 50) });
  expect(replace).toEqual([]);
  expect(planned).toMatchObject({
    current_telephony: { [REGION]: 50, [REPLICA]: 50 },
    current_agent: FAILED_OVER.current_agent,
  });
});

it('leaves a part that is declared no longer', () => {
  expect(plan(FAILED_OVER, { agent: [], enforce: true }).planned).toMatchObject({ agent: [], current_agent: FAILED_OVER.current_agent });
});

it('is one of its group, whose id or ARN may be known only at apply', () => {
  const thing = `the shares of the traffic distribution group ${GROUP_ID}`;
  for (const group of [GROUP_ID, GROUP_ARN])
    expect(identify({ ...CONFIG, traffic_distribution_group_id: group })).toEqual([{ thing, path: ['traffic_distribution_group_id'] }]);
  expect(identify({ ...CONFIG, traffic_distribution_group_id: UNKNOWN })).toEqual([]);
});

it('keeps how an operator sees its group by a bare id, which is known with its instance only at apply', () => {
  const { planned } = plan(undefined, { traffic_distribution_group_id: GROUP_ID });
  expect([planned.id, planned.arn, planned.instance_id]).toEqual([GROUP_ID, UNKNOWN, UNKNOWN]);
  const anew = plan({ ...STATE, traffic_distribution_group_id: GROUP_ARN.replace(/.$/, '9') }).planned;
  expect([anew.arn, anew.instance_id]).toEqual([GROUP_ARN, UNKNOWN]);
});

it('is replaced with its group', () => {
  const { planned, replace } = plan(STATE, { traffic_distribution_group_id: GROUP_ARN.replace(/.$/, '9') });
  expect(replace).toEqual([['traffic_distribution_group_id']]);
  expect(planned).toMatchObject({ current_telephony: STATE.current_telephony, current_sign_in: UNKNOWN });
});

describe('a declaration is refused', () => {
  const problems = (config: Partial<PlannedState<DistributionState>>) =>
    trafficDistribution.validate?.({ ...CONFIG, ...config })?.map(({ summary }) => summary);

  it.each<[string, Partial<PlannedState<DistributionState>>, string]>([
    ['that has no shares', { telephony: [], agent: [] }, 'No shares'],
    ['that has less than the whole', { telephony: percent(50, 40) }, 'The shares of "telephony" are 90 percent together'],
    ['that names one Region alone', { agent: percent(100, 0).slice(0, 1) }, '"agent" names one Region alone'],
    ['that names a Region twice', { agent: [...percent(50, 50).slice(0, 1), ...percent(50, 50).slice(0, 1)] }, `${REGION} declared twice`],
    ['that signs agents in at one Region alone', { sign_in: [{ region: REGION, enabled: true }] }, '"sign_in" names one Region alone'],
  ])('%s', (_, config, summary) => {
    expect(problems(config)).toEqual([summary]);
  });

  it('unless parts of it are not known yet', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ telephony: UNKNOWN, agent: [] })).toEqual([]);
    expect(problems({ telephony: [{ region: REGION, percentage: UNKNOWN }] })).toEqual([]);
  });
});
