export interface JsonFault {
  /** The index of the first character that cannot stand there; the length of the text where more should follow. */
  readonly at: number;
  /** Whether a whole document ends before it. */
  readonly isAfterTheEnd: boolean;
}

type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'more';
type Kind = '[' | '{' | ']' | '}' | ',' | ':' | 'string' | 'scalar';

const VALUE = { '[': 'first value', '{': 'first key', string: 'more', scalar: 'more' } as const;
const NEXT: Readonly<Record<Expected, Readonly<Partial<Record<Kind, Expected>>>>> = {
  value: VALUE,
  'first value': { ...VALUE, ']': 'more' },
  key: { string: 'colon' },
  'first key': { string: 'colon', '}': 'more' },
  colon: { ':': 'value' },
  more: { ',': 'value', ']': 'more', '}': 'more' },
};

const BLANKS = /[ \t\n\r]*/y;
const STRING = /("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*")/; // eslint-disable-line no-control-regex
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/;
const TOKEN = new RegExp(`([[\\]{},:])|${STRING.source}|(?:${SCALAR.source})`, 'y');

/**
 * Where a text ceases to be JSON. `JSON.parse` tells it of some mistakes only: not of a comma too many.
 * @param text that `JSON.parse` refuses
 */
export function jsonFault(text: string): JsonFault {
  /** What closes the lists and objects that are open. */
  const open: string[] = [];
  let expected: Expected = 'value';
  for (let at = 0; ;) {
    BLANKS.lastIndex = at;
    at += BLANKS.exec(text)?.[0].length ?? 0;
    TOKEN.lastIndex = at;
    const [token, mark, quoted] = TOKEN.exec(text) ?? [];
    const kind = (mark ?? (quoted === undefined ? 'scalar' : 'string')) as Kind;
    const isAfterTheEnd: boolean = expected === 'more' && open.length === 0;
    const next: Expected | undefined = token === undefined || isAfterTheEnd ? undefined : NEXT[expected][kind];
    const closes = kind === ']' || kind === '}';
    if (token === undefined || next === undefined || (closes && open.pop() !== kind)) return { at, isAfterTheEnd };
    if (kind === '[' || kind === '{') open.push(kind === '[' ? ']' : '}');
    expected = kind === ',' && open.at(-1) === '}' ? 'key' : next;
    at += token.length;
  }
}
