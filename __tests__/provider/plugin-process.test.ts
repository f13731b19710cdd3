import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { once } from 'node:events';
import { existsSync, mkdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { ListResource_Event, ListResource_Request } from '../../provider/proto/gen/tfplugin6';
import { dynamic } from '../support/provider/client';
import { dial, invoke } from '../support/provider/grpc';
import { eventually } from '../support/eventually';
import { isRunning } from '../support/processes/running';
import { toyListSchema } from '../support/toy-provider/list';
import { buildToyPackage, type ToyPackage } from '../support/toy-provider/package';
import { ToyProject } from '../support/toy-provider/project';

let toy: ToyPackage;
beforeAll(() => {
  toy = buildToyPackage();
});
afterAll(() => toy.remove());

const FROM_TERRAFORM = {
  TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
  PLUGIN_PROTOCOL_VERSIONS: '5,6',
};

interface Plugin {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly output: { stdout: string; stderr: string };
  readonly exited: Promise<unknown[]>;
}

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Plugin {
  const child = spawn(command, args, { cwd: tmpdir(), env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  return { child, output, exited: once(child, 'close') };
}

/** Started as Terraform does, without TLS; `socket` is where it listens. */
async function startForTerraform(): Promise<Plugin & { readonly socket: string }> {
  const plugin = start(toy.executable, [], FROM_TERRAFORM);
  await eventually('the handshake is there', () => plugin.output.stdout.endsWith('\n'));
  return { ...plugin, socket: plugin.output.stdout.split('|')[3] ?? '' };
}

const HEALTH = '/grpc.health.v1.Health/Check';
const SHUTDOWN = '/plugin.GRPCController/Shutdown';

/** The process may be gone before its answer is read. */
async function shutDown(session: ReturnType<typeof dial>): Promise<void> {
  session.on('error', () => undefined);
  await invoke(session, SHUTDOWN, Buffer.alloc(0)).catch(() => undefined);
}

describe("the provider's process", () => {
  test('explains itself to a person who starts it', async () => {
    const { output, exited } = start(toy.executable, [], {});
    expect(await exited).toEqual([1, null]);
    expect(output.stdout).toBe('');
    expect(output.stderr).toContain('This is the Terraform provider example.test/acme/toy. It is not a command');
  });

  test('prints the handshake and nothing else on stdout', async () => {
    const { child, output, exited, socket } = await startForTerraform();
    await shutDown(dial(socket));
    expect(await exited).toEqual([0, null]);
    expect(output.stdout).toMatch(/^1\|6\|unix\|[^|]+\|grpc\|\n$/);
    expect(output.stderr).toBe('hello from a library\n');
    expect(child.exitCode).toBe(0);
  });

  test('listens where nobody else can reach it, and leaves nothing behind', async () => {
    const { exited, socket } = await startForTerraform();
    expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700);
    await shutDown(dial(socket));
    await exited;
    expect(existsSync(dirname(socket))).toBe(false);
  });

  test('removes at its start what a killed one left behind', async () => {
    const killed = start(process.execPath, ['-e', ''], {});
    await killed.exited;
    const left = join(tmpdir(), `tf-plugin-${killed.child.pid}-killed`);
    mkdirSync(left);
    utimesSync(left, new Date(0), new Date(0));
    const { exited, socket } = await startForTerraform();
    await eventually('it is gone', () => !existsSync(left));
    await shutDown(dial(socket));
    await exited;
  });

  test('answers with a stream where Terraform lists', async () => {
    const { exited, socket } = await startForTerraform();
    const session = dial(socket);
    const request = { typeName: 'toy_thing', config: dynamic(toyListSchema, { prefix: 'a' }), includeResourceObject: false, limit: 1 };
    const { status, body } = await invoke(session, '/tfplugin6.Provider/ListResource', ListResource_Request.encode(request).finish());
    session.destroy();
    await exited;
    expect([status, ListResource_Event.decode(body).diagnostic.map(({ summary }) => summary)]).toEqual([
      '0',
      ['The provider is not configured'],
    ]);
  });

  test('ignores Ctrl-C and a closing terminal, which Terraform hears too', async () => {
    const { child, exited, socket } = await startForTerraform();
    const session = dial(socket);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGINT'] as const) child.kill(signal);
    expect((await invoke(session, HEALTH, Buffer.alloc(0))).body).toEqual(Buffer.from([8, 1]));
    session.destroy();
    expect(await exited).toEqual([0, null]);
  });

  test('ends when its parent dies before it ever connected', async () => {
    const { child, output } = start('sh', ['-c', '"$0" & echo $! >&2; wait', toy.executable], FROM_TERRAFORM);
    await eventually('the handshake is there', () => output.stdout.endsWith('\n'));
    const pid = Number.parseInt(output.stderr, 10);
    expect(isRunning(pid)).toBe(true);
    child.kill('SIGKILL');
    await eventually('the provider is gone', () => !isRunning(pid));
  });

  test('serves any number of Terraform runs when it is debugged', async () => {
    const { child, output, exited } = start(toy.executable, ['-debug'], {});
    await eventually('it says how to reattach', () => output.stdout.endsWith('\n\n'));
    const reattach = /TF_REATTACH_PROVIDERS='(.*)'/.exec(output.stdout)?.[1];
    const project = new ToyProject(undefined, { TF_REATTACH_PROVIDERS: reattach });
    project.configure({ resource: { toy_thing: { a: { name: 'a' } } } });
    expect(await project.apply()).toContain('1 added');
    expect(await project.apply()).toContain('No changes');
    project.remove();
    child.kill('SIGINT');
    expect(await exited).toEqual([0, null]);
  });
});
