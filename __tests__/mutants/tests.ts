/** What is known of the test files from a run without a mutant: which mutants each reaches, and how long it takes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of the tests with the real Terraform, those that reach the fewest mutants say most about this one. */
const MOST_WITH_TERRAFORM = 12;

/** Who takes so many times as long waits for what no longer comes. */
const PATIENCE = 5;
const START_MS = 60_000;

/** As `coverage.ts` notes it; of the processes that a test starts there is no time. */
interface Noted {
  readonly testPath: string;
  readonly ids: readonly string[];
  readonly ms?: number;
}

export class Tests {
  private readonly mutantsOf = new Map<string, Set<string>>();
  private readonly msOf = new Map<string, number>();

  constructor(
    coverage: string,
    private readonly isInProcess: (path: string) => boolean,
  ) {
    for (const name of readdirSync(coverage)) {
      const { testPath, ids, ms = 0 } = JSON.parse(readFileSync(join(coverage, name), 'utf8')) as Noted;
      const mutants = this.mutantsOf.get(testPath) ?? new Set();
      for (const id of ids) mutants.add(id);
      this.mutantsOf.set(testPath, mutants);
      this.msOf.set(testPath, (this.msOf.get(testPath) ?? 0) + ms);
    }
  }

  /** Those that reach the fewest mutants come first. */
  reaching(id: string): readonly string[] {
    return [...this.mutantsOf]
      .filter(([, mutants]) => mutants.has(id))
      .sort(([, a], [, b]) => a.size - b.size)
      .map(([path]) => path);
  }

  inProcess(id: string): readonly string[] {
    return this.reaching(id).filter(this.isInProcess);
  }

  withTerraform(id: string): readonly string[] {
    return this.reaching(id)
      .filter((path) => !this.isInProcess(path))
      .slice(0, MOST_WITH_TERRAFORM);
  }

  limitMs(paths: readonly string[]): number {
    return Math.ceil(paths.reduce((sum, path) => sum + PATIENCE * (this.msOf.get(path) ?? 0), START_MS));
  }
}
