/** Takes random steps for as long as it is told: `npm run test:random -- --steps N --seed S`. */
import { parseArgs } from 'node:util';
import { checkSequences } from './sequences';

const { values } = parseArgs({ options: { steps: { type: 'string', default: '1000' }, seed: { type: 'string' } } });
const wanted = Number(values.steps);
const first = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!(wanted >= 1) || !Number.isInteger(first)) throw new Error('usage: npm run test:random -- [--steps N] [--seed S]');

const BATCH = 10;

async function main(): Promise<void> {
  let taken = 0;
  process.stdout.write(`seed ${first}\n`);
  for (let seed = first; taken < wanted; seed++) {
    await checkSequences({
      sequences: BATCH,
      seed,
      onSequence: (steps) => (taken += steps),
      onFailure: (told) => process.stdout.write(`${told}\nlooking for a shorter one\n`),
    });
    process.stdout.write(`${taken} steps, up to seed ${seed}\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
