/** What a report must not hold, and what stands there instead. */
const PRIVATE: readonly (readonly [string, RegExp])[] = [
  ['ARN', /\barn:[a-z-]+:[^\s"',;)]*/g],
  ['ID', /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi],
  ['KEY', /\b(AKIA|ASIA|AROA|AIDA)[A-Z0-9]{4,}\b/g],
  ['ACCOUNT', /\b\d{12}\b/g],
  ['EMAIL', /[\w.+%-]+@[\w-]+\.[\w.-]+/g],
  ['URL', /\bhttps?:\/\/[^\s"',;)]+/g],
];

/** The text with a word in place of each ARN, id, key, account, address and URL. */
export const redacted = (text: string): string => PRIVATE.reduce((rest, [word, pattern]) => rest.replace(pattern, `(${word})`), text);

/** Throws if a report holds what it must not: nothing is written then. */
export function mustBePrivate(text: string, secrets: readonly string[]): void {
  const kind = PRIVATE.find(([, pattern]) => text.search(pattern) >= 0)?.[0];
  if (kind !== undefined) throw new Error(`The report would hold what looks like this: ${kind}. It was not written.`);
  if (secrets.some((secret) => secret !== '' && text.includes(secret)))
    throw new Error('The report would hold an id or a name of the instance. It was not written.');
}
