/** Lives the life of every resource with every fault at every call: `npm run test:faults`. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runShare } from '../support/processes/run-share';
import type { Order, Taken } from './share';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, sample: { type: 'string' }, terraform: { type: 'boolean', default: false } },
});

/** Unless told otherwise, so many with the real terraform. */
const WITH_TERRAFORM = 60;

const USAGE = `usage: npm run test:faults [-- --only TEXT] [--sample N] [--terraform]
  --only TEXT   the cases that have the text in their names
  --sample N    of those, N far apart
  --terraform   with the real terraform; ${WITH_TERRAFORM} cases that take little time, unless --sample says otherwise`;

const sample = Number(values.sample ?? (values.terraform ? WITH_TERRAFORM : Number.MAX_SAFE_INTEGER));
if (!Number.isInteger(sample) || sample < 1) throw new Error(USAGE);

const TELL_MS = 10_000;

async function main(): Promise<void> {
  const counts = { cases: 0, failures: 0 };
  const begun = performance.now();
  const tell = (): boolean =>
    process.stdout.write(`${Math.round((performance.now() - begun) / 1000)} s: ${counts.cases} cases, ${counts.failures} failures\n`);
  const note = ({ name, problems }: Taken): void => {
    counts.cases += 1;
    if (problems.length === 0) return;
    counts.failures += 1;
    process.stdout.write(`${name}\n${problems.map((problem) => `  ${problem}\n`).join('')}`);
  };
  const telling = setInterval(tell, TELL_MS);
  const shares = availableParallelism();
  await Promise.all(
    Array.from({ length: shares }, (_, share) =>
      runShare<Order, Taken>(join(__dirname, 'share'), { share, shares, only: values.only, sample, terraform: values.terraform }, note),
    ),
  );
  clearInterval(telling);
  process.stdout.write(`fault matrix: ${counts.cases} cases, ${counts.failures} failures\n`);
  if (counts.failures > 0 || counts.cases === 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
