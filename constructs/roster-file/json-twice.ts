const TOKEN = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[[\]{}]|\n/g;

/**
 * The first key that an object has for the second time, and the line where: `JSON.parse` takes the last one, and says nothing.
 * @param text valid JSON
 */
export function keyTwice(text: string): { readonly line: number; readonly key: string } | undefined {
  /** The keys of the objects that are open; nothing for a list. */
  const open: (Set<string> | undefined)[] = [];
  let line = 1;
  for (const [token, quoted, colon] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token === '\n') line++;
    if (quoted === undefined || colon === undefined) continue;
    const key = JSON.parse(quoted) as string;
    const keys = open.at(-1);
    if (keys?.has(key)) return { line, key };
    keys?.add(key);
    line += colon.split('\n').length - 1;
  }
  return undefined;
}
