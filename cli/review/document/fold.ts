import { inOrder } from '../../../custom-resources/values/order';
import type { Item } from './document';
import { plain, type Rich } from './rich';

/** One item for each text; the one that concerns most comes first. */
export function folded<T>(
  things: readonly T[],
  text: (thing: T) => Rich,
  who: (thing: T) => string,
): readonly (Item & { readonly who: readonly string[] })[] {
  const byText = new Map<string, { readonly text: Rich; readonly who: string[] }>();
  for (const thing of things) {
    const said = text(thing);
    const key = plain(said);
    const fold = byText.get(key) ?? { text: said, who: [] };
    byText.set(key, fold);
    fold.who.push(who(thing));
  }
  return [...byText.entries()]
    .sort(([a, { who: first }], [b, { who: second }]) => second.length - first.length || inOrder(a, b))
    .map(([, fold]) => fold);
}
