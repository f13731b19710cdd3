import { succeeded } from '../../../connect/failure';
import type { Distribution, Distributions, GroupRef } from '../../../connect/gateway';
import { trafficDistribution } from '../../../custom-resources/traffic-distribution/resource';
import type { DistributionState } from '../../../custom-resources/traffic-distribution/schema';
import { type Answers, answers, fakeConnect, found, refusal, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { AT_HOME, AWAY, CONFIG, percent, shares, STATE } from '../../support/custom-resources/distributions';
import { GROUP } from '../../support/custom-resources/groups';
import { GROUP_ARN, GROUP_ID, INSTANCE_ID, REGION, REPLICA } from '../../support/custom-resources/ids';

/** The declaration that moves everything to the replica. */
const MOVED: DistributionState = { ...CONFIG, telephony: percent(0, 100), agent: percent(0, 100) };

async function reconcile(all: Answers, config: DistributionState, prior?: DistributionState) {
  const connect = fakeConnect({ groups: { find: found(GROUP) }, distributions: { find: found(AT_HOME) }, ...all });
  const context = testContext(connect);
  const { planned } = trafficDistribution.plan({ prior, config, private: {} });
  const end = await context.clock.run(trafficDistribution.reconcile({ prior, planned, config, private: {} }, context));
  const updates = connect.given('update').map(([group, wanted]) => [(group as GroupRef).region, wanted]);
  const groups = [...connect.given('update'), ...connect.given('find')].map(([group]) => (group as GroupRef).group);
  expect(groups.filter((group) => group !== GROUP_ARN && group !== config.traffic_distribution_group_id)).toEqual([]);
  return { ...end, updates };
}

/** Answers of one Region only; the other one is down. */
const onlyIn =
  <T>(alive: string, answer: () => Promise<T>) =>
  ({ region }: GroupRef) =>
    region === alive ? answer() : Promise.resolve(refusal('unreachable', { region, code: 'ECONNREFUSED' }));

const aliveIn = (region: string, live: Distribution): Answers => {
  const distributions: Partial<Distributions> = {
    find: onlyIn(region, found<Distribution | undefined>(live)),
    update: onlyIn(region, found({ at: 0 })),
  };
  return { distributions, groups: { find: onlyIn(region, found<typeof GROUP | undefined>(GROUP)) } };
};

it('writes nothing where the shares of a new resource are as declared', async () => {
  const { state, updates, diagnostics } = await reconcile({}, CONFIG);
  expect(updates).toEqual([]);
  expect([state, diagnostics]).toEqual([STATE, []]);
});

it('changes shares in one call, in the Region that is to handle the traffic', async () => {
  const { state, updates } = await reconcile({}, MOVED, STATE);
  expect(updates).toEqual([[REPLICA, AWAY]]);
  expect(state).toMatchObject({ current_telephony: shares(0, 100), current_agent: shares(0, 100) });
});

it('calls the home Region where both Regions take the same', async () => {
  const half = { ...CONFIG, telephony: percent(50, 50), agent: percent(50, 50) };
  expect((await reconcile({}, half, STATE)).updates).toMatchObject([[REGION, {}]]);
});

it('moves everything to the replica while the home Region is down', async () => {
  const { updates, diagnostics } = await reconcile(aliveIn(REPLICA, AT_HOME), MOVED, STATE);
  expect([updates, diagnostics]).toEqual([[[REPLICA, AWAY]], []]);
});

it('changes them in the other Region where the one that is to handle the traffic is down, and says so', async () => {
  const { state, updates, diagnostics } = await reconcile(aliveIn(REGION, AT_HOME), MOVED, STATE);
  expect(updates).toEqual([[REGION, AWAY]]);
  expect(state?.current_telephony).toEqual(shares(0, 100));
  expect(diagnostics).toMatchObject([{ severity: 'warning', summary: expect.stringContaining(`${REPLICA} did not answer`) }]);
});

it('goes on in the other Region where an update was lost in the first', async () => {
  const lost = answers(refusal('unavailable', { ambiguous: true }), succeeded({ at: 0 }));
  const { updates, state } = await reconcile({ distributions: { find: found(AT_HOME), update: lost } }, MOVED, STATE);
  expect(updates).toEqual([
    [REPLICA, AWAY],
    [REGION, AWAY],
  ]);
  expect(state?.current_agent).toEqual(shares(0, 100));
});

it('sets the shares of a new group that the replica does not know yet, from the home Region', async () => {
  const find = ({ region }: GroupRef) => Promise.resolve(succeeded(region === REGION ? AT_HOME : undefined));
  const group = ({ region }: GroupRef) => Promise.resolve(succeeded(region === REGION ? GROUP : undefined));
  const { updates, diagnostics } = await reconcile({ distributions: { find }, groups: { find: group } }, MOVED);
  expect([updates, diagnostics]).toEqual([[[REGION, AWAY]], []]);
});

it('waits half a minute for a Region, and all the time that is left for the last one', async () => {
  const connect = fakeConnect(aliveIn(REGION, AT_HOME));
  const context = testContext(connect);
  const times: number[] = [];
  const timed = { ...context, connect: ({ timeoutMs }: { readonly timeoutMs: number }) => (times.push(timeoutMs), connect) };
  const { planned } = trafficDistribution.plan({ prior: STATE, config: MOVED, private: {} });
  await context.clock.run(trafficDistribution.reconcile({ prior: STATE, planned, config: MOVED, private: {} }, timed));
  const [all = 0, first, second] = times;
  expect([all, first, second]).toEqual([20 * 60_000, 30_000, all]);
});

it('fails with what both Regions answered where both are down, and keeps the state', async () => {
  const { state, diagnostics } = await reconcile(aliveIn('nowhere', AT_HOME), MOVED, STATE);
  expect(state).toEqual(STATE);
  expect(diagnostics).toMatchObject([{ severity: 'error', detail: expect.stringMatching(new RegExp(`in ${REGION}[^]*in ${REPLICA}`)) }]);
  expect(diagnostics?.[0]?.detail).toContain('. Before, ');
});

it('asks no second Region where the first one refuses', async () => {
  const { updates, diagnostics } = await reconcile({ distributions: { find: found(AT_HOME), update: refuses('denied') } }, MOVED, STATE);
  expect(updates).toHaveLength(1);
  expect(diagnostics).toMatchObject([{ failure: 'denied' }]);
});

it('writes only the parts whose declaration changed', async () => {
  const away = { ...STATE, current_agent: shares(0, 100) };
  const { state, updates } = await reconcile(
    { distributions: { find: found({ ...AT_HOME, agent: shares(0, 100) }) } },
    { ...CONFIG, telephony: percent(50, 50) },
    away,
  );
  expect(updates).toEqual([[REGION, { telephony: shares(50, 50) }]]);
  expect(state?.current_agent).toEqual(shares(0, 100));
});

describe('traffic that somebody shifted after the plan was made', () => {
  const tenAway = { ...CONFIG, telephony: percent(90, 10) };
  const byHand = { distributions: { find: found({ ...AT_HOME, telephony: shares(0, 100) }) } };

  it('is not shifted back, with an error that names what there is', async () => {
    const { state, updates, diagnostics } = await reconcile(byHand, tenAway, STATE);
    expect([state, updates]).toEqual([STATE, []]);
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        summary: 'Traffic was shifted since the plan',
        detail: expect.stringContaining(
          `telephone traffic: ${REGION} 0 %, ${REPLICA} 100 %; as the plan knows it: ${REGION} 100 %, ${REPLICA} 0 %; declared: ${REGION} 90 %, ${REPLICA} 10 %`,
        ),
      },
    ]);
  });

  it('is shifted by a plan that shows what there is, and where that is enforced', async () => {
    const planned = [[REGION, { telephony: shares(90, 10) }]];
    expect((await reconcile(byHand, tenAway, { ...STATE, current_telephony: shares(0, 100) })).updates).toEqual(planned);
    expect((await reconcile(byHand, { ...tenAway, enforce: true }, STATE)).updates).toEqual(planned);
  });

  it('does not stop a change of agents alone, nor one that shifts to where they put it', async () => {
    expect((await reconcile(byHand, { ...CONFIG, agent: percent(0, 100) }, STATE)).updates).toEqual([[REPLICA, { agent: shares(0, 100) }]]);
    expect((await reconcile(byHand, MOVED, STATE)).updates).toEqual([[REPLICA, { agent: shares(0, 100) }]]);
  });

  it('is not taken for that where a Region still shows what was there before', async () => {
    const find = answers<Distribution | undefined>(succeeded({ ...AT_HOME, telephony: shares(80, 20) }), succeeded(AT_HOME));
    const { updates, diagnostics } = await reconcile({ distributions: { find } }, MOVED, STATE);
    expect([updates, diagnostics]).toEqual([[[REPLICA, AWAY]], []]);
  });
});

