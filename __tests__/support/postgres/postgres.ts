import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A PostgreSQL of a test's own, for terraform's backend `pg`. */
export interface Postgres {
  readonly process: ChildProcess;
  /** What the backend takes as `conn_str`. */
  readonly connection: string;
  close(): Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';
const USER = 'terraform';

/** Where PostgreSQL's programs are: in the PATH, or where Debian puts those of each version. Nothing where it is not installed. */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const directories = [...(process.env['PATH'] ?? '').split(delimiter), ...versions.map((version) => join(DEBIAN, version, 'bin'))];
  return directories.find((directory) => ['initdb', 'postgres'].every((program) => existsSync(join(directory, program))));
}

/** Starts a server in a directory of its own in the temporary directory; it listens on a socket there, and on no port. */
export async function startPostgres(programs: string): Promise<Postgres> {
  const directory = mkdtempSync(join(tmpdir(), 'pg-'));
  const owner = unprivileged();
  if (owner) chownSync(directory, owner.uid, owner.gid);
  const [data, run] = [join(directory, 'data'), { ...owner, cwd: directory, env: { ...process.env, LC_ALL: 'C' } }];
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', USER, '-A', 'trust', '--no-sync'], { ...run, stdio: 'pipe' });
  const args = ['-D', data, '-k', directory, '-c', 'listen_addresses=', '-c', 'fsync=off'];
  const server = spawn(join(programs, 'postgres'), args, { ...run, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(server, 'close');
  const close = async (): Promise<void> => {
    server.kill('SIGINT');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  };
  await ready(server);
  return { process: server, connection: `postgres:///postgres?host=${directory}&user=${USER}&sslmode=disable`, close };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const [, , uid, gid] =
    (users.find((line) => line.startsWith('postgres:')) ?? users.find((line) => line.startsWith('nobody:')))?.split(':') ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}

/** Resolves once it takes connections. @throws with what it said when it ends instead */
async function ready(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('close', () => reject(new Error(`PostgreSQL ended:\n${said}`)));
  });
}
