/** Interrupts every change at every write in every way: `npm run test:kill -- [--jobs N] [--only TEXT]`. */
import { parseArgs } from 'node:util';
import { type Cut, cutsOf, nameOf } from './cuts';
import { interrupt, record, type Reference } from './matrix';
import { SCENARIOS } from './scenarios';
import { Stage } from './stage';

const { values } = parseArgs({ options: { jobs: { type: 'string', default: '2' }, only: { type: 'string', default: '' } } });
const jobs = Number(values.jobs);
if (!Number.isInteger(jobs) || jobs < 1) throw new Error('usage: npm run test:kill -- [--jobs N] [--only TEXT]');

interface Case {
  readonly name: string;
  readonly reference: Reference;
  readonly cut: Cut;
}

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** Works off a list on as many stages as there are jobs. */
async function onStages<T>(stages: readonly Stage[], list: readonly T[], work: (stage: Stage, one: T) => Promise<void>): Promise<void> {
  const rest = [...list].reverse();
  await Promise.all(
    stages.map(async (stage) => {
      for (let one = rest.pop(); one !== undefined; one = rest.pop()) await work(stage, one);
    }),
  );
}

async function main(): Promise<void> {
  const counts = { cases: 0, failures: 0, limits: 0 };
  const fail = (name: string, error: unknown): void => {
    counts.failures += 1;
    tell(`FAILED ${name}: ${error instanceof Error ? error.message : String(error)}\n  npm run test:kill -- --only '${name}'`);
  };
  const stages = await Promise.all(Array.from({ length: jobs }, () => Stage.open()));
  try {
    const cases: Case[] = [];
    const named = SCENARIOS.filter(({ name }) => values.only.startsWith(`${name}:`) || name.includes(values.only));
    await onStages(stages, named.length > 0 ? named : SCENARIOS, async (stage, scenario) => {
      const reference = await record(stage, scenario).catch((error: unknown) => fail(scenario.name, error));
      if (reference)
        cases.push(...cutsOf(reference.operations).map((cut) => ({ name: `${scenario.name}: ${nameOf(cut)}`, reference, cut })));
    });
    await onStages(
      stages,
      cases.filter(({ name }) => name.includes(values.only)),
      async (stage, { name, reference, cut }) => {
        counts.cases += 1;
        try {
          const limit = await interrupt(stage, reference, cut);
          if (limit) counts.limits += 1;
          tell(limit ? `limit  ${name}: ${limit}` : `ok     ${name}`);
        } catch (error) {
          fail(name, error);
        }
      },
    );
  } finally {
    await Promise.all(stages.map((stage) => stage.close()));
  }
  tell(
    `kill matrix: ${counts.cases} cases, ${counts.failures} failures${counts.limits > 0 ? `, ${counts.limits} at the documented limit` : ''}`,
  );
  if (counts.failures > 0 || counts.cases === 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
