import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { WrongCommandLine } from '../verb';
import { REVIEW } from '../verbs/review';
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

export function reviewOptions(argv: readonly string[]): Options {
  const { values, positionals: plans } = parseArgs({ args: [...argv], options: REVIEW.options, allowPositionals: true });
  if (plans.length === 0) throw new WrongCommandLine('review needs a plan: what "terraform show -json PLAN_FILE" writes');
  const events = values.events ?? [];
  if ([...plans, ...events].filter((path) => path === '-').length > 1)
    throw new WrongCommandLine('the standard input can be read only once');
  const { html, markdown = html === undefined ? '-' : undefined } = values;
  if (html === '-' && markdown === '-') throw new WrongCommandLine('--markdown and --html cannot both go to the standard output');
  checkWritten([...plans, ...events], markdown, html);
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
}

/** That nothing that is read, and nothing else that is written, is written over. */
function checkWritten(read: readonly string[], markdown: string | undefined, html: string | undefined): void {
  for (const [option, path] of [['--markdown', markdown] as const, ['--html', html] as const]) {
    if (path === '') throw new WrongCommandLine(`${option} is empty: is a variable not set? Name the file to write`);
    const over = path === undefined || path === '-' ? undefined : read.find((one) => one !== '-' && resolve(one) === resolve(path));
    if (over !== undefined) throw new WrongCommandLine(`${option} would overwrite ${over}, which review reads`);
  }
  if (markdown !== undefined && html !== undefined && resolve(markdown) === resolve(html))
    throw new WrongCommandLine(`--markdown and --html cannot both be ${html}`);
}

function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new WrongCommandLine(`${option} takes a whole number from 0; got "${text}"`);
  return Number(text);
}

function rateOf(text = '2'): number {
  const rate = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (rate <= 0 || rate > 1000) throw new WrongCommandLine(`--rate takes a number above 0, at most 1000; got "${text}"`);
  return rate;
}
