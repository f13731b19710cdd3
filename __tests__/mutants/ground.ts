/** A copy of the project whose production code holds all mutants. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instrumented } from './mutant';

/** The units, the gateway against the emulator, and lives in one process. */
const IN_PROCESS = ['connect', 'custom-resources', 'provider', 'answers', 'faults'];
const WITH_TERRAFORM = ['terraform', 'random', 'owners'];
/** Of the tests with the real Terraform, those that reach the fewest mutants say most about this one. */
const MOST_WITH_TERRAFORM = 12;
const NOT_COPIED = new Set(['node_modules', '.git', 'cdktf.out']);

export interface Ground {
  /** How many test files reach the mutant. */
  reach(id: string): number;
  /** Whether all tests pass that reach the mutant. */
  survives(id: string): Promise<boolean>;
  close(): void;
}

interface Reached {
  readonly testPath: string;
  readonly ids: readonly string[];
}

/** @throws Error if a test fails without a mutant */
export async function prepare(root: string, { files }: Instrumented): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  for (const name of readdirSync(root)) if (!NOT_COPIED.has(name)) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const { name, content } of files) writeFileSync(join(folder, name), content);
  const coverage = join(folder, 'coverage');
  mkdirSync(coverage);
  const config = join(folder, 'mutants.config.js');
  writeFileSync(
    config,
    `const { projects, ...shared } = require('./jest.config.js');
const setupFilesAfterEnv = ['<rootDir>/__tests__/mutants/coverage.ts'];
module.exports = { ...shared, projects: projects.slice(0, 1).map((project) => ({ ...project, setupFilesAfterEnv })) };
`,
  );
  const run = (args: readonly string[], { env, limitMs = 0, tells = false }: Run = {}): Promise<boolean> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, args, {
        cwd: folder,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', tells ? 'inherit' : 'ignore'],
        timeout: limitMs,
        killSignal: 'SIGKILL',
      });
      child.once('error', reject);
      child.once('close', (code) => resolve(code === 0));
    });
  const jest = (args: readonly string[], more: Run): Promise<boolean> =>
    run([join(root, 'node_modules/jest/bin/jest.js'), '--config', config, ...args], more);

  const tests = [...IN_PROCESS, ...WITH_TERRAFORM].map((name) => `__tests__/${name}/`);
  const begun = performance.now();
  const passes =
    (await run(['build.mjs', 'plugin'], { tells: true })) && (await jest(tests, { env: { MUTANTS_COVERAGE: coverage }, tells: true }));
  if (!passes) throw new Error('The tests fail without a mutant.');
  // Who takes longer for a part than for the whole waits for what no longer comes.
  const limitMs = performance.now() - begun;
  const reached = readdirSync(coverage).map((name) => JSON.parse(readFileSync(join(coverage, name), 'utf8')) as Reached);
  const mutantsOf = new Map(reached.map(({ testPath, ids }) => [testPath, ids.length]));
  const reaching = (id: string): readonly string[] => [
    ...new Set(reached.filter(({ ids }) => ids.includes(id)).map(({ testPath }) => testPath)),
  ];
  const pass = async (those: readonly string[], id: string): Promise<boolean> =>
    those.length === 0 ||
    jest(['--bail', '--runInBand', '--runTestsByPath', ...those], { env: { __STRYKER_ACTIVE_MUTANT__: id }, limitMs });
  return {
    reach: (id) => reaching(id).length,
    survives: async (id) => {
      const isInProcess = (path: string): boolean => IN_PROCESS.some((name) => path.includes(`/__tests__/${name}/`));
      const all = reaching(id);
      const telling = all.filter((path) => !isInProcess(path)).sort((a, b) => (mutantsOf.get(a) ?? 0) - (mutantsOf.get(b) ?? 0));
      return (await pass(all.filter(isInProcess), id)) && (await pass(telling.slice(0, MOST_WITH_TERRAFORM), id));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface Run {
  readonly env?: NodeJS.ProcessEnv;
  readonly limitMs?: number;
  readonly tells?: boolean;
}
