/**
 * `npm run bench`: measures the built provider with the real terraform against the emulator, and tells
 * whether it keeps what it promises. Knows processes, files and the emulator's control endpoint; nothing of the
 * provider's inside but its handshake.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { runSections, type Section } from './bench';
import { readOptions, UsageError } from './options';
import type { Report } from './report';
import { Scratch } from './scratch';
import { adoptions } from './sections/adopt';
import { apply } from './sections/apply';
import { awsProviderSection } from './sections/aws-provider';
import { drift } from './sections/drift';
import { manyStacks } from './sections/many-stacks';
import { instanceSize } from './sections/instance-size';
import { quotaMemberships } from './sections/quota-memberships';
import { quotaUsers } from './sections/quota-users';
import { scale } from './sections/scale';
import { smallStack } from './sections/small-stack';
import { startUp } from './sections/start-up';
import { synth } from './sections/synth';
import { terraformTime } from './sections/terraform-time';
import { goalsOf, tableOf } from './table';

const SECTIONS: readonly Section[] = [
  startUp,
  terraformTime,
  quotaUsers,
  quotaMemberships,
  apply,
  manyStacks,
  awsProviderSection,
  smallStack,
  instanceSize,
  drift,
  synth,
  ...adoptions,
  ...scale,
];

async function main(argv: readonly string[]): Promise<number> {
  const { only, users, cells, json } = readOptions(
    argv,
    SECTIONS.map(({ name }) => name),
  );
  const scratch = new Scratch();
  const report: Report = { machine: machine(), chapters: [], goals: [] };
  const begun = Date.now();
  const say = (text: string): boolean =>
    process.stderr.write(`[${String(Math.round((Date.now() - begun) / 1000)).padStart(5)} s] ${text}\n`);
  try {
    await runSections(
      SECTIONS.filter(({ name }) => only.length === 0 || only.includes(name)),
      { scratch, limit: users, cells, report, say },
    );
  } finally {
    scratch.remove();
  }
  process.stdout.write(`${tableOf(report)}\n${goalsOf(report.goals)}`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, undefined, 2)}\n`);
  return report.goals.every(({ met }) => met) ? 0 : 1;
}

function machine(): string {
  const terraform = execFileSync('terraform', ['version'], {
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  }).split('\n')[0];
  return `${terraform}, Node.js ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      error instanceof UsageError ? error.message : `The benchmark cannot run: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
