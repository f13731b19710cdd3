/** Loaded into every Node process that a test starts: a provider notes at its end which mutants it reached. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const { MUTANTS_COVERAGE: folder, MUTANTS_TEST: testPath } = process.env;

process.on('exit', () => {
  const ids = Object.keys(globalThis.__stryker__?.mutantCoverage?.static ?? {});
  if (folder && testPath && ids.length > 0)
    writeFileSync(join(folder, `${process.pid}-${Date.now()}.json`), JSON.stringify({ testPath, ids }));
});
