/** Runs in each test file, of instrumented code: notes which mutants its tests reach, in the processes that they start too. */
import { writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

interface Coverage {
  readonly static: Readonly<Record<string, number>>;
}

const folder = process.env['MUTANTS_COVERAGE'];

if (folder !== undefined) {
  const { testPath = '' } = expect.getState();
  process.env['MUTANTS_TEST'] = testPath;
  process.env['NODE_OPTIONS'] = `--import ${join(__dirname, 'reached-by-provider.mjs')}`;
  const begun = performance.now();
  afterAll(() => {
    const { __stryker__: stryker } = globalThis as { readonly __stryker__?: { readonly mutantCoverage?: Coverage } };
    const reached = { testPath, ids: Object.keys(stryker?.mutantCoverage?.static ?? {}), ms: performance.now() - begun };
    writeFileSync(join(folder, `${createHash('sha256').update(testPath).digest('hex')}.json`), JSON.stringify(reached));
  });
}
