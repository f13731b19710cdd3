import type { CtyType } from '../../custom-resources/contract/cty-type';
import { UNKNOWN, type Value } from '../../custom-resources/contract/value';
import { encodedString } from './msgpack-writer';
import { MessagePackReader } from './msgpack-reader';
import { ValueError } from './value-shape';

type Read = (reader: MessagePackReader) => Value;

/** Reads values of `type` from their bytes. It is put together once for a type, not for each value. */
export function decoderOf(type: CtyType): (bytes: Uint8Array) => Value {
  const read = readerOf(type);
  return (bytes) => {
    const reader = new MessagePackReader(bytes);
    const value = ValueError.rooted(() => read(reader));
    if (!reader.done) throw new ValueError('', 'bytes are left over after the value');
    return value;
  };
}

function readerOf(type: CtyType): Read {
  const read = knownReaderOf(type);
  return (reader) => (reader.nil() ? null : reader.unknown() ? UNKNOWN : read(reader));
}

function knownReaderOf(type: CtyType): Read {
  if (typeof type === 'string') return PRIMITIVES[type];
  switch (type[0]) {
    case 'list':
    case 'set':
      return listReader(readerOf(type[1]));
    case 'map':
      return mapReader(readerOf(type[1]));
    case 'object':
      return objectReader(type[1]);
  }
}

const PRIMITIVES: Readonly<Record<Extract<CtyType, string>, Read>> = {
  string: (reader) => reader.string(),
  number: (reader) => reader.number(),
  bool: (reader) => reader.boolean(),
};

const listReader =
  (element: Read): Read =>
  (reader) => {
    const values: Value[] = [];
    for (let left = reader.array(); left > 0; left--) values.push(part(reader, element, values.length));
    return values;
  };

const mapReader =
  (element: Read): Read =>
  (reader) => {
    const pairs: [string, Value][] = [];
    for (let left = reader.map(); left > 0; left--) {
      const key = reader.string();
      pairs.push([key, part(reader, element, key)]);
    }
    return Object.fromEntries(pairs);
  };

/** Terraform writes attributes in the order of their names: the name that comes next is mostly the expected one, and need not be read. */
function objectReader(attributes: Readonly<Record<string, CtyType>>): Read {
  const fields = Object.entries(attributes)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, type]) => ({ name, encoded: encodedString(name), read: readerOf(type) }));
  const byName = new Map(fields.map((field) => [field.name, field]));
  return (reader) => {
    const size = reader.map();
    const values: Record<string, Value> = {};
    for (let index = 0; index < size; index++) {
      const expected = fields[index];
      const field = expected && reader.takes(expected.encoded) ? expected : fieldNamed(reader.string(), byName);
      values[field.name] = part(reader, field.read, field.name);
    }
    return values;
  };
}

function fieldNamed<Field>(name: string, fields: ReadonlyMap<string, Field>): Field {
  const field = fields.get(name);
  if (field === undefined) throw new ValueError(name, 'the schema has no such attribute');
  return field;
}

function part(reader: MessagePackReader, read: Read, step: string | number): Value {
  try {
    return read(reader);
  } catch (error) {
    throw ValueError.within(step, error);
  }
}
