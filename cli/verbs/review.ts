import type { Verb } from '../verb';

export const REVIEW = {
  name: 'review',
  takes: 'PLAN... [options]',
  summary: 'tell what a plan does to people, for a pull request and as a page',
  about: [
    'Tells what plans do to people: who joins, leaves, changes team, what goes along, and how long it takes. PLAN is what ' +
      '"terraform show -json PLAN_FILE" writes, "-" the standard input; several are the stacks of one change.',
  ],
  options: {
    events: {
      type: 'string',
      multiple: true,
      value: 'FILE',
      text: 'what "terraform plan -json" printed; can be given for each stack. Only it tells which quick connects and memberships go along with a user',
    },
    markdown: {
      type: 'string',
      value: 'FILE',
      text: 'write Markdown for a pull request, 60,000 characters at most; "-", the default without --html, is the standard output',
    },
    html: { type: 'string', value: 'FILE', text: 'write one page that needs no network, with everybody to search in' },
    'hide-people': { type: 'boolean', text: 'call people by the ids of their accounts, and leave out what may name them' },
    'max-leavers': { type: 'string', value: 'N', text: 'exit with 2 if more than N accounts are deleted' },
    'max-replacements': { type: 'string', value: 'N', text: 'exit with 2 if more than N accounts are deleted and made again' },
    'max-changes': { type: 'string', value: 'N', text: 'exit with 2 if more than N resources of any type change' },
    rate: { type: 'string', value: 'N', text: 'calls a second that your quota allows for each operation (default: 2)' },
  },
  exits: [
    [0, 'the plans are reviewed'],
    [1, 'a file could not be reviewed or written'],
    [2, 'a limit is passed, a plan ended with an error, or the command line is not understood'],
  ],
  guide: 'guides/reviewing-plans.md',
} as const satisfies Verb;
