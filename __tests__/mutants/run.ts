/** Changes the code in small ways and sees whether a test notices: `npm run test:mutants`. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from './ground';
import { instrument, sampleOf } from './mutant';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '330' },
    only: { type: 'string', multiple: true, default: [''] },
    quick: { type: 'boolean', default: false },
  },
});

const USAGE = `usage: npm run test:mutants [-- --count N] [--only TEXT]
  --count N     how many mutants, the same ones every time; 330 unless told otherwise
  --only TEXT   of those, the ones that have the text in their names; may be given again
  --quick       does not ask the tests with the real Terraform`;

const count = Number(values.count);
if (!Number.isInteger(count) || count < 1) throw new Error(USAGE);

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const root = join(__dirname, '../..');
  const instrumented = await instrument(root);
  const sample = sampleOf(instrumented.mutants, count).filter(({ name }) => values.only.some((text) => name.includes(text)));
  say(`${sample.length} of ${instrumented.mutants.length} mutants`);
  const ground = await prepare(root, instrumented, { withTerraform: !values.quick });
  const counts = { tried: 0, alive: 0, unreached: 0, late: 0 };
  const left = [...sample];
  const work = async (): Promise<void> => {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      const isReached = ground.reach(mutant.id) > 0;
      const outcome = await ground.live(mutant.id);
      const survives = outcome === 'alive';
      counts.tried += 1;
      if (survives) counts.alive += 1;
      if (!isReached) counts.unreached += 1;
      if (outcome === 'late') {
        counts.late += 1;
        say(`noticed, the tests do not end: ${mutant.name}`);
      }
      if (survives) say(`alive${isReached ? '' : ' (no test reaches it)'}: ${mutant.name}`);
      if (counts.tried % 20 === 0) say(`${counts.tried} tried, ${counts.alive} alive`);
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, work));
  } finally {
    ground.close();
  }
  say(
    `mutants: ${counts.tried}, alive: ${counts.alive} (${((100 * counts.alive) / counts.tried).toFixed(1)} %), of those not reached by a test: ${counts.unreached}; noticed because tests do not end: ${counts.late}`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
