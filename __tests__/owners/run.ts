/** Lets several owners work against each other: `npm run test:owners -- [--steps N] [--seed S]`. */
import { parseArgs } from 'node:util';
import { checkOwners } from './sequences';

const { values } = parseArgs({ options: { steps: { type: 'string', default: '500' }, seed: { type: 'string' } } });
const steps = Number(values.steps);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!(steps >= 1) || !Number.isInteger(seed)) throw new Error('usage: npm run test:owners -- [--steps N] [--seed S]');

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  let failures = 0;
  tell(`seed ${seed}`);
  const taken = await checkOwners({
    steps,
    seed,
    onSequence: (count) => tell(`${count} steps, ${failures} failures`),
    onFailure: (told) => {
      if (!told.startsWith('shorter')) failures += 1;
      tell(told);
    },
  });
  tell(`two owners: ${taken} steps, ${failures} failures`);
  if (failures > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
