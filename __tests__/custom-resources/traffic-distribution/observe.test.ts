import { succeeded } from '../../../connect/failure';
import type { Distribution, GroupRef } from '../../../connect/gateway';
import { trafficDistribution } from '../../../custom-resources/traffic-distribution/resource';
import type { DistributionState } from '../../../custom-resources/traffic-distribution/schema';
import { type Answers, answers, fakeConnect, found, refusal, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { AT_HOME, AWAY, percent, shares, STATE } from '../../support/custom-resources/distributions';
import { GROUP, REPLICATED } from '../../support/custom-resources/groups';
import { GROUP_ARN, GROUP_ID, INSTANCE_ID, REGION, REPLICA } from '../../support/custom-resources/ids';

async function observe(
  all: Answers,
  { state = STATE, known = {}, imported = false }: { state?: DistributionState; known?: { created?: number }; imported?: boolean } = {},
) {
  const connect = fakeConnect(all);
  const context = testContext(connect);
  const seen = await context.clock.run(trafficDistribution.observe({ state, private: known, imported }, context));
  return { seen, connect };
}

it('shows the shares that there are beside what was declared', async () => {
  const { seen, connect } = await observe({ distributions: { find: found(AWAY) } });
  expect(seen.state).toEqual({ ...STATE, current_telephony: shares(0, 100), current_agent: shares(0, 100) });
  expect(connect.called).toEqual(['find']);
});

it('reads in the other Region while the first one is down', async () => {
  const find = ({ region }: GroupRef) =>
    Promise.resolve(region === REPLICA ? succeeded<Distribution | undefined>(AT_HOME) : refusal('unreachable', { region }));
  expect((await observe({ distributions: { find } })).seen).toEqual({ state: STATE, private: {} });
});

it('believes older shares only when the change of ours is long past', async () => {
  const { clock } = testContext(fakeConnect());
  const find = answers<Distribution | undefined>(succeeded(AWAY), succeeded(AWAY), succeeded(AT_HOME));
  const { seen, connect } = await observe({ distributions: { find } }, { known: { created: clock.now() } });
  expect(seen.state).toEqual(STATE);
  expect(connect.called).toHaveLength(3);
});

it('is gone with its group, if the instance is there', async () => {
  expect((await observe({ instances: { find: found(REPLICATED) } })).seen.state).toBeUndefined();
  expect((await observe({ instances: { find: found(undefined) } })).seen).toMatchObject({
    state: STATE,
    diagnostics: [{ summary: `No instance ${INSTANCE_ID}` }],
  });
});

it('is not gone because one Region does not know the group while the other one is down', async () => {
  const find = ({ region }: GroupRef) =>
    Promise.resolve(region === REPLICA ? succeeded<Distribution | undefined>(undefined) : refusal('unreachable', { region }));
  expect((await observe({ distributions: { find } })).seen).toMatchObject({ state: STATE, diagnostics: [{ failure: 'unreachable' }] });
});

it('is not gone while the group is there', async () => {
  const { seen } = await observe({ groups: { find: found(GROUP) } });
  expect(seen).toMatchObject({ state: STATE, diagnostics: [{ severity: 'error', failure: 'not-found' }] });
});

describe('a group that is being changed, and tells no shares meanwhile,', () => {
  const updating = found<typeof GROUP | undefined>({ ...GROUP, status: 'UPDATE_IN_PROGRESS' });

  it.each(['invalid', 'not-found'] as const)('is waited for (%s)', async (kind) => {
    const find = answers<Distribution | undefined>(refusal(kind), refusal(kind), refusal(kind), succeeded(AWAY));
    const { seen } = await observe({ distributions: { find }, groups: { find: updating } });
    expect(seen).toMatchObject({ state: { current_agent: shares(0, 100) } });
  });

  it('keeps the state, with an error that says why, where it takes minutes', async () => {
    const { seen } = await observe({ distributions: { find: refuses('invalid') }, groups: { find: updating } });
    expect(seen).toMatchObject({
      state: STATE,
      diagnostics: [
        {
          summary: expect.stringMatching(/failed: the group is UPDATE_IN_PROGRESS$/),
          detail: expect.stringMatching(/UPDATE_IN_PROGRESS.*only while it is ACTIVE/),
        },
      ],
    });
  });
});

it('tells once for each instance that a policy does not let it read, and not once for all of them', async () => {
  const { seen } = await observe({ distributions: { find: refuses('denied') } });
  expect(seen).toMatchObject({ state: STATE, diagnostics: [{ failure: 'denied', common: expect.stringContaining(INSTANCE_ID) }] });
});

it.each([
  ['an ARN', GROUP_ARN],
  ['a bare id', GROUP_ID],
])('is imported by %s with the shares that there are', async (_, id) => {
  const { state } = trafficDistribution.importState(id);
  const all = { groups: { find: found(GROUP) }, distributions: { find: found(AWAY) } };
  const { seen } = await observe(all, { state, imported: true });
  expect(seen.state).toMatchObject({
    arn: GROUP_ARN,
    instance_id: INSTANCE_ID,
    telephony: percent(0, 100),
    agent: percent(0, 100),
    current_agent: shares(0, 100),
  });
});

it('refuses to import what is no group', () => {
  expect(trafficDistribution.importState('a,b').diagnostics).toMatchObject([
    { summary: 'The import id is not one of a traffic distribution' },
  ]);
  expect(trafficDistribution.importState(`arn:aws:connect:${REGION}:1:instance/x`).diagnostics).toHaveLength(1);
});
