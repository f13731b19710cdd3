import { type CtyType, ctyTypeOf } from '../../custom-resources/contract/cty-type';
import type { Block, Schema } from '../../custom-resources/contract/schema';
import { Decimal, isUnknown, type Value } from '../../custom-resources/contract/value';
import { encodedString, MessagePackWriter } from './msgpack-writer';
import { kindOf, listOf, objectOf, ValueError } from './value-shape';

/** Writes a value, or what stands for one that is not there. */
export type Write = (writer: MessagePackWriter, value: Value | undefined) => void;

/**
 * Writes values in the form in which they may be stored in a plan or state: every attribute and block of the schema is there, as
 * null or as no block where the values have nothing; write-only attributes are null.
 */
export const storedWriterOf = ({ attributes, blocks }: Schema): Write =>
  objectWriter([...storedAttributes(attributes), ...Object.entries(blocks).map(([name, block]) => [name, storedBlock(block)] as const)]);

const storedAttributes = (attributes: Schema['attributes']): (readonly [string, Write])[] =>
  Object.entries(attributes).map(([name, { type, writeOnly }]) => [name, writeOnly ? nil : writerOf(ctyTypeOf(type))]);

function storedBlock({ nesting, attributes }: Block): Write {
  const block = objectWriter(storedAttributes(attributes));
  return nesting === 'single' ? block : listWriter(block, (writer) => writer.array(0));
}

/** The bytes of what `write` writes. */
export const encoderOf =
  (write: Write): ((value: Value) => Uint8Array) =>
  (value) => {
    const writer = new MessagePackWriter();
    ValueError.rooted(() => write(writer, value));
    return writer.bytes();
  };

/** It is put together once for a type, not for each value. */
export function writerOf(type: CtyType): Write {
  if (typeof type === 'string') return orNothing(PRIMITIVES[type]);
  switch (type[0]) {
    case 'list':
    case 'set':
      return listWriter(writerOf(type[1]));
    case 'map':
      return mapWriter(writerOf(type[1]));
    case 'object':
      return objectWriter(Object.entries(type[1]).map(([name, attribute]) => [name, writerOf(attribute)]));
  }
}

/** @param nothing what is written for a value that is not there */
const listWriter = (element: Write, nothing: Write = nil): Write =>
  orNothing((writer, value) => {
    const elements = listOf(value);
    writer.array(elements.length);
    elements.forEach((each, index) => part(writer, element, each, index));
  }, nothing);

/** Attributes that a value lacks are written as what they are when they are not there; those that the object lacks are left out. */
function objectWriter(attributes: readonly (readonly [name: string, write: Write])[]): Write {
  const fields = attributes.map(([name, write]) => ({ name, encoded: encodedString(name), write }));
  return orNothing((writer, value) => {
    const values = objectOf(value);
    writer.map(fields.length);
    for (const { name, encoded, write } of fields) {
      writer.raw(encoded);
      part(writer, write, values[name], name);
    }
  });
}

/** Whatever the value is. */
const nil: Write = (writer) => writer.nil();

const mapWriter = (element: Write): Write =>
  orNothing((writer, value) => {
    const entries = Object.entries(objectOf(value));
    writer.map(entries.length);
    for (const [key, each] of entries) {
      writer.string(key);
      part(writer, element, each, key);
    }
  });

const PRIMITIVES: Readonly<Record<Extract<CtyType, string>, (writer: MessagePackWriter, value: Value) => void>> = {
  string: (writer, value) => (typeof value === 'string' ? writer.string(value) : unexpected('string', value)),
  number: (writer, value) => (typeof value === 'number' || value instanceof Decimal ? writer.number(value) : unexpected('number', value)),
  bool: (writer, value) => (typeof value === 'boolean' ? writer.boolean(value) : unexpected('bool', value)),
};

function unexpected(type: string, value: Value): never {
  throw new Error(`a ${type} was expected, there is ${kindOf(value)}`);
}

function orNothing(write: (writer: MessagePackWriter, value: Value) => void, nothing: Write = nil): Write {
  return (writer, value) => {
    if (value === null || value === undefined) nothing(writer, value);
    else if (isUnknown(value)) writer.unknown();
    else write(writer, value);
  };
}

function part(writer: MessagePackWriter, write: Write, value: Value | undefined, step: string | number): void {
  try {
    write(writer, value);
  } catch (error) {
    throw ValueError.within(step, error);
  }
}
