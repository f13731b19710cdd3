/**
 * The lines, from 1, where the items of a list begin in the text of valid JSON: of the list that is the
 * document, or of the one below a key of it. `JSON.parse` does not tell.
 */
export function itemLines(text: string, key: string | undefined): readonly number[] {
  const listDepth = key === undefined ? 1 : 2;
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let below: string | undefined;
  let itemComes = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\n') line++;
    if (/\s/.test(character)) continue;
    if (itemComes && character !== ']') lines.push(line);
    itemComes = character === ',' && depth === listDepth && below === key;
    if (character === '"') {
      const end = endOfString(text, at);
      if (depth === 1 && key !== undefined && /^\s*:/.test(text.slice(end + 1, end + 100))) below = JSON.parse(text.slice(at, end + 1));
      at = end;
    } else if (character === '[' || character === '{') {
      depth++;
      itemComes = depth === listDepth && character === '[' && below === key;
    } else if (character === ']' || character === '}') depth--;
  }
  return lines;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
