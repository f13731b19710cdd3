/** `npm run test:thousand [-- --people 1000 --only roster|review --out DIR]`: a roster and a review of as many people as a plan may have to be read of. */
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { removeDirectories } from '../support/constructs/directories';
import { reviewOf } from './review';
import { rosterOf } from './roster';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '1000' },
      only: { type: 'string', default: '' },
      out: { type: 'string', default: join(tmpdir(), 'review-of-a-thousand') },
    },
  });
  const people = Number(values.people);
  const parts = { roster: () => rosterOf(people), review: () => reviewOf(people, values.out) };
  for (const [name, part] of Object.entries(parts))
    for (const line of values.only === '' || values.only === name ? await part() : []) {
      process.stdout.write(`${line}\n`);
      if (line.startsWith('failed')) process.exitCode = 1;
    }
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(removeDirectories);
