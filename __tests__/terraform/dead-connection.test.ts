import { INSTANCE_ID } from '../../emulator/seed/demo';
import { agent, membership, type Body } from '../support/terraform/contact-centre';
import { KEYS, Scenarios } from '../support/terraform/scenarios';
import type { ControlClient } from '../support/emulator/test-emulator';
import { complaint, type DirectProject } from '../support/terraform/direct-project';

const NAMES = ['ada', 'ben', 'cleo'];
const FAST: Body = { ...KEYS, requests_per_second: 1000, burst: 1000 };
const UNKNOWN_HOST: Body = { ...FAST, endpoint: 'https://connect.invalid' };
const REFUSED: Body = { ...FAST, endpoint: 'http://127.0.0.1:1' };

/** New agents who become members: many looks at Amazon Connect, and nothing to refresh. */
const TEAM = {
  resource: {
    connect_user: Object.fromEntries(NAMES.map((name) => [name, agent(name)])),
    connect_traffic_distribution_group_user: Object.fromEntries(
      NAMES.map((name) => [name, membership(`\${connect_user.${name}.user_id}`)]),
    ),
  },
};

const IMPORTS = NAMES.map((name, index) => ({
  to: `connect_user.${name}`,
  id: `${INSTANCE_ID}:0000000${index}-aaaa-4bbb-8ccc-000000000001`,
}));

let scenarios: Scenarios;
/** What it takes where nothing is wrong, and so how busy the machine is. */
let usualMs: number;
beforeAll(async () => {
  scenarios = await Scenarios.start();
  const begun = performance.now();
  expect((await scenarios.project(FAST, TEAM).plan()).code).toBe(0);
  usualMs = performance.now() - begun;
});
const soonMs = (): number => 15_000 + 10 * usualMs;
afterAll(() => scenarios.close());

const errorsIn = (text: string): number => text.match(/Error: /g)?.length ?? 0;

describe('a plan of new agents', () => {
  it.each<[string, Body, RegExp]>([
    [
      'an access key that AWS does not know',
      { ...FAST, access_key: 'AKIAWRONG' },
      /AWS does not accept the credentials .*UnrecognizedClientException.*Check the access key.*The credentials come from the provider configuration \(access_key\)\./,
    ],
    [
      'a host that does not exist',
      UNKNOWN_HOST,
      /Amazon Connect does not answer .*got no answer from connect\.invalid: (ENOTFOUND|EAI_AGAIN): .*Check the network, the "region" and the "endpoint"/,
    ],
    [
      'a port where nobody listens',
      REFUSED,
      /Amazon Connect does not answer .*got no answer from 127\.0\.0\.1:1: ECONNREFUSED: .*No server listens there/,
    ],
    ['a Region where the instance is not', { ...FAST, region: 'eu-west-1' }, /There is no such Amazon Connect instance in eu-west-1/],
  ])('ends with one error for all of them, soon, with %s', async (_, provider, message) => {
    const begun = performance.now();
    const run = await scenarios.project(provider, TEAM).plan();
    expect([run.code, errorsIn(run.stderr), /could not be checked/.test(run.stdout)]).toEqual([1, 1, false]);
    expect(complaint(run)).toMatch(message);
    expect(performance.now() - begun).toBeLessThan(soonMs());
  });
});

it('agents who are to be imported and cannot be read are not planned to be replaced: one of the errors says all, the others are brief', async () => {
  const run = await scenarios.project({ ...FAST, access_key: 'AKIAWRONG' }, { import: IMPORTS, ...TEAM }).plan();
  expect([run.code, /connect_user\.\w+ (must|will) be/.test(run.stdout)]).toEqual([1, false]);
  const told = complaint(run).split('Error: ').slice(1);
  expect(told.map((text) => /^Reading the user .* failed: AWS does not accept the credentials/.test(text))).toEqual(NAMES.map(() => true));
  expect(told.filter((text) => text.includes('Check the access key'))).toHaveLength(1);
  expect(told.filter((text) => text.includes('The reason is the same as that of another error'))).toHaveLength(NAMES.length - 1);
});

it('agents who are looked up by name have an error each: one of them says all, the others are brief', async () => {
  const lookups = Object.fromEntries(NAMES.map((name) => [name, { instance_id: INSTANCE_ID, name }]));
  const run = await scenarios.project({ ...FAST, access_key: 'AKIAWRONG' }, { data: { connect_user: lookups } }).plan();
  const told = complaint(run).split('Error: ').slice(1);
  expect([run.code, told.length]).toEqual([1, NAMES.length]);
  expect(told.filter((text) => text.includes('Check the access key'))).toHaveLength(1);
});

