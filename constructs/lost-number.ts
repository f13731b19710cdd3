import { Token } from 'cdktf';

/** What CDKTF takes for one number, where it looks for those that stand for tokens. */
const RUN = /[-|\d.+]+e[-|\d.eE+]+/g;
const NUMBER = /-\d(?:\.\d+)?e\+\d+/;

/**
 * A text in which a number stands for a token, where CDKTF cannot tell where the number begins and ends: beside ".", "-", "+" and digits. It would
 * write the number itself, or lose the sign beside it.
 */
export function textWithLostNumber(value: unknown): string | undefined {
  if (typeof value === 'string') return value.includes('e+') && (value.match(RUN) ?? []).some(isLost) ? value : undefined;
  if (typeof value !== 'object' || value === null || Token.isUnresolved(value)) return undefined;
  for (const part of Object.values(value)) {
    const text = textWithLostNumber(part);
    if (text !== undefined) return text;
  }
  return undefined;
}

function isLost(run: string): boolean {
  const [number] = NUMBER.exec(run) ?? [];
  return number !== undefined && number !== run && Token.isUnresolved(Number(number));
}
