import { once } from 'node:events';
import { PROVIDER_SOURCE } from '../../constructs/provider-address';
import { postgresPrograms, type Postgres, startPostgres } from '../support/postgres/postgres';
import { eventually } from '../support/eventually';
import { agent, ContactCentre } from '../support/terraform/contact-centre';
import type { RunningTerraform } from '../support/terraform/project';

const programs = postgresPrograms();
if (programs === undefined)
  process.stderr.write('Skipped: two people who apply at once with the state in PostgreSQL, which is not installed here.\n');

const APPLY = ['apply', '-auto-approve', '-input=false', '-no-color'];

/** Resolves when terraform says so. */
async function says({ process: { stdout } }: RunningTerraform, text: string): Promise<void> {
  let said = '';
  while (stdout && !said.includes(text)) said += String((await once(stdout, 'data'))[0]);
}

(programs === undefined ? describe.skip : describe)('two people who share a state in PostgreSQL', () => {
  let postgres: Postgres;
  let ours: ContactCentre;
  let theirs: ContactCentre;

  const declare = async (centre: ContactCentre, names: readonly string[]): Promise<void> => {
    await centre.declare({
      terraform: { required_providers: { connect: { source: PROVIDER_SOURCE } }, backend: { pg: { conn_str: postgres.connection } } },
      resource: { connect_user: Object.fromEntries(names.map((name) => [name, agent(name)])) },
    });
    await centre.project.succeed('init', '-input=false', '-no-color');
  };

  beforeAll(async () => {
    postgres = await startPostgres(programs ?? '');
    ours = await ContactCentre.start();
    theirs = ours.otherStack();
    await declare(ours, ['ada', 'grace']);
    await declare(theirs, ['ada', 'grace', 'alan']);
  });

  afterAll(async () => {
    await ours.close();
    await postgres.close();
  });

  test('apply one after the other: the second is refused, or waits where told so, and nothing is lost', async () => {
    const { control } = ours.emulator;
    await control.fault({ operation: 'CreateUser', hold: true });
    const first = ours.project.start(...APPLY);
    await eventually('the first apply is creating agents', async () => (await control.held()) > 0);

    const refused = await theirs.project.run(...APPLY);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Error acquiring the state lock') });

    const waiting = theirs.project.start(...APPLY, '-lock-timeout=10m');
    await says(waiting, 'Acquiring state lock');
    await control.clearFaults();
    expect(await first.done).toMatchObject({ code: 0, stdout: expect.stringContaining('2 added, 0 changed, 0 destroyed') });
    expect(await waiting.done).toMatchObject({ code: 0, stdout: expect.stringContaining('1 added, 0 changed, 0 destroyed') });

    const { stdout } = await ours.project.succeed('state', 'list');
    expect(stdout.trim().split('\n')).toEqual(['connect_user.ada', 'connect_user.alan', 'connect_user.grace']);
    expect((await ours.instance()).users.map(({ Username }) => Username).sort()).toEqual(['ada', 'alan', 'grace']);
    expect(await theirs.plan()).toEqual({});
  });
});
