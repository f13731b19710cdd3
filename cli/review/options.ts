import { parseArgs } from 'node:util';
import type { ReviewOptions } from './model/review';
import type { Thresholds } from './model/thresholds';

export interface Options extends ReviewOptions {
  /** Paths; `-` is the standard input. */
  readonly plans: readonly string[];
  readonly events: readonly string[];
  /** Paths; `-` is the standard output. */
  readonly markdown: string | undefined;
  readonly html: string | undefined;
  readonly thresholds: Thresholds;
}

export interface Refusal {
  readonly refused: string;
}

export const REVIEW_USAGE = `Usage: cdktf-amazon-connect review PLAN... [options]

Tells what plans do to people: who joins, leaves, changes team, what goes along, and how
long it takes. PLAN is what "terraform show -json PLAN_FILE" writes, "-" the standard input;
several are the stacks of one change.

Options:
  --events FILE         what "terraform plan -json" printed; can be given for each stack. Only
                        it tells which quick connects and memberships go along with a user
  --markdown FILE       write Markdown for a pull request, 60,000 characters at most;
                        "-", the default without --html, is the standard output
  --html FILE           write one page that needs no network, with everybody to search in
  --hide-people         call people by the ids of their accounts, and leave out what may name them
  --max-leavers N       exit with 2 if more than N accounts are deleted
  --max-replacements N  exit with 2 if more than N accounts are deleted and made again
  --max-changes N       exit with 2 if more than N resources of any type change
  --rate N              calls a second that your quota allows for each operation; 2 by default
  --help                print this text

Exit status: 0; 1 if it could not review; 2 if a limit is passed or a plan ended with an error.
`;

const OPTIONS = {
  events: { type: 'string', multiple: true },
  markdown: { type: 'string' },
  html: { type: 'string' },
  'hide-people': { type: 'boolean' },
  'max-leavers': { type: 'string' },
  'max-replacements': { type: 'string' },
  'max-changes': { type: 'string' },
  rate: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const isRefusal = (options: Options | Refusal): options is Refusal => 'refused' in options;

export function reviewOptions(argv: readonly string[]): Options | Refusal | 'help' {
  try {
    const { values, positionals: plans } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
    if (values.help) return 'help';
    if (plans.length === 0) throw new Error('review needs a plan: what "terraform show -json PLAN_FILE" writes');
    const events = values.events ?? [];
    if ([...plans, ...events].filter((path) => path === '-').length > 1) throw new Error('the standard input can be read once');
    const { html, markdown = html === undefined ? '-' : undefined } = values;
    if (html === '-' && markdown === '-') throw new Error('--markdown and --html cannot both go to the standard output');
    const most = (name: 'max-leavers' | 'max-replacements' | 'max-changes'): number | undefined => wholeNumber(`--${name}`, values[name]);
    return {
      plans,
      events,
      markdown,
      html,
      hidePeople: values['hide-people'] ?? false,
      rate: rateOf(values.rate),
      thresholds: { leavers: most('max-leavers'), replacements: most('max-replacements'), changes: most('max-changes') },
    };
  } catch (error) {
    return { refused: (error as Error).message };
  }
}

function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${option} takes a whole number from 0; got "${text}"`);
  return Number(text);
}

function rateOf(text = '2'): number {
  const rate = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (rate <= 0 || rate > 1000) throw new Error(`--rate takes a number above 0, at most 1000; got "${text}"`);
  return rate;
}
