import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisPackage } from '../../constructs/plugin/built-plugin';

/** Whether the page of errors has the title of a message; what the title names stands in capitals there. */
export function isOnTroubleshootingPage(title: string): boolean {
  titles ??= titlesOf(readFileSync(join(thisPackage().root, 'docs', 'troubleshooting.md'), 'utf8'));
  return titles.some((one) => one.test(title));
}

let titles: readonly RegExp[] | undefined;

function titlesOf(page: string): readonly RegExp[] {
  const headings = [...page.matchAll(/^### (.*)$/gm)].map(([, heading = '']) => new RegExp(`^${anyFor(heading)}$`));
  const failed = [...page.matchAll(/^\| `(failed: .*?)` \|/gm)].map(([, ending = '']) => new RegExp(`^.* ${quoted(ending)}$`));
  return [...headings, ...failed, /^No valid AWS credentials$/, /^The provider cannot be configured$/];
}

/** A word in capitals stands for anything. */
const anyFor = (heading: string): string =>
  heading
    .split(/\b[A-Z]{2,}(?:_[A-Z]+)*\b/)
    .map(quoted)
    .join('.+');

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
