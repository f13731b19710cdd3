import { plain, type Rich, visible } from '../document/rich';

/**
 * Words from elsewhere as code: there neither markup nor HTML is read, nobody is mentioned, and nothing becomes a link. Control characters
 * and line breaks are shown as such, so that a name ends where its code ends.
 */
export function code(text: string): string {
  const shown = visible(text);
  if (shown === '') return '`""`';
  const fence = '`'.repeat(Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const padding = /^`|`$|^ .* $|^ +$/.test(shown) ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

export const markdown = (rich: Rich): string => rich.map((part) => (typeof part === 'string' ? part : code(part.data))).join('');

/** In an HTML comment, which two hyphens could end. */
export const inComment = (text: string): string =>
  encodeURIComponent(plain([{ data: text }])).replaceAll('-', (_, at: number, all: string) =>
    all[at - 1] === '-' || all[at + 1] === '-' ? '%2D' : '-',
  );
