import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MANAGED_INSTANCE_ID, MANAGED_ROUTING_PROFILE_ID, MANAGED_SECURITY_PROFILE_ID } from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre, type Declaration } from '../support/terraform/contact-centre';
import { apply, plan } from '../support/terraform/told';

const KEPT = 'Kept-Secret-1';
const UNKEPT = 'Unkept-Secret-2';

const account = (name: string, more: Body): Body =>
  agent(name, {
    instance_id: MANAGED_INSTANCE_ID,
    routing_profile_id: MANAGED_ROUTING_PROFILE_ID,
    security_profile_ids: [MANAGED_SECURITY_PROFILE_ID],
    ...more,
  });

const declared = (kept: Body, unkept: Body, others: Readonly<Record<string, Body>> = {}): Declaration => ({
  variable: { kept: { type: 'string', sensitive: true }, unkept: { type: 'string', sensitive: true, ephemeral: true } },
  resource: {
    connect_user: {
      kept: account('kept', { password: '${var.kept}', ...kept }),
      unkept: account('unkept', { password_wo: '${var.unkept}', password_wo_version: 1, ...unkept }),
      ...others,
    },
  },
});

describe('the password of an account', () => {
  const logs = mkdtempSync(join(tmpdir(), 'terraform-log-'));
  const log = join(logs, 'trace.log');
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await ContactCentre.start({
      env: { TF_LOG: 'TRACE', TF_LOG_PATH: log, TF_VAR_kept: KEPT, TF_VAR_unkept: UNKEPT },
      providerStartedBy: 'terraform',
    });
  });
  afterAll(async () => {
    await centre.close();
    rmSync(logs, { recursive: true });
  });
  const everythingKept = async (): Promise<Readonly<Record<string, string>>> => ({
    "the provider's log": readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line.includes('terraform-provider-connect'))
      .join('\n'),
    "the emulator's state": JSON.stringify(await centre.emulator.control.state()),
    "the emulator's calls": JSON.stringify(await centre.emulator.control.calls()),
  });

  it('sets up an account, and is repeated nowhere; "password_wo" is neither in the plan nor in the state', async () => {
    await centre.declare(declared({}, {}));
    const planned = JSON.stringify(await centre.project.planJson());
    expect(planned).toContain('unkept');
    await centre.emulator.control.clearCalls();
    await centre.project.succeed('apply', '-input=false', 'tests.tfplan');
    expect(await centre.writes()).toEqual(['CreateUser 200', 'CreateUser 200']);
    expect(planned).not.toContain(UNKEPT);
    expect(readFileSync(join(centre.project.directory, 'terraform.tfstate'), 'utf8')).not.toContain(UNKEPT);
    expect(centre.project.attributes('connect_user.unkept')).toMatchObject({ password: null, password_wo: null, password_wo_version: 1 });
    for (const [place, text] of Object.entries(await everythingKept())) {
      expect([place, text.length > 100, text.includes(KEPT), text.includes(UNKEPT)]).toEqual([place, true, false, false]);
    }
  });

  it('has no changes, not even when another value stands in "password_wo" under the same version', async () => {
    await centre.declare(declared({}, { password_wo: '${var.unkept}-Other' }));
    const { planned, errors, warnings } = await plan(centre);
    expect([planned, errors, warnings]).toEqual([{}, [], []]);
  });

  it('is not needed for a plan that leaves it as it is, nor for one to destroy the account', async () => {
    const { variable, ...rest } = declared({}, { password_wo: '${var.absent}' });
    const absent = { type: 'string', ephemeral: true, default: null };
    await centre.declare({ ...rest, variable: { ...(variable as Body), absent } });
    const unchanged = await plan(centre);
    expect([unchanged.planned, unchanged.errors]).toEqual([{}, []]);
    const destroying = await plan(centre, '-destroy');
    expect([destroying.planned, destroying.errors]).toEqual([{ 'connect_user.kept': 'delete', 'connect_user.unkept': 'delete' }, []]);
    await centre.project.succeed('taint', 'connect_user.unkept');
    const anew = await plan(centre);
    expect(anew.errors).toMatchObject([{ summary: 'A version without a password', address: 'connect_user.unkept' }]);
    await centre.project.succeed('untaint', 'connect_user.unkept');
  });

  it('fails to change, at plan and with what to do, as does the directory user id; nothing is written', async () => {
    await centre.declare(declared({ password: '${var.kept}-Other' }, { password_wo_version: 2 }));
    const changed = await plan(centre);
    expect(changed.errors.map(({ summary, address, snippet }) => [address, summary, snippet !== undefined]).sort()).toEqual([
      ['connect_user.kept', 'A password cannot be changed', true],
      ['connect_user.unkept', 'A password cannot be changed', true],
    ]);
    expect(changed.errors[0]?.detail).toMatch(/no operation that changes a password.*terraform taint ADDRESS/s);
    expect(JSON.stringify(changed.errors)).not.toMatch(/-Secret-/);

    for (const name of ['kept', 'unkept']) await centre.project.succeed('taint', `connect_user.${name}`);
    const advised = await plan(centre);
    expect([advised.planned, advised.errors]).toEqual([{ 'connect_user.kept': 'replace', 'connect_user.unkept': 'replace' }, []]);
    for (const name of ['kept', 'unkept']) await centre.project.succeed('untaint', `connect_user.${name}`);

    await centre.declare(declared({ directory_user_id: 'S-1-5-21' }, {}));
    const directory = await apply(centre);
    expect(directory.errors).toMatchObject([{ summary: 'The directory user id cannot be changed', address: 'connect_user.kept' }]);
    expect(directory.writes).toEqual([]);
  });

  it('fails to be left out where Connect manages the accounts, before anything is written', async () => {
    await centre.declare(declared({}, {}, { none: account('none', {}) }));
    const { errors, writes } = await apply(centre);
    expect(errors).toMatchObject([{ summary: 'Not for an instance with users that Connect manages', address: 'connect_user.none' }]);
    expect(writes).toEqual([]);
  });
});
