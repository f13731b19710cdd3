/**
 * `npm run release:check [-- --skip-tests] [--publish] [--out DIR]`: whether this commit may be released. Builds it twice, in clean clones,
 * and looks at what comes out. `--out` keeps the tarball, its checksum and the bill of materials; `--publish` also asks for what only a
 * publication needs.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { billOfMaterials, refuseLicences } from './bill-of-materials';
import { build, refuseDifferences, type Build } from './builds';
import { installByPnpm } from './pnpm';
import { NotReady, run, step } from './steps';
import { readyToPublish, versionOf } from './version';

const NAME = 'cdktf-amazon-connect';

function check(repository: string, scratch: string, options: { 'skip-tests'?: boolean; publish?: boolean; out?: string }): void {
  step('nothing is changed that is not committed', () => {
    const changed = run(repository, 'git', ['status', '--porcelain']);
    if (changed !== '') throw new NotReady(`Not committed:\n${changed}`);
  });
  const commit = run(repository, 'git', ['rev-parse', 'HEAD']).trim();
  const version = step(
    'one version',
    () => versionOf(repository),
    (found) => found,
  );
  if (options.publish) step('all that a publication needs is said', () => readyToPublish(repository, version));

  // In another folder and another part of the world: nothing of it may be seen in the package.
  const one = step('a build in a clean clone', () => build(repository, commit, join(scratch, 'one')), sizeOf);
  const other = step('another one', () => build(repository, commit, join(scratch, 'the-other-clone'), { TZ: 'Asia/Tokyo', LC_ALL: 'C' }));
  step(
    'both are the same, byte by byte',
    () => refuseDifferences(one, other),
    () => `sha256 ${one.sha256}`,
  );
  const bill = step(
    'the bill of materials',
    () => billOfMaterials(one.root, NAME),
    ({ components }) => `${components.length} packages`,
  );
  step('their licences', () => refuseLicences(bill));

  step('a project of pnpm', () => installByPnpm(join(scratch, 'pnpm'), one.tarball));
  step('types and style', () => {
    run(one.root, 'npm', ['run', 'typecheck']);
    run(one.root, 'npm', ['run', 'lint']);
  });
  if (options['skip-tests'])
    step('contents of the tarball, publint, types, strict projects (the tests of the package alone)', () =>
      run(one.root, 'npx', ['jest', '__tests__/package.test.ts']),
    );
  else step('all tests', () => run(one.root, 'npm', ['test']));
  step('the tests left nothing behind', () => {
    const left = run(one.root, 'git', ['status', '--porcelain', '--', ':!*.tgz']);
    if (left !== '') throw new NotReady(`After build and tests there is:\n${left}`);
  });
  if (options.out !== undefined) keep(one, resolve(options.out), bill);
}

const sizeOf = ({ unpacked, files }: Build): string => `${files.length} files, ${(unpacked / 1e6).toFixed(1)} MB unpacked`;

function keep({ tarball, sha256 }: Build, directory: string, bill: unknown): void {
  mkdirSync(directory, { recursive: true });
  const name = basename(tarball);
  copyFileSync(tarball, join(directory, name));
  writeFileSync(join(directory, `${name}.sha256`), `${sha256}  ${name}\n`);
  writeFileSync(join(directory, name.replace(/\.tgz$/, '.cdx.json')), `${JSON.stringify(bill, undefined, 2)}\n`);
}

const scratch = mkdtempSync(join(tmpdir(), 'release-'));
try {
  const { values } = parseArgs({
    options: { 'skip-tests': { type: 'boolean' }, publish: { type: 'boolean' }, out: { type: 'string' } },
  });
  check(resolve(__dirname, '..', '..'), scratch, values);
  process.stdout.write(values['skip-tests'] ? 'This commit may be released, if its tests pass.\n' : 'This commit may be released.\n');
} catch (error) {
  process.stderr.write(`not ready: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
