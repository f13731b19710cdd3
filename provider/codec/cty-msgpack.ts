/**
 * Terraform's values on the wire: MessagePack directed by the type. Knows types and values only; no
 * schema, no protobuf. Messages of errors name the place and the kinds, never a value: it may be a secret.
 */
import type { CtyType } from '../../custom-resources/contract/cty-type';
import { Decimal, UNKNOWN, isUnknown, type Value } from '../../custom-resources/contract/value';
import { MessagePackReader } from './msgpack-reader';
import { MessagePackWriter } from './msgpack-writer';
import { at, kindOf, listOf, objectOf, ValueError } from './value-shape';

/** Fails with a `ValueError` on bytes that do not hold a value of `type`. */
export function decodeValue(type: CtyType, bytes: Uint8Array): Value {
  const reader = new MessagePackReader(bytes);
  const value = read(reader, type, '');
  if (!reader.done) throw new ValueError('', 'bytes are left over after the value');
  return value;
}

/** Attributes that `value` lacks are written as null, those that `type` lacks are left out. */
export function encodeValue(type: CtyType, value: Value): Uint8Array {
  const writer = new MessagePackWriter();
  write(writer, type, value, '');
  return writer.bytes();
}

function read(reader: MessagePackReader, type: CtyType, path: string): Value {
  if (reader.nil()) return null;
  if (reader.unknown()) return UNKNOWN;
  if (typeof type === 'string') return ValueError.locate(path, () => readPrimitive(reader, type));
  switch (type[0]) {
    case 'list':
    case 'set': {
      const size = ValueError.locate(path, () => reader.array());
      return Array.from({ length: size }, (_, index) => read(reader, type[1], at(path, index)));
    }
    case 'map':
      return readPairs(reader, path, () => type[1]);
    case 'tuple': {
      const size = ValueError.locate(path, () => reader.array());
      if (size !== type[1].length) throw new ValueError(path, `${type[1].length} elements were expected, there are ${size}`);
      return type[1].map((element, index) => read(reader, element, at(path, index)));
    }
    case 'object':
      return readPairs(reader, path, (name) => (Object.hasOwn(type[1], name) ? type[1][name] : undefined));
  }
}

function readPrimitive(reader: MessagePackReader, type: Extract<CtyType, string>): Value {
  switch (type) {
    case 'string':
      return reader.string();
    case 'number':
      return reader.number();
    case 'bool':
      return reader.boolean();
    case 'dynamic':
      throw new Error('attributes of any type are not supported');
  }
}

function readPairs(reader: MessagePackReader, path: string, typeOf: (name: string) => CtyType | undefined): Value {
  const size = ValueError.locate(path, () => reader.map());
  const pairs: [string, Value][] = [];
  for (let index = 0; index < size; index++) {
    const name = ValueError.locate(path, () => reader.string());
    const type = typeOf(name);
    if (type === undefined) throw new ValueError(at(path, name), 'the schema has no such attribute');
    pairs.push([name, read(reader, type, at(path, name))]);
  }
  return Object.fromEntries(pairs);
}

function write(writer: MessagePackWriter, type: CtyType, value: Value | undefined, path: string): void {
  if (value === null || value === undefined) return writer.nil();
  if (isUnknown(value)) return writer.unknown();
  if (typeof type === 'string') return ValueError.locate(path, () => writePrimitive(writer, type, value));
  switch (type[0]) {
    case 'list':
    case 'set': {
      const elements = listOf(value, path);
      writer.array(elements.length);
      return elements.forEach((element, index) => write(writer, type[1], element, at(path, index)));
    }
    case 'tuple': {
      const elements = listOf(value, path);
      writer.array(type[1].length);
      return type[1].forEach((element, index) => write(writer, element, elements[index], at(path, index)));
    }
    case 'map': {
      const entries = Object.entries(objectOf(value, path));
      writer.map(entries.length);
      return entries.forEach(([key, element]) => writeEntry(writer, key, type[1], element, path));
    }
    case 'object': {
      const values = objectOf(value, path);
      const attributes = Object.entries(type[1]);
      writer.map(attributes.length);
      return attributes.forEach(([name, attribute]) => writeEntry(writer, name, attribute, values[name], path));
    }
  }
}

function writeEntry(writer: MessagePackWriter, name: string, type: CtyType, value: Value | undefined, path: string): void {
  writer.string(name);
  write(writer, type, value, at(path, name));
}

function writePrimitive(writer: MessagePackWriter, type: Extract<CtyType, string>, value: Value): void {
  if (type === 'string' && typeof value === 'string') writer.string(value);
  else if (type === 'number' && (typeof value === 'number' || value instanceof Decimal)) writer.number(value);
  else if (type === 'bool' && typeof value === 'boolean') writer.boolean(value);
  else throw new Error(`a ${type} was expected, there is ${kindOf(value)}`);
}
