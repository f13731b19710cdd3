import { Dice } from './dice';

/** One input, and what is done with it. */
export interface FuzzCase {
  /** For people, to keep it as a test. */
  readonly input: string;
  /** What is wrong, if anything is. */
  run(): Promise<string | undefined>;
}

/** A part of the project that takes input from elsewhere. */
export interface FuzzTarget {
  readonly name: string;
  next(dice: Dice): FuzzCase;
  /** Called now and then: what is wrong with it by now. Starts over. */
  refresh(): Promise<string | undefined>;
}

export interface Finding {
  readonly target: string;
  readonly seed: number;
  readonly input: string;
  readonly problem: string;
}

const LIMIT_MS = 30_000;
const ROUND = 500;
const LARGEST_HEAP = 1024 ** 3;

/** Tries case after case, each with the next seed, while `goOn`; tells each kind of finding once. Answers with the number of cases. */
export async function fuzz(
  targets: readonly FuzzTarget[],
  {
    seed,
    goOn,
    onFinding,
  }: { readonly seed: number; readonly goOn: (cases: number) => boolean; readonly onFinding: (finding: Finding) => void },
): Promise<number> {
  const told = new Set<string>();
  const tell = (finding: Finding): void => {
    const kind = `${finding.target} ${finding.problem.replace(/[0-9a-f-]{8,}|\d+|"[^"]*"/g, '#').slice(0, 160)}`;
    if (!told.has(kind)) onFinding(finding);
    told.add(kind);
  };
  let cases = 0;
  for (; goOn(cases); cases++) {
    const dice = new Dice(seed + cases);
    const target = dice.pick(targets);
    const { input, run } = target.next(dice);
    const problem = await bounded(run).catch(
      (error: unknown) => `it threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    if (problem !== undefined) tell({ target: target.name, seed: seed + cases, input, problem });
    if (cases % ROUND !== ROUND - 1) continue;
    for (const each of targets) {
      const spoilt = await bounded(() => each.refresh());
      if (spoilt !== undefined) tell({ target: each.name, seed: seed + cases, input: `the ${ROUND} cases before`, problem: spoilt });
    }
    const { heapUsed } = process.memoryUsage();
    if (heapUsed > LARGEST_HEAP) tell({ target: 'memory', seed: seed + cases, input: '', problem: `the heap holds ${heapUsed} bytes` });
  }
  return cases;
}

async function bounded(run: () => Promise<string | undefined>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer after ${LIMIT_MS / 1000} seconds`), LIMIT_MS);
  });
  try {
    return await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
}
