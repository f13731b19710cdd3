import { edits } from './edits';

/** `; did you mean "NAME"?` where a name is near to what was asked for: two letters differ, or a third of them; else empty. */
export function suggestion(asked: string, known: readonly string[]): string {
  const [nearest] = known
    .map((one) => ({ one, distance: one.startsWith(asked) && asked.length > 3 ? 1 : edits(asked, one) }))
    .filter(({ one, distance }) => distance <= Math.max(2, Math.floor(one.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return nearest === undefined ? '' : `; did you mean "${nearest.one}"?`;
}