it('waits for a group that is being changed, and until its own change is done', async () => {
  const updating = succeeded({ ...GROUP, status: 'UPDATE_IN_PROGRESS' });
  const find = answers(updating, updating, succeeded(GROUP));
  const update = answers(refusal('conflict'), succeeded({ at: 0 }));
  const { updates, diagnostics } = await reconcile({ groups: { find }, distributions: { find: found(AT_HOME), update } }, MOVED, STATE);
  expect([updates.length, diagnostics]).toEqual([2, []]);
});

it.each(['invalid', 'not-found'] as const)('waits for a group that tells no shares while it is being changed (%s)', async (kind) => {
  const find = answers(succeeded({ ...GROUP, status: 'UPDATE_IN_PROGRESS' }), succeeded(GROUP));
  const distributions = { find: answers<Distribution | undefined>(refusal(kind), refusal(kind), succeeded(AT_HOME)) };
  const { updates, diagnostics } = await reconcile({ groups: { find }, distributions }, MOVED, STATE);
  expect([updates, diagnostics]).toEqual([[[REPLICA, AWAY]], []]);
});

describe('a group that tells no shares while others change it', () => {
  const UPDATING = { ...GROUP, status: 'UPDATE_IN_PROGRESS' as const };

  it('is waited for as long as the timeout allows', async () => {
    let looks = 0;
    const isDone = (): boolean => looks > 40;
    const groups = { find: () => Promise.resolve(succeeded((looks += 1) > 40 ? GROUP : UPDATING)) };
    const find = () => Promise.resolve(isDone() ? succeeded(AT_HOME) : refusal('invalid'));
    const { updates, diagnostics } = await reconcile({ groups, distributions: { find } }, MOVED, STATE);
    expect([updates, diagnostics]).toEqual([[[REPLICA, AWAY]], []]);
  });

  it('fails in the end with what the group is, and not with trouble of the network', async () => {
    const all = { groups: { find: found(UPDATING) }, distributions: { find: refuses('invalid') } };
    expect((await reconcile(all, MOVED, STATE)).diagnostics).toMatchObject([
      { summary: 'The traffic distribution group is UPDATE_IN_PROGRESS', detail: expect.stringContaining('within the timeout') },
    ]);
  });
});

