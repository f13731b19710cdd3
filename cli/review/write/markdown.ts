import type { Item, ReviewDocument, Section } from '../document/document';
import { NO_DANGER } from '../document/danger';
import { many, plain, type Rich, thousands, visible } from '../document/rich';

/** The most that a comment of a pull request takes is 65,536; something may stand beside it. */
export const MOST_CHARACTERS = 60_000;

/** How many entries a list shows, until the whole fits; what is dangerous is shown five times as long. */
const LIMITS = [Infinity, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1] as const;

/** For a pull request. The first line says which review it is, for who replaces an older one. */
export function markdownOf(review: ReviewDocument): string {
  for (const limit of LIMITS) {
    const text = written(review, limit);
    if (text.length <= MOST_CHARACTERS) return text;
  }
  return cut(written(review, 1));
}

function written(review: ReviewDocument, limit: number): string {
  const { stacks, hash, verdict, alarms, sections } = review;
  const [dangers, others] = [sections.filter(({ danger }) => danger), sections.filter(({ danger }) => !danger)];
  return `${[
    `<!-- cdktf-amazon-connect review; stacks: ${stacks.map(inComment).join(', ')}; plan: ${hash} -->`,
    `## ${verdict[0]?.toUpperCase() ?? ''}${verdict.slice(1)}`,
    ...(alarms.length > 0 ? [['> [!CAUTION]', ...alarms.map((alarm) => `> - ${markdown(alarm)}`)].join('\n')] : []),
    `${stacks.length === 1 ? 'Stack' : 'Stacks'} ${shortened(stacks.map(code), limit * 5)}. Plan ${code(hash.slice(0, 12))}.`,
    ...(limit === Infinity
      ? []
      : [
          `Folded to fit into ${thousands(MOST_CHARACTERS)} characters: a list shows ${thousands(limit)} of its entries, a dangerous one ${thousands(limit * 5)}. Each says how many more there are; the HTML page has all.`,
        ]),
    '### Danger',
    ...(dangers.length > 0 ? dangers.map((section) => ofSection(section, limit * 5)) : [NO_DANGER]),
    ...(others.length > 0 ? ['### Changes', ...others.map((section) => ofSection(section, limit))] : []),
  ]
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

function ofSection({ title, note, items, of = ['person', 'people'] }: Section, limit: number): string {
  const rest = items.length - limit;
  return [
    `#### ${title}`,
    ...(note ? [markdown(note)] : []),
    ...(items.length > 0
      ? [
          [...items.slice(0, limit).map((item) => ofItem(item, of, limit)), ...(rest > 0 ? [`- … and ${thousands(rest)} more`] : [])].join(
            '\n',
          ),
        ]
      : []),
  ].join('\n\n');
}

/** As many names as fit into a line; more are folded. */
const IN_LINE = 6;

function ofItem({ text, who = [] }: Item, [one, several]: readonly [string, string], limit: number): string {
  const [only] = who;
  const words = markdown(text);
  if (only === undefined) return `- ${words}`;
  if (who.length === 1) return `- ${code(only)}: ${words}`;
  const names = who.map(code);
  const line = `- **${many(who.length, one, several)}**: ${words}`;
  if (who.length <= IN_LINE) return `${line} (${names.join(', ')})`;
  return [line, '', '  <details><summary>Who</summary>', '', `  ${shortened(names, limit)}`, '', '  </details>', ''].join('\n');
}

const shortened = (texts: readonly string[], limit: number): string =>
  texts.length > limit ? `${texts.slice(0, limit).join(', ')}, … and ${thousands(texts.length - limit)} more` : texts.join(', ');

/** Whole lines, for what no folding makes short enough. */
function cut(text: string): string {
  const end = '\n\n… The rest is left out, since it does not fit: see the HTML page.\n';
  const kept = text.slice(0, MOST_CHARACTERS - end.length);
  return `${kept.slice(0, kept.lastIndexOf('\n'))}${end}`;
}

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

const markdown = (rich: Rich): string => rich.map((part) => (typeof part === 'string' ? part : code(part.data))).join('');

/** In an HTML comment, which two hyphens could end. */
const inComment = (text: string): string =>
  encodeURIComponent(plain([{ data: text }])).replaceAll('-', (_, at: number, all: string) =>
    all[at - 1] === '-' || all[at + 1] === '-' ? '%2D' : '-',
  );
