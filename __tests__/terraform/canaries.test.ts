import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANAGED_INSTANCE_ID, MANAGED_ROUTING_PROFILE_ID, MANAGED_SECURITY_PROFILE_ID } from '../../emulator/seed/demo';
import { type Canaries, leaksIn, quoted } from '../support/canaries';
import { Scenarios } from '../support/terraform/scenarios';
import type { DirectProject } from '../support/terraform/direct-project';
import type { TerraformRun } from '../support/terraform/project';

const STORED: Canaries = { password: 'Canary1-Stored+Password/ä' };
const SECRET: Canaries = {
  password_wo: 'Canary2-Unstored+Password/ö',
  secret_key: 'Canary3/SecretKey+Of/TheAccessKey',
  token: 'Canary4//Token+Of+The+Session==',
  external_id: 'Canary5=External:Id/Of-Role',
  AWS_SECRET_ACCESS_KEY: 'Canary6/SecretKey+Of/Environment',
  AWS_SESSION_TOKEN: 'Canary7//Token+Of/Environment==',
};
const PERSONAL: Canaries = {
  'first name': 'Wilhelmina',
  'last name': 'Featherstonehaugh',
  'e-mail': 'wilhelmina@canary.example',
  'second e-mail': 'featherstonehaugh@canary.example',
  'user name': 'wfeatherstonehau',
};
const ALL = { ...STORED, ...SECRET, ...PERSONAL };

const VARIABLES = ['secret_key', 'token', 'external_id', 'password_wo'];
const PROVIDER = {
  region: 'us-east-1',
  access_key: 'AKIATEST',
  secret_key: '${var.secret_key}',
  token: '${var.token}',
  max_retries: 0,
  assume_role: { role_arn: 'arn:aws:iam::123456789012:role/terraform', external_id: '${var.external_id}' },
};

const managedAgent = (name: string, more: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  instance_id: MANAGED_INSTANCE_ID,
  name,
  routing_profile_id: MANAGED_ROUTING_PROFILE_ID,
  security_profile_ids: [MANAGED_SECURITY_PROFILE_ID],
  identity_info: {
    first_name: PERSONAL['first name'],
    last_name: PERSONAL['last name'],
    email: PERSONAL['e-mail'],
    secondary_email: PERSONAL['second e-mail'],
  },
  phone_config: { phone_type: 'SOFT_PHONE' },
  ...more,
});

const name = (suffix: string): string => `${PERSONAL['user name']}.${suffix}`;
const stored = (suffix: string) => managedAgent(name(suffix), { password: '${var.password}' });
const unstored = (suffix: string) => managedAgent(name(suffix), { password_wo: '${var.password_wo}', password_wo_version: 1 });

const declared = (users: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  variable: {
    ...Object.fromEntries(VARIABLES.map((variable) => [variable, { type: 'string', sensitive: true, ephemeral: true }])),
    password: { type: 'string', sensitive: true },
  },
  resource: { connect_user: { stored: stored('1'), unstored: unstored('2'), ...users } },
});

describe('secrets and names of agents', () => {
  let scenarios: Scenarios;
  let project: DirectProject;
  let planned = '';
  const runs: TerraformRun[] = [];
  const output = (): string =>
    runs
      .map(({ stdout, stderr }) => stdout + stderr)
      .join('\n')
      .replace(/\s*\n\s*/g, ' ');

  /** With the most talkative log: a plan, its apply, and applies that the service refuses, quoting all of the request. */
  beforeAll(async () => {
    scenarios = await Scenarios.start();
    const values: Canaries = { ...SECRET, ...STORED };
    const env = {
      TF_LOG: 'TRACE',
      TF_LOG_PROVIDER: 'TRACE',
      TF_LOG_PATH: 'trace.log',
      AWS_SECRET_ACCESS_KEY: SECRET['AWS_SECRET_ACCESS_KEY'],
      AWS_SESSION_TOKEN: SECRET['AWS_SESSION_TOKEN'],
      ...Object.fromEntries([...VARIABLES, 'password'].map((variable) => [`TF_VAR_${variable}`, values[variable]])),
    };
    project = scenarios.project(PROVIDER, declared({}), env);
    planned = JSON.stringify(await project.planJson());
    runs.push(await project.run('apply', '-input=false', '-no-color', 'tests.tfplan'));
    for (const [user, password] of [
      [stored('3'), 'password_wo'],
      [unstored('4'), 'password'],
    ] as const) {
      const request = Object.entries(values).filter(([value]) => value !== password);
      const message = `Invalid request: ${request.map(([, value]) => quoted(value)).join(' ')} \u001b[31m\u202e`;
      await scenarios.emulator.control.fault({ operation: 'CreateUser', code: 'InvalidParameterException', status: 400, message });
      scenarios.declare(project, PROVIDER, declared({ refused: user }));
      runs.push(await project.apply());
    }
  });
  afterAll(() => scenarios.close());

  it('are set, and the service quotes them', () => {
    expect(runs.map(({ code }) => code)).toEqual([0, 1, 1]);
    expect(output()).toContain('answered InvalidParameterException: Invalid request: (sensitive value) (sensitive value)');
  });

  it('are in no output of terraform, of applies whose requests the service quotes neither; nor is what would steer the terminal', () => {
    expect(leaksIn(output(), { ...STORED, ...SECRET })).toEqual([]);
    expect(output()).toContain('<U+001B>[31m<U+202E>');
    for (const control of ['\u001b', '\u202e']) expect(output()).not.toContain(control);
  });

  it("are in no line of the provider's log at TRACE, and the secrets in no line of terraform's own", () => {
    const log = readFileSync(join(project.directory, 'trace.log'), 'utf8');
    const own = log
      .split('\n')
      .filter((line) => /\bprovider\.terraform-provider-connect/.test(line))
      .join('\n');
    expect(own).toMatch(/connect call.*CreateUser/);
    expect(leaksIn(own, ALL)).toEqual([]);
    expect(leaksIn(log, { ...STORED, ...SECRET })).toEqual([]);
  });

  it('are not in the state and not in the plan, but for a password that is not write-only, and names', () => {
    const state = readFileSync(join(project.directory, 'terraform.tfstate'), 'utf8');
    for (const text of [state, planned]) {
      expect(leaksIn(text, STORED)).toEqual(['password (plain)']);
      expect(leaksIn(text, PERSONAL)).toContain('user name (plain)');
      expect(leaksIn(text, SECRET)).toEqual([]);
    }
  });

  it("are not in the emulator's log of calls", async () => {
    const calls = JSON.stringify(await scenarios.emulator.control.calls());
    expect(calls).toContain('CreateUser');
    expect(leaksIn(calls, ALL)).toEqual([]);
  });
});