it('tries again where a group was refused that has become ACTIVE since', async () => {
  const update = answers(refusal('invalid'), succeeded({ at: 0 }));
  const { updates, diagnostics } = await reconcile({ distributions: { find: found(AT_HOME), update } }, MOVED, STATE);
  expect([updates.length, diagnostics]).toEqual([2, []]);
});

it('sends the shares of telephony along as they are, where a change of agents alone is refused', async () => {
  const update = answers(refusal('invalid'), succeeded({ at: 0 }));
  const config = { ...CONFIG, agent: percent(0, 100) };
  const { updates, diagnostics, state } = await reconcile({ distributions: { find: found(AT_HOME), update } }, config, STATE);
  expect(updates.map(([, wanted]) => wanted)).toEqual([{ agent: shares(0, 100) }, { telephony: shares(100, 0), agent: shares(0, 100) }]);
  expect([diagnostics, state?.current_agent]).toEqual([[], shares(0, 100)]);
});

it('sends no shares of telephony along where the group was refused because others were changing it, and may have moved its calls', async () => {
  const find = answers(succeeded({ ...GROUP, status: 'UPDATE_IN_PROGRESS' as const }), succeeded(GROUP));
  const update = answers(refusal('invalid'), succeeded({ at: 0 }));
  const config = { ...CONFIG, agent: percent(0, 100) };
  const { updates, diagnostics } = await reconcile({ groups: { find }, distributions: { find: found(AT_HOME), update } }, config, STATE);
  expect(updates.map(([, wanted]) => wanted)).toEqual([{ agent: shares(0, 100) }, { agent: shares(0, 100) }]);
  expect(diagnostics).toEqual([]);
});

