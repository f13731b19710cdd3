import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyActions } from '../../connect/iam-actions';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { createUsers } from '../../emulator/control/bulk-users';
import { INSTANCE_ID, MANAGED_INSTANCE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { type Answers, DEFAULT_SETTINGS, type SettingsPatch } from '../../emulator/settings';
import { ANSWERS, answersOf, pairsOf, ROWS, spread } from '../answers/rows';
import { expectedOf, valuesOf } from './expected';
import { type Bench, heldBy, openBench } from './on-emulator';
import { STEPS } from './lives/life';

const QUESTIONS = { parts: ['questions'] } as const;
/** Long enough to join a group meanwhile, by the emulator's clock. */
const SETTINGS: SettingsPatch = { rate: 'off', groupDelay: 20_000 };

/** Each answer is in one of them where it can be seen. */
const SETS: readonly Answers[] = [...spread(4).map(answersOf), { ...answersOf(ROWS), deleteUserWithQuickConnect: 'ok' }];

describe('the acceptance suite for a real instance', () => {
  let bench: Bench;
  const open = async (settings: SettingsPatch = {}): Promise<unknown> => {
    bench = await openBench({ ...SETTINGS, ...settings });
    createUsers(bench.emulator.world, { count: 12, instance: INSTANCE_ID, prefix: 'other-', group: TEAM_GROUP_ID }, bench.clock.now());
    return heldBy(bench);
  };
  afterEach(() => bench.close());

  it.each(SETS.map((answers) => [pairsOf(answers), answers] as const))(
    'names exactly the answers that the service gives: %s',
    async (_, answers) => {
      const before = await open({ answers });
      const { report } = await bench.run(QUESTIONS);
      expect(valuesOf(report.rows)).toEqual(expectedOf(answers));
      expect(report).toMatchObject({ outcome: 'complete', remarks: [], left: [] });
      expect(heldBy(bench)).toEqual(before);
    },
  );

  it('tells how far lists, reads and the other Region lag behind, and how the service throttles', async () => {
    await open({ consistencyDelay: 3_000, mirrorDelay: 20_000, rate: 2, burst: 5, throttleCode: 'TooManyRequestsException' });
    const { report } = await bench.run({ ...QUESTIONS, throttle: true });
    const lagOf = (what: string): unknown => report.lags.find((lag) => lag.what === what);
    expect(lagOf('SearchUsers shows a change')).toEqual({ what: expect.any(String), notYet: 2_000, seen: 3_000 });
    expect(lagOf('DescribeUser in the other Region shows a change')).toEqual({ what: expect.any(String), notYet: 19_000, seen: 20_000 });
    expect(lagOf('DescribeUser shows a change')).toMatchObject({ seen: expect.any(Number) });
    expect(lagOf('DescribeUser shows a change')).not.toHaveProperty('notYet');
    expect(lagOf('a new traffic distribution group is ACTIVE')).toMatchObject({ seen: 20_000 });
    expect(report.throttling).toEqual({
      operation: 'DescribeInstanceAttribute',
      takenAtOnce: 5,
      throttled: { code: 'TooManyRequestsException', status: 429, message: 'Rate exceeded', takenPerSecond: expect.closeTo(2, 0) },
    });
    expect(report.calls.throttled).toBe(0);
    expect(valuesOf(report.rows)).toEqual(expectedOf(DEFAULT_SETTINGS.answers));
  });

  it('leaves a group of somebody else as it is, and asks nothing that could leave a trace there', async () => {
    const before = await open({ answers: { memberOfDeletedUser: 'lingers' } });
    const { report } = await bench.run({ ...QUESTIONS, group: TEAM_GROUP_ID });
    expect(report.rows.memberOfDeletedUser?.result).toBe('not asked');
    expect(report.rows.associateWhileUpdating?.result).toBe('not asked');
    expect(report.rows.reassociate).toMatchObject({ value: 'ok' });
    expect(heldBy(bench)).toEqual(before);
  });

  it('says why it does not ask what the instance, the options or the permissions leave open', async () => {
    const before = await open({
      deny: ['SearchUsers', 'ListTrafficDistributionGroups', 'DescribeQueue'].map((operation) => ({ operation })),
    });
    const { report } = await bench.run({ ...QUESTIONS, instance: MANAGED_INSTANCE_ID, group: undefined, flow: undefined });
    expect(report.rows.searchCase).toEqual({ result: 'failed', why: 'AccessDeniedException' });
    expect(report.rows.usernameCase).toMatchObject({ value: 'sensitive' });
    expect(report.rows.deleteUserWithQuickConnect).toEqual({ result: 'not asked', why: expect.stringContaining('--flow') });
    expect(report.rows.reassociate).toEqual({ result: 'not asked', why: expect.stringContaining('--new-group') });
    expect(report.rows.omittedOnUpdate).toMatchObject({ value: 'kept' });
    expect(report.left).toEqual(['traffic distribution group: could not be looked for: AccessDeniedException']);
    expect(report.remarks.join()).toContain('hierarchy: this instance or run has nothing to change it to');
    expect(heldBy(bench)).toEqual(before);
  });

  it.each([12, 40, 110, 180])('removes what it made when it is stopped, after %i calls', async (calls) => {
    const before = await open();
    const stop = new AbortController();
    const add = bench.emulator.calls.add.bind(bench.emulator.calls);
    let count = 0;
    bench.emulator.calls.add = (call) => {
      add(call);
      if (++count === calls) stop.abort(new Error('stopped'));
    };
    const { report } = await bench.run(QUESTIONS, { signal: stop.signal });
    expect(report).toMatchObject({ outcome: 'stopped', left: [] });
    expect(heldBy(bench)).toEqual(before);
  });

  it('lives the life of each resource through the real terraform', async () => {
    const before = await open({ groupDelay: 0 });
    const { report, told } = await bench.run({ parts: ['lives'] });
    const steps = STEPS.map((step) => ({ step, result: 'as expected' }));
    expect({ lives: report.lives, told }).toMatchObject({ lives: [{ steps }, { steps }] });
    expect(report.lives.flatMap(({ resources }) => resources).sort()).toEqual([
      'connect_quick_connect',
      'connect_traffic_distribution',
      'connect_traffic_distribution_group',
      'connect_traffic_distribution_group_user',
      'connect_traffic_distribution_group_users',
      'connect_user',
      'connect_user',
    ]);
    expect(heldBy(bench)).toEqual(before);
  });
  it('needs no permission that its page does not name', async () => {
    await open();
    await bench.run({ ...QUESTIONS, throttle: true, flow: undefined });
    const pages = ['iam-policy.md', 'proven/README.md'].map((page) => readFileSync(join(thisPackage().root, 'docs', page), 'utf8'));
    const allowed = [...pages.join().matchAll(/"([a-z]+:\w+)"/g)].map(([, action]) => action);
    const called = new Set(bench.emulator.calls.list().map(({ operation }) => operation));
    expect([...called].flatMap(policyActions).filter((action) => !allowed.includes(action))).toEqual([]);
    expect([...called]).toEqual(expect.arrayContaining(['ListContactFlows', 'DescribeInstanceAttribute']));
  });
});

it('meets each answer that the service could give', () => {
  for (const [row, values] of Object.entries(ANSWERS))
    for (const value of values) expect([row, ...SETS.map((answers) => expectedOf(answers)[row])]).toContainEqual(value);
});
