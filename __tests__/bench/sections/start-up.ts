import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { builtPlugin, EXECUTABLE } from '../../../constructs/plugin/built-plugin';
import { createIdentity } from '../../../provider/plugin/certificate';
import { type Bench, median, type Section } from '../bench';
import { firstLine } from '../emulator-process';
import { residentMb } from '../process-usage';
import type { Scratch } from '../scratch';

const TIMES = 25;
const GOAL_MS = 60;

/** Terraform starts a provider three to five times a command: what each start costs beside that of Node itself. */
export const startUp: Section = {
  name: 'start-up',
  title: 'Start of the provider',
  async run(bench) {
    const certificates = process.env['NODE_EXTRA_CA_CERTS'];
    await compare(bench, { NODE_EXTRA_CA_CERTS: undefined }, 'without NODE_EXTRA_CA_CERTS');
    if (certificates) await compare(bench, { NODE_EXTRA_CA_CERTS: certificates }, 'with NODE_EXTRA_CA_CERTS, as in the environment');
    else bench.row({ measured: 'with NODE_EXTRA_CA_CERTS', notes: ['not measured: the environment does not set it'] });
  },
};

async function compare(bench: Bench, env: NodeJS.ProcessEnv, which: string): Promise<void> {
  bench.progress(`${TIMES} starts ${which}`);
  const nodes: number[] = [];
  const plugins: Started[] = [];
  for (let time = 0; time < TIMES; time++) {
    nodes.push(await startNode(bench.scratch, env));
    plugins.push(await startPlugin(bench.scratch, env));
  }
  const node = median(nodes);
  const plugin = median(plugins.map(({ ms }) => ms));
  const memory = plugins.flatMap(({ memoryMb }) => memoryMb ?? []);
  bench.row({ measured: `node -e 0, ${which}`, wallS: node / 1000, notes: [`from its start to its end; median of ${TIMES}`] });
  bench.row({
    measured: `the provider, ${which}`,
    wallS: plugin / 1000,
    ratio: plugin / node,
    ...(memory.length > 0 && { peakMb: median(memory) }),
    notes: [
      `from its start to its handshake line, with TLS as terraform wants it; in turns with node; memory: resident set at that moment`,
    ],
  });
  bench.goal({
    goal: `the provider starts at most ${GOAL_MS} ms slower than node (${which})`,
    measured: `${(plugin - node).toFixed(0)} ms`,
    met: plugin - node <= GOAL_MS,
  });
}

interface Started {
  readonly ms: number;
  readonly memoryMb: number | undefined;
}

async function startNode(scratch: Scratch, env: NodeJS.ProcessEnv): Promise<number> {
  const start = performance.now();
  const child = scratch.watch(spawn(process.execPath, ['-e', '0'], { env: { ...process.env, ...env }, stdio: 'ignore' }));
  await once(child, 'exit');
  return performance.now() - start;
}

const HANDSHAKE = {
  TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
  PLUGIN_PROTOCOL_VERSIONS: '5,6',
  PLUGIN_CLIENT_CERT: createIdentity().certificatePem,
};

async function startPlugin(scratch: Scratch, env: NodeJS.ProcessEnv): Promise<Started> {
  const start = performance.now();
  const child = scratch.watch(
    spawn(join(builtPlugin().directory, EXECUTABLE), {
      env: { ...process.env, ...HANDSHAKE, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const ended = once(child, 'exit');
  const line = await Promise.race([firstLine(child.stdout), ended.then(() => 'it ended')]);
  const ms = performance.now() - start;
  if (!line.startsWith('1|6|')) throw new Error(`The provider did not start: ${line}`);
  const memoryMb = residentMb(child.pid ?? 0);
  child.kill('SIGKILL');
  await ended;
  return { ms, memoryMb };
}