it('tells a refusal that does not pass', async () => {
  const all = { distributions: { find: found(AT_HOME), update: refuses('invalid') } };
  expect(await reconcile(all, MOVED, STATE)).toMatchObject({ state: STATE, diagnostics: [{ severity: 'error', failure: 'invalid' }] });
});

it('fails for a group that takes no changes', async () => {
  const find = found({ ...GROUP, status: 'PENDING_DELETION' });
  const all = { groups: { find }, distributions: { find: found(AT_HOME), update: refuses('conflict') } };
  expect(await reconcile(all, MOVED, STATE)).toMatchObject({
    state: STATE,
    diagnostics: [{ summary: 'The traffic distribution group is PENDING_DELETION' }],
  });
});

it('tells that a change was made whose end is not known', async () => {
  const find = found({ ...GROUP, status: 'UPDATE_IN_PROGRESS' });
  const { state, diagnostics } = await reconcile({ groups: { find } }, MOVED, STATE);
  expect(state?.current_telephony).toEqual(shares(0, 100));
  expect(diagnostics).toMatchObject([{ summary: expect.stringContaining('UPDATE_IN_PROGRESS after its shares were changed') }]);
});

it('refuses Regions that are not those of the group, before it writes', async () => {
  const elsewhere = [
    { region: 'eu-central-1', percentage: 0 },
    { region: REGION, percentage: 100 },
  ];
  const { updates, diagnostics } = await reconcile({}, { ...CONFIG, telephony: elsewhere });
  expect(updates).toEqual([]);
  expect(diagnostics).toMatchObject([
    { summary: 'The declared Regions are not those of the group', detail: expect.stringContaining(REPLICA) },
  ]);
});

it('finds the ARN of a group that is given by its bare id, and calls the replica by it', async () => {
  const { state, updates } = await reconcile({}, { ...MOVED, traffic_distribution_group_id: GROUP_ID });
  expect(updates).toEqual([[REPLICA, AWAY]]);
  expect(state).toMatchObject({ arn: GROUP_ARN, instance_id: INSTANCE_ID });
});

it('refuses sign-ins of a group that is not the default one', async () => {
  const sign_in = [REGION, REPLICA].map((region) => ({ region, enabled: true }));
  const all = { groups: { find: found({ ...GROUP, isDefault: false }) } };
  expect((await reconcile(all, { ...CONFIG, sign_in })).diagnostics).toMatchObject([{ path: ['sign_in'] }]);
});

it('leaves the shares when it ends', async () => {
  const connect = fakeConnect();
  expect(await trafficDistribution.remove({ state: STATE, private: {} }, testContext(connect))).toEqual({});
  expect(connect.called).toEqual([]);
});
