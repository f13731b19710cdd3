import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeDirectory, reasonOf } from './files';
import { documentOf } from './review/document/build';
import { errorLines } from './review/document/messages';
import { reviewOf } from './review/model/review-of';
import { type Passed, passedThresholds } from './review/model/thresholds';
import { type Options, reviewOptions } from './review/options';
import { readEvents, readPlans, Unreadable } from './review/read/files';
import { plain } from './review/document/rich';
import { htmlOf } from './review/write/html';
import { markdownOf } from './review/write/markdown';
import type { Terminal } from './terminal';

/**
 * Turns plans into what a change board reads. Gives the exit status: 0; 1 where it could not review or write; 2 where a threshold is
 * passed or a plan cannot be applied. Fails on a command line that is not understood.
 */
export function runReview(argv: readonly string[], terminal: Terminal): number {
  const options = reviewOptions(argv);
  try {
    return written(options, terminal);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    terminal.complain(`cdktf-amazon-connect: ${error.message}\n`);
    return 1;
  }
}

function written({ plans, events, markdown, html, thresholds, ...options }: Options, terminal: Terminal): number {
  const review = reviewOf(readPlans(plans), readEvents(events), options);
  const passed = passedThresholds(review, thresholds);
  const document = documentOf(review, passed);
  if (html !== undefined) write(html, htmlOf(document), terminal);
  if (markdown !== undefined) write(markdown, markdownOf(document), terminal);
  if (markdown !== '-' && html !== '-') terminal.print(`${document.verdict}\n`);
  for (const { name, errored } of review.stacks)
    if (errored) terminal.complain(`cdktf-amazon-connect: the plan of ${plain([{ data: name }])} ended with an error\n`);
  for (const line of errorLines(review)) terminal.complain(`  ${line}\n`);
  for (const threshold of passed) terminal.complain(`cdktf-amazon-connect: ${overrun(threshold)}\n`);
  return passed.length > 0 || review.stacks.some(({ errored }) => errored) ? 2 : 0;
}

const overrun = ({ option, most, count, noun: [one, more] }: Passed): string =>
  `${count} ${count === 1 ? one : more}, more than ${option} ${most} allows`;

function write(path: string, text: string, terminal: Terminal): void {
  if (path === '-') {
    terminal.print(text);
    return;
  }
  try {
    makeDirectory(dirname(path));
    writeFileSync(path, text);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Unreadable(`cannot write ${path}: ${reasonOf(code, message)}`, { cause: error });
  }
}
