import type { Event } from './terraform';

/** What the demo shows: in colour on a terminal; plain, and the same from run to run, in a file, a pipe or with NO_COLOR. */

export const say = (text = ''): boolean => process.stdout.write(`${text}\n`);
export const complain = (text: string): boolean => process.stderr.write(`${text}\n`);

/** https://no-color.org */
export const inColour = (stream: { readonly isTTY?: boolean } = process.stdout, env: NodeJS.ProcessEnv = process.env): boolean =>
  stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
export type Colour = keyof typeof CODES;

export const paint = (colour: Colour, text: string): string => (inColour() ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text);

export const heading = (text: string): boolean => say(`\n${paint('bold', text)}`);

/** On a terminal, tells what is under way, until it is done. */
export async function during<T>(what: string, work: Promise<T>): Promise<T> {
  if (process.stdout.isTTY) process.stdout.write(`${what} ...`);
  try {
    return await work;
  } finally {
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
  }
}

/** Terraform's warnings and errors, as it frames them, in an order that does not change. */
export function showDiagnostics(events: readonly Event[]): void {
  const told = events.flatMap(({ diagnostic }) => (diagnostic ? [diagnostic] : []));
  const keyed = new Map(told.map((one) => [`${one.severity} ${one.address ?? ''} ${one.summary} ${one.detail}`, one]));
  for (const [, { severity, summary, detail, address }] of [...keyed].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const colour = severity === 'error' ? 'red' : 'yellow';
    const lines = [
      `${paint(colour, severity === 'error' ? 'Error:' : 'Warning:')} ${paint('bold', summary)}`,
      '',
      ...(address === undefined ? [] : [`  with ${address}`, '']),
      ...(detail ?? '').trimEnd().split('\n'),
    ];
    say(`${paint(colour, '╷')}\n${lines.map((line) => `${paint(colour, '│')} ${line}`.trimEnd()).join('\n')}\n${paint(colour, '╵')}`);
  }
}
