/**
 * Shows on the emulator that the acceptance suite can tell, and that a run that is killed is swept clean:
 * `npm run test:live:proof -- [--sets N] [--cuts N] [--seed N]`.
 */
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { answersOf, pairsOf, spread } from '../answers/rows';
import { type Cut, cutRun } from './cuts/cut';
import { expectedOf, valuesOf } from './expected';
import { heldBy, openBench } from './on-emulator';
import { PARTS } from './options';

const { values } = parseArgs({
  options: { sets: { type: 'string', default: '50' }, cuts: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
});

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
let failures = 0;

function judge(name: string, problems: readonly string[]): void {
  if (problems.length > 0) failures += 1;
  tell(problems.length === 0 ? `ok     ${name}` : `FAILED ${name}\n    ${problems.join('\n    ')}`);
}

/** The questions under many combinations of answers; under every tenth, the lives too. */
async function askUnderSets(count: number): Promise<void> {
  for (const [index, row] of spread(count).entries()) {
    const answers = answersOf(row);
    const bench = await openBench({ answers, rate: 'off', groupDelay: 20_000 });
    try {
      const before = heldBy(bench);
      const { report } = await bench.run({ parts: ['questions'] });
      bench.emulator.change({ groupDelay: 0 });
      const { lives } = index % 10 === 0 ? (await bench.run({ parts: ['lives'] })).report : { lives: [] };
      judge(`set ${row}: ${pairsOf(answers)}`, [
        ...differences(valuesOf(report.rows), expectedOf(answers)),
        ...report.remarks,
        ...lives.flatMap(({ name, steps }) =>
          steps.flatMap(({ step, problem }) => (problem === undefined ? [] : [`${name}, ${step}: ${problem}`])),
        ),
        ...(isDeepStrictEqual(heldBy(bench), before) ? [] : ['something is left']),
      ]);
    } finally {
      await bench.close();
    }
  }
}

const differences = (is: Readonly<Record<string, unknown>>, should: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(should)
    .filter((row) => !isDeepStrictEqual(is[row], should[row]))
    .map((row) => `${row}: ${JSON.stringify(is[row])} instead of ${JSON.stringify(should[row])}`);

/** Kills at random calls, of each part, in a group of its own and in one of somebody else. */
async function killAtRandom(count: number, seed: number): Promise<void> {
  const random = randomOf(seed);
  const whole = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const part = PARTS[index % 2] ?? 'questions';
    const group = index % 4 < 2 ? 'own' : TEAM_GROUP_ID;
    const settings = { answers: answersOf(spread(count)[index] ?? 1), groupDelay: part === 'lives' ? 0 : 20_000 };
    const key = `${part} ${group}`;
    if (!whole.has(key)) whole.set(key, (await cutRun({ part, group, call: Infinity })).calls);
    const cut: Cut = { part, group, call: 1 + Math.floor(random() * (whole.get(key) ?? 1)) };
    const { swept, before, after, calls } = await cutRun(cut, settings);
    judge(`killed at call ${cut.call} of ${calls}: ${key}, ${swept.removed} swept`, [
      ...swept.left.map(({ kind, why }) => `left: ${kind}: ${why}`),
      ...(isDeepStrictEqual(after, before) ? [] : ['it holds something else than before']),
    ]);
  }
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function main(): Promise<void> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  await askUnderSets(Number(values.sets));
  await killAtRandom(Number(values.cuts), Number(values.seed));
  tell(`${failures} failures`);
  if (failures > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
