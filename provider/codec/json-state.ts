/** Values as Terraform keeps them in the state file: JSON without types. */
import type { CtyType } from '../../custom-resources/contract/cty-type';
import { Decimal, type Value } from '../../custom-resources/contract/value';
import { isExactText } from './number';
import { at, kindOf, listOf, objectOf, ValueError } from './value-shape';

const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
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

/**
 * The parsed state in the shape of today's type: attributes that the type no longer has are dropped,
 * new ones are null. Fails with a `ValueError` where a value is of another kind.
 */
export function reshapeState(type: CtyType, value: Value, path = ''): Value {
  if (value === null) return null;
  if (typeof type === 'string') return primitive(type, value, path);
  switch (type[0]) {
    case 'list':
    case 'set':
      return listOf(value, path).map((element, index) => reshapeState(type[1], element, at(path, index)));
    case 'tuple': {
      const elements = listOf(value, path);
      return type[1].map((element, index) => reshapeState(element, elements[index] ?? null, at(path, index)));
    }
    case 'map':
      return Object.fromEntries(
        Object.entries(objectOf(value, path)).map(([key, element]) => [key, reshapeState(type[1], element, at(path, key))]),
      );
    case 'object': {
      const values = objectOf(value, path);
      return Object.fromEntries(
        Object.entries(type[1]).map(([name, attribute]) => [name, reshapeState(attribute, values[name] ?? null, at(path, name))]),
      );
    }
  }
}

function primitive(type: Extract<CtyType, string>, value: Value, path: string): Value {
  const fits =
    (type === 'string' && typeof value === 'string') ||
    (type === 'bool' && typeof value === 'boolean') ||
    (type === 'number' && (typeof value === 'number' || value instanceof Decimal));
  if (!fits) throw new ValueError(path, `a ${type} was expected, there is ${kindOf(value)}`);
  return value;
}
