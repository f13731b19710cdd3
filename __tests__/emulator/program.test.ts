import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as demo from '../../emulator/seed/demo';
import { connectTo, ControlClient, createAgent, startTestEmulator } from '../support/emulator/test-emulator';
import { emulatorProgram } from '../support/emulator/program';

const InstanceId = demo.INSTANCE_ID;

let folder: string;
let stateFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-'));
  stateFile = join(folder, 'state.json');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function output(program: ChildProcess): Promise<{ readonly code: unknown; readonly out: string; readonly err: string }> {
  let out = '';
  let err = '';
  program.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  program.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(program, 'close')) as unknown[];
  return { code, out, err };
}

describe('the emulator as a program', () => {
  test('says where it listens, keeps its state in a file, and stops on SIGTERM', async () => {
    const program = emulatorProgram(
      '--state',
      stateFile,
      '--seed',
      'demo',
      '--rate',
      '3',
      '--burst',
      '7',
      '--consistency-delay',
      '0',
      '--mirror-delay',
      '5',
      '--time-scale',
      '2',
    );
    const finished = output(program);
    const [line] = (await once(program.stdout ?? program, 'data')) as Buffer[];
    const [, url = ''] = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(String(line)) ?? [];
    expect(await new ControlClient(url).settings()).toMatchObject({ rate: 3, burst: 7, consistencyDelay: 0, mirrorDelay: 5, timeScale: 2 });
    const client = connectTo(url);
    const UserId = await createAgent(client, 'ada');
    client.destroy();
    program.kill('SIGTERM');
    expect(await finished).toEqual({ code: 0, out: String(line), err: '' });
    expect(readFileSync(stateFile, 'utf8')).toContain(UserId);
  });

  test('refuses a port where another program listens, and says what to do', async () => {
    const other = await startTestEmulator();
    const { code, out, err } = await output(emulatorProgram('--port', new URL(other.url).port));
    await other.close();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('listens on port');
    expect(err).toContain('give another --port');
  });

  test.each([
    ['an unknown option', ['--speed', '1'], "Unknown option '--speed'"],
    ['a rate that is no number', ['--rate', 'fast'], '--rate must be a number above 0, not fast.'],
    ['a state file without a name, as of a variable that is not set', ['--state', ''], '--state must name a file.'],
    ['an unknown seed', ['--seed', 'full'], '--seed must be demo or empty.'],
  ])('refuses %s with a helpful text and exit code 2', async (_, options, message) => {
    const { code, out, err } = await output(emulatorProgram(...options));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  test('fails with exit code 1 when the state file is something else', async () => {
    writeFileSync(stateFile, '{}');
    expect(await output(emulatorProgram('--state', stateFile))).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not a state file of the emulator') as string,
    });
  });
});

describe('the state file', () => {
  test('brings back users, memberships and tags, and never holds a password', async () => {
    const first = await startTestEmulator({ stateFile });
    const client = connectTo(first.url);
    const UserId = await createAgent(client, 'ada', { Tags: { team: 'north' } });
    await createAgent(client, 'grace', {
      InstanceId: demo.MANAGED_INSTANCE_ID,
      RoutingProfileId: demo.MANAGED_ROUTING_PROFILE_ID,
      SecurityProfileIds: [demo.MANAGED_SECURITY_PROFILE_ID],
      Password: 'Passw0rdPlease',
    });
    await client.associateTrafficDistributionGroupUser({ TrafficDistributionGroupId: demo.TEAM_GROUP_ID, InstanceId, UserId });
    const before = await first.control.state();
    await first.close();
    client.destroy();
    expect(readFileSync(stateFile, 'utf8')).not.toContain('Passw0rdPlease');

    const second = await startTestEmulator({ stateFile, seed: 'empty' });
    expect(await second.control.state()).toEqual(before);
    const again = connectTo(second.url);
    await expect(createAgent(again, 'ada')).rejects.toMatchObject({ name: 'DuplicateResourceException' });
    again.destroy();
    await second.close();
  });
});
