/** `; did you mean "NAME"?` where a name is near to what was asked for: two letters differ, or a third of them; else empty. */
export function suggestion(asked: string, known: readonly string[]): string {
  const [nearest] = known
    .map((one) => ({ one, distance: one.startsWith(asked) && asked.length > 3 ? 1 : edits(asked, one) }))
    .filter(({ one, distance }) => distance <= Math.max(2, Math.floor(one.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return nearest === undefined ? '' : `; did you mean "${nearest.one}"?`;
}

/** How many characters have to be put in, taken out or replaced to make one text of the other (Levenshtein). */
export function edits(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line.push(Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, replaced));
    }
    above = line;
  }
  return above[b.length] ?? 0;
}
