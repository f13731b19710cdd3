/**
 * Lives the lives of users and memberships under every combination of the answers that AWS does not document:
 * `npm run test:answers`.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answersOf, pairsOf, ROWS, spread, threeByThree } from './rows';
import type { Order, Taken } from './share';
import { runShare } from '../support/processes/run-share';

const { values } = parseArgs({ options: { sample: { type: 'string' }, row: { type: 'string' }, terraform: { type: 'boolean' } } });

const TELL_MS = 5_000;
/** Failures that are told in words; the others are counted. */
const MOST_TOLD = 20;

/** So many rows in a row differ in their first answers only. What they share is lived once if they come to the same process. */
const ALIKE = 64;

const shareOf = (rows: readonly number[], share: number, shares: number, inParts: boolean): readonly number[] =>
  rows.filter((row, index) => (inParts && rows.length > 1 ? Math.floor((row - 1) / ALIKE) : index) % shares === share);

const USAGE = `usage: npm run test:answers [-- --sample N | --row N | --terraform]
  --sample N    N rows far apart, each lived as a whole
  --row N       one of the ${ROWS} rows, as a whole and in parts
  --terraform   rows in which all answers to any three questions meet, with the real terraform`;

function orderOf(): Order {
  const { sample, row, terraform } = values;
  if ([sample, row, terraform].filter((value) => value !== undefined).length > 1) throw new Error(USAGE);
  const number = Number(sample ?? row ?? 1);
  if (!Number.isInteger(number) || number < 1 || number > ROWS) throw new Error(USAGE);
  if (terraform) return { rows: threeByThree(), how: ['with terraform'] };
  if (row !== undefined) return { rows: [number], how: ['in parts', 'at once'] };
  return sample === undefined ? { rows: spread(ROWS), how: ['in parts'] } : { rows: spread(number), how: ['at once'] };
}

async function main(): Promise<void> {
  const { rows, how } = orderOf();
  const begun = performance.now();
  const seconds = (): string => `${Math.round((performance.now() - begun) / 1000)} s`;
  const inParts = how.includes('in parts');
  const shares = Math.min(rows.length, 2 ** Math.floor(Math.log2(availableParallelism())));
  const counts = { done: 0, failed: 0 };
  const lived = new Map<number, number>();
  const tell = (): void => {
    const parts = [...lived.values()].reduce((sum, count) => sum + count, 0);
    process.stdout.write(
      `${seconds()}: ${counts.done} of ${rows.length} rows done, ${counts.failed} failed${inParts ? `, ${parts} parts of lives lived` : ''}\n`,
    );
  };
  const note = (share: number, { row, problem, parts }: Taken): void => {
    counts.done += 1;
    lived.set(share, parts);
    if (problem === undefined) return;
    counts.failed += 1;
    if (counts.failed > MOST_TOLD) return;
    process.stdout.write(`row ${row} fails: ${problem}\n  ${pairsOf(answersOf(row))}\n  npm run test:answers -- --row ${row}\n`);
  };
  const telling = setInterval(tell, TELL_MS);
  const orders = Array.from({ length: shares }, (_, share) => ({ rows: shareOf(rows, share, shares, inParts), how }));
  await Promise.all(orders.map((order, share) => runShare<Order, Taken>(join(__dirname, 'share'), order, (taken) => note(share, taken))));
  clearInterval(telling);
  tell();
  if (counts.failed > 0 || counts.done < rows.length) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
