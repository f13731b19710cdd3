import type { Option, Verb } from './verb';

/** What the command prints of itself. Pure. */

export const COMMAND = 'cdktf-amazon-connect';

const WIDTH = 96;

/** Understood by each verb, and so no option of one. */
export const HELP: Option = { type: 'boolean', short: 'h', text: 'print this text' };

/** The help of the command as a whole. */
export const overview = (verbs: readonly Verb[]): string =>
  [
    `Usage: ${COMMAND} VERB ...`,
    '',
    'Verbs:',
    ...columns(verbs.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...columns([
      ['help [VERB]', 'print this text, or what a verb takes; so do --help and -h'],
      ['-v, --version', 'print the version of this package'],
    ]),
    '',
  ].join('\n');

/** The help of a verb. */
export const usageOf = ({ name, takes, about, options, exits }: Verb): string =>
  [
    `Usage: ${COMMAND} ${name} ${takes}`,
    '',
    ...about.flatMap((paragraph) => [...wrapped(paragraph, WIDTH), '']),
    'Options:',
    ...columns([...Object.entries(options), ['help', HELP] as const].map(([option, one]) => [spelled(option, one), one.text])),
    '',
    'Exit status:',
    ...columns(exits.map(([status, meaning]) => [String(status), meaning])),
    '',
  ].join('\n');

/** `-h, --help`, `--rate N`. */
export const spelled = (name: string, { short, value }: Option): string =>
  `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;

/** Two columns; the text of the second stays there. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const left = Math.max(...rows.map(([term]) => term.length)) + 4;
  return rows.flatMap(([term, text]) =>
    wrapped(text, WIDTH - left).map((line, index) => `${(index === 0 ? `  ${term}` : '').padEnd(left)}${line}`),
  );
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
