import { createRequire } from 'node:module';
import { join } from 'node:path';
import { thisPackage } from '../constructs/plugin/built-plugin';
import { asksForHelp, complaintOf, verbOf } from './command-line';
import { runMirror } from './mirror';
import { runReview } from './review';
import { runRosterCheck } from './roster-check';
import type { Terminal } from './terminal';
import { COMMAND, overview, usageOf } from './usage';
import { type Verb, WrongCommandLine } from './verb';
import { verbs } from './verbs';
import { EMULATOR } from './verbs/emulator';

/*
 * The command `cdktf-amazon-connect`. It loads neither CDKTF nor, unless asked for them, the emulator and the AWS SDK.
 */

type Run = (argv: readonly string[], terminal: Terminal) => number | Promise<number>;

const RUN: Readonly<Record<(typeof verbs)[number]['name'], Run>> = {
  adopt: (argv, terminal) => bundle<{ runAdopt: Run }>('adopt').runAdopt(argv, terminal),
  doctor: (argv, terminal) => bundle<{ runDoctor: Run }>('doctor').runDoctor(argv, terminal),
  emulator: runEmulator,
  mirror: runMirror,
  review: runReview,
  'roster check': runRosterCheck,
};

/** Gives the exit status: 2 for a command line that it does not understand. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  let usage = overview(verbs);
  try {
    const [first, ...others] = argv;
    if (first === undefined) throw new WrongCommandLine('a verb is missing');
    if (first === '--version' || first === '-v') return printed(terminal, `${thisPackage().version}\n`);
    if (asksHow(first) && (first !== 'help' || others.every(asksHow))) return printed(terminal, usage);
    if (first === 'help') return printed(terminal, usageOf(meant(others)));
    const { verb, rest } = verbOf(verbs, argv);
    usage = usageOf(verb);
    if (asksForHelp(verb, rest)) return printed(terminal, usage);
    return await RUN[verb.name](rest, terminal);
  } catch (error) {
    const complaint = complaintOf(error);
    if (complaint === undefined) throw error;
    terminal.complain(`${COMMAND}: ${complaint}\n\n${usage}`);
    return 2;
  }
}

const asksHow = (word: string): boolean => ['help', '--help', '-h'].includes(word);

/** For `help`, the first word of a name of two will do. */
const meant = (words: readonly string[]): Verb =>
  verbs.find(({ name }) => words.length === 1 && name.startsWith(`${words[0]} `)) ?? verbOf(verbs, words).verb;

function printed(terminal: Terminal, text: string): number {
  terminal.print(text);
  return 0;
}

/** Loaded when needed: it brings the API model of Amazon Connect along. It sets the exit status itself. */
async function runEmulator(argv: readonly string[]): Promise<number> {
  const emulator: typeof import('../emulator/cli') = createRequire(__filename)('../emulator/cli');
  await emulator.runEmulator([...argv], usageOf(EMULATOR));
  return Number(process.exitCode ?? 0);
}

/** Loaded when needed: these bring the AWS SDK along. */
const bundle = <T>(name: string): T => createRequire(__filename)(join(thisPackage().root, 'dist', name, `${name}.cjs`)) as T;
