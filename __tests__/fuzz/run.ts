/** Tries wrong input for as long as it is told: `npm run test:fuzz -- --minutes N [--seed S]`. */
import { parseArgs } from 'node:util';
import { fuzzAll } from './all';
import type { Finding } from './fuzz';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' } } });
const minutes = Number(values.minutes);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!(minutes > 0) || !Number.isInteger(seed)) throw new Error('usage: npm run test:fuzz -- [--minutes N] [--seed S]');

let findings = 0;
function onFinding({ target, seed: at, input, problem }: Finding): void {
  findings++;
  process.stdout.write(`\nfinding ${findings}, ${target}, seed ${at}\n  input: ${input}\n  ${problem.replaceAll('\n', '\n  ')}\n`);
}

/** What is thrown beside the case that caused it. */
const crashed = (error: unknown): void =>
  onFinding({
    target: 'process',
    seed,
    input: 'some case shortly before',
    problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
process.on('uncaughtException', crashed);
process.on('unhandledRejection', crashed);

async function main(): Promise<void> {
  process.env['AWS_EC2_METADATA_DISABLED'] = 'true';
  process.stdout.write(`seed ${seed}\n`);
  const begin = performance.now();
  const elapsed = (): number => (performance.now() - begin) / 60_000;
  const cases = await fuzzAll({ seed, goOn: () => elapsed() < minutes, onFinding });
  process.stdout.write(`fuzz: ${cases} cases in ${elapsed().toFixed(1)} minutes, ${findings} findings\n`);
  process.exitCode = findings > 0 ? 1 : 0;
}

void main();
