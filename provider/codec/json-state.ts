/** Values as Terraform keeps them in the state file: JSON without types. */
import { Decimal, type Value } from '../../custom-resources/contract/value';
import { isExactText } from './number';
import { ValueError } from './value-shape';

const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Where there may be a number that a JavaScript number would round; also inside some texts. */
const LONG_OR_FRACTION = /(?:^|[:,[])\s*-?(?:\d{16}|\d+[.eE])/;
/** Marks the text of a number that a JavaScript number would round. No string of a state begins so. */
const MARK = '\u0000';

/** Parses a state as it stands, keeping every digit of every number. Fails with a `ValueError` that quotes nothing of it. */
export function parseState(json: Uint8Array): Value {
  const text = Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString();
  try {
    return parse(text);
  } catch {
    throw new ValueError('', 'it is not JSON');
  }
}

function parse(text: string): Value {
  if (!LONG_OR_FRACTION.test(text)) return JSON.parse(text) as Value;
  let marked = false;
  const safe = text.replace(TOKENS, (token) => {
    if (token.startsWith('"') || isExactText(token)) return token;
    marked = true;
    return JSON.stringify(MARK + token);
  });
  return (marked ? JSON.parse(safe, unmark) : JSON.parse(text)) as Value;
}

const unmark = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && value.startsWith(MARK) ? new Decimal(value.slice(MARK.length)) : value;