it('agents whom nobody may create get an error each: one of them says all, the others are brief', async () => {
  const { control } = scenarios.emulator;
  await control.change({ deny: [{ operation: 'CreateUser' }] });
  const run = await scenarios.project(FAST, { resource: { connect_user: TEAM['resource']['connect_user'] } }).apply();
  await control.change({ deny: [] });
  const told = complaint(run).split('Error: ').slice(1);
  expect([run.code, told.length]).toEqual([1, NAMES.length]);
  expect(told.map((text) => /^Creating the user "\w+" failed: access denied/.test(text))).toEqual(NAMES.map(() => true));
  expect(told.filter((text) => text.includes('Allow connect:CreateUser'))).toHaveLength(1);
});

describe('agents who are there', () => {
  let project: DirectProject;
  beforeAll(async () => {
    project = scenarios.project(FAST, TEAM);
    expect((await project.apply()).code).toBe(0);
  });

  it.each<[string, readonly string[], Body, RegExp, number]>([
    ['planned', ['plan'], { ...FAST, access_key: 'AKIAWRONG' }, /AWS does not accept the credentials/, 1],
    ['destroyed', ['destroy', '-auto-approve'], REFUSED, /Amazon Connect does not answer/, 1],
    [
      'destroyed without a refresh',
      ['destroy', '-auto-approve', '-refresh=false'],
      { ...FAST, access_key: 'AKIAWRONG' },
      /AWS does not accept the credentials/,
      2 * NAMES.length,
    ],
  ])(
    'cannot be %s without good credentials and an endpoint: one error of a refresh, one each at most of an apply, soon, and nothing is lost',
    async (_, [command = '', ...args], provider, message, most) => {
      scenarios.declare(project, provider, TEAM);
      await scenarios.callers();
      const begun = performance.now();
      const run = await project.run(command, ...args, '-input=false', '-no-color');
      expect(run.code).toBe(1);
      expect(complaint(run)).toMatch(message);
      expect(errorsIn(run.stderr)).toBeLessThanOrEqual(most);
      expect(performance.now() - begun).toBeLessThan(soonMs());
      expect((await scenarios.callers()).length).toBeLessThanOrEqual(2 * NAMES.length);
      expect(project.state().filter(({ type }) => type === 'connect_user')).toHaveLength(NAMES.length);
    },
  );

  const READS = ['DescribeUser', 'SearchUsers'];
  it.each<[string, (control: ControlClient) => Promise<unknown>, number, RegExp]>([
    [
      'while the service fails',
      (control) =>
        Promise.all(READS.map((operation) => control.fault({ operation, count: 1000, code: 'ServiceUnavailableException', status: 503 }))),
      2,
      /Amazon Connect has trouble .*DescribeUser in us-east-1 now gives this answer to every call/,
    ],
    [
      'without the permission to read them',
      (control) => control.change({ deny: READS.map((operation) => ({ operation })) }),
      1,
      /access denied .*The policy of the credentials does not allow connect:DescribeUser/i,
    ],
  ])('cannot be planned %s: that is told for all of them, and nothing is lost', async (_, fail, errors, message) => {
    scenarios.declare(project, { ...FAST, max_retries: 0 }, TEAM);
    const { control } = scenarios.emulator;
    await fail(control);
    const run = await project.plan();
    await Promise.all([control.clearFaults(), control.change({ deny: [] })]);
    expect([run.code, errorsIn(run.stderr)]).toEqual([1, errors]);
    expect(complaint(run)).toMatch(message);
    expect(project.state().filter(({ type }) => type === 'connect_user')).toHaveLength(NAMES.length);
  });

  it('cannot be planned in a Region where their instance is not: one error for all of them, and nothing is lost', async () => {
    scenarios.declare(project, { ...FAST, region: 'eu-west-1', consistency_window: '1s' }, TEAM);
    const run = await project.plan();
    expect([run.code, errorsIn(run.stderr)]).toEqual([1, 1]);
    expect(complaint(run)).toMatch(/No instance .*There is no such Amazon Connect instance in eu-west-1/);
    expect(project.state().filter(({ type }) => type === 'connect_user')).toHaveLength(NAMES.length);
  });
});
