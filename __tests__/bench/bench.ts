import type { Goal, Report, Row } from './report';
import type { Scratch } from './scratch';

/** A part of the benchmark that can be run by itself. */
export interface Section {
  readonly name: string;
  readonly title: string;
  run(bench: Bench): Promise<void>;
}

/** What a section works with. */
export interface Bench {
  readonly scratch: Scratch;
  /** The sizes that are wanted, none above the limit of the command line. */
  sizes(...wanted: readonly number[]): readonly number[];
  /** Whether the cell of a table is wanted that is named so, `10/50000`. */
  wants(cell: string): boolean;
  /** What is going on, for somebody who waits. */
  progress(text: string): void;
  row(row: Row): void;
  goal(goal: Goal): void;
}

/**
 * Runs the sections one after the other: nothing else of ours may use the machine meanwhile. What goes wrong
 * in one of them does not keep the others from being measured.
 */
export async function runSections(
  sections: readonly Section[],
  parts: {
    readonly scratch: Scratch;
    readonly limit: number;
    readonly cells: readonly string[];
    readonly report: Report;
    readonly say: (text: string) => void;
  },
): Promise<void> {
  const { scratch, limit, cells, report, say } = parts;
  for (const { name, title, run } of sections) {
    const rows: Row[] = [];
    report.chapters.push({ name, title, rows });
    const bench: Bench = {
      scratch,
      sizes: (...wanted) => [...new Set(wanted.map((size) => Math.min(size, limit)))],
      wants: (cell) => cells.length === 0 || cells.includes(cell),
      progress: (text) => say(`${name}: ${text}`),
      row: (row) => rows.push(row),
      goal: (goal) => report.goals.push(goal),
    };
    try {
      await run(bench);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      bench.progress(`failed\n${error instanceof Error ? error.stack : problem}`);
      bench.row({ measured: 'the rest could not be measured', notes: problem.split('\n').slice(0, 5) });
      bench.goal({ goal: `${name} can be measured`, measured: 'it failed', met: false });
    }
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
}
