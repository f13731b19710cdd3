/** A copy of the project whose production code holds all mutants. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instrumented } from './mutant';
import { Tests } from './tests';

/** The units, the gateway against the emulator, and lives in one process. */
const IN_PROCESS = [
  'connect',
  'custom-resources',
  'provider',
  'newer-terraform',
  'answers',
  'faults',
  // Which operations resources name.
  'docs/iam-policy',
];
const WITH_TERRAFORM = ['terraform', 'random', 'owners'];
const NOT_COPIED = new Set(['node_modules', '.git', 'cdktf.out']);

/**
 * Each test that uses the provider starts its own: one that tests share, started before them, would hold no mutant, and would not know
 * which of them reaches what. The tests that tell most run first.
 */
const CONFIG = `const { projects, globalSetup, globalTeardown, ...shared } = require('./jest.config.js');
const setupFilesAfterEnv = ['<rootDir>/__tests__/mutants/coverage.ts'];
module.exports = {
  ...shared,
  projects: projects.slice(0, 1).map((project) => ({ ...project, setupFilesAfterEnv })),
  testSequencer: '<rootDir>/__tests__/mutants/in-given-order.mjs',
};
`;

export interface Ground {
  /** How many test files reach the mutant. */
  reach(id: string): number;
  /** What the tests say that reach the mutant. */
  live(id: string): Promise<Outcome>;
  close(): void;
}

/** `late`: the tests did not end, which counts as noticed. */
export type Outcome = 'alive' | 'noticed' | 'late';

export interface GroundOptions {
  /** Whether tests with the real Terraform are asked about what the others do not notice. */
  readonly withTerraform: boolean;
}

/** @throws Error if a test fails without a mutant */
export async function prepare(root: string, { files }: Instrumented, { withTerraform }: GroundOptions): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  for (const name of readdirSync(root)) if (!NOT_COPIED.has(name)) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const { name, content } of files) writeFileSync(join(folder, name), content);
  const coverage = join(folder, 'coverage');
  mkdirSync(coverage);
  const config = join(folder, 'mutants.config.js');
  writeFileSync(config, CONFIG);
  const run = (args: readonly string[], { env, limitMs = 0, tells = false }: Run = {}): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, args, {
        cwd: folder,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', tells ? 'inherit' : 'ignore'],
        timeout: limitMs,
        killSignal: 'SIGKILL',
      });
      child.once('error', reject);
      child.once('close', (code) => resolve(code === 0 ? 'alive' : code === null ? 'late' : 'noticed'));
    });
  const jest = (args: readonly string[], more: Run): Promise<Outcome> =>
    run([join(root, 'node_modules/jest/bin/jest.js'), '--config', config, ...args], more);

  const asked = [...IN_PROCESS, ...(withTerraform ? WITH_TERRAFORM : [])].map((name) => `__tests__/${name}[/.]`);
  const covers = async (args: readonly string[]): Promise<boolean> =>
    (await jest(args, { env: { MUTANTS_COVERAGE: coverage }, tells: true })) === 'alive';
  // What fails among many may only be too slow there: it has to pass by itself.
  const passes =
    (await run(['build.mjs', 'plugin'], { tells: true })) === 'alive' &&
    ((await covers(asked)) || (await covers(['--runInBand', '--onlyFailures', ...asked])));
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  if (!passes) {
    close();
    throw new Error('The tests fail without a mutant.');
  }
  const tests = new Tests(coverage, (path) => IN_PROCESS.some((name) => path.includes(`/__tests__/${name}`)));
  const ask = async (those: readonly string[], id: string): Promise<Outcome> =>
    those.length === 0
      ? 'alive'
      : jest(['--bail', '--runInBand', '--runTestsByPath', ...those], {
          env: { __STRYKER_ACTIVE_MUTANT__: id, MUTANTS_ORDER: JSON.stringify(those) },
          limitMs: tests.limitMs(those),
        });
  return {
    reach: (id) => tests.reaching(id).length,
    live: async (id) => {
      const first = await ask(tests.inProcess(id), id);
      return first === 'alive' ? ask(tests.withTerraform(id), id) : first;
    },
    close,
  };
}

interface Run {
  readonly env?: NodeJS.ProcessEnv;
  readonly limitMs?: number;
  readonly tells?: boolean;
}
