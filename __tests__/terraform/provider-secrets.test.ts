import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANAGED_INSTANCE_ID, MANAGED_ROUTING_PROFILE_ID, MANAGED_SECURITY_PROFILE_ID } from '../../emulator/seed/demo';
import { Scenarios } from '../support/connect-scenarios';
import type { DirectProject } from '../support/direct-project';

const SECRET = { key: 'SecretKeyOfTheAccessKey', token: 'TokenOfTheSession', password: 'Passw0rdInState', writeOnly: 'Passw0rdNotStored' };
const PERSONAL = { first: 'Wilhelmina', last: 'Featherstonehaugh', email: 'wilhelmina@example.com', username: 'wfeatherstonehaugh' };

const managedAgent = (name: string, more: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  instance_id: MANAGED_INSTANCE_ID,
  name,
  routing_profile_id: MANAGED_ROUTING_PROFILE_ID,
  security_profile_ids: [MANAGED_SECURITY_PROFILE_ID],
  identity_info: { first_name: PERSONAL.first, last_name: PERSONAL.last, email: PERSONAL.email },
  phone_config: { phone_type: 'SOFT_PHONE' },
  ...more,
});

describe('secrets', () => {
  let scenarios: Scenarios;
  let project: DirectProject;
  let output = '';
  let providerLog = '';

  /** An apply that succeeds, a refresh, and an apply that is denied, all with the most talkative log. */
  beforeAll(async () => {
    scenarios = await Scenarios.start();
    const provider = { region: 'us-east-1', access_key: 'AKIATEST', secret_key: SECRET.key, token: SECRET.token };
    const stored = managedAgent(PERSONAL.username, { password: SECRET.password });
    const notStored = managedAgent(`${PERSONAL.username}2`, { password_wo: SECRET.writeOnly, password_wo_version: 1 });
    project = scenarios.project(provider, { resource: { connect_user: { stored, notStored } } }, { TF_LOG: 'TRACE', TF_LOG_PATH: 'trace.log' });
    const created = await project.apply();
    await scenarios.emulator.control.change({ deny: [{ operation: 'CreateUser' }] });
    const one = managedAgent(`${PERSONAL.username}3`, { password: SECRET.password });
    const another = managedAgent(`${PERSONAL.username}4`, { password_wo: SECRET.writeOnly });
    scenarios.declare(project, provider, { resource: { connect_user: { stored, notStored, one, another } } });
    const denied = await project.apply();
    expect([created.code, denied.code]).toEqual([0, 1]);
    output = [created, denied].map(({ stdout, stderr }) => stdout + stderr).join('\n');
    const lines = readFileSync(join(project.directory, 'trace.log'), 'utf8').split('\n');
    providerLog = lines.filter((line) => /\bprovider\.terraform-provider-connect/.test(line)).join('\n');
  });
  afterAll(() => scenarios.close());

  it('are in no output of terraform, of an apply that fails neither', () => {
    expect(output).toContain(`Creating the user "${PERSONAL.username}3" failed: access denied`);
    for (const secret of Object.values(SECRET)) expect(output).not.toContain(secret);
  });

  it("are in no line of the provider's log at TRACE, and neither are names and e-mail addresses of agents", () => {
    expect(providerLog).toMatch(/connect call.*CreateUser/);
    for (const text of [...Object.values(SECRET), ...Object.values(PERSONAL)]) expect(providerLog).not.toContain(text);
  });

  it('are not in the state, but for a password that is not write-only', () => {
    const state = readFileSync(join(project.directory, 'terraform.tfstate'), 'utf8');
    expect(state).toContain(PERSONAL.username);
    for (const secret of [SECRET.key, SECRET.token, SECRET.writeOnly]) expect(state).not.toContain(secret);
    expect(state).toContain(SECRET.password);
  });
});
