import { inOrder } from '../../../custom-resources/values/order';
import type { Item } from './document';
import { plain, type Rich } from './rich';

/** What is said of one. */
export interface Line {
  readonly text: Rich;
  readonly who: string;
}

/** One item for each text; the one that concerns most comes first. */
export function folded(lines: readonly Line[]): readonly (Item & { readonly who: readonly string[] })[] {
  const byText = new Map<string, { readonly text: Rich; readonly who: string[] }>();
  for (const { text, who } of lines) {
    const key = plain(text);
    const fold = byText.get(key) ?? { text, who: [] };
    byText.set(key, fold);
    fold.who.push(who);
  }
  return [...byText.entries()]
    .sort(([a, { who: first }], [b, { who: second }]) => second.length - first.length || inOrder(a, b))
    .map(([, fold]) => fold);
}
