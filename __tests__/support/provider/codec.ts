import { ctyTypeOfSchema, type CtyType } from '../../../custom-resources/contract/cty-type';
import type { Schema } from '../../../custom-resources/contract/schema';
import type { Value, Values } from '../../../custom-resources/contract/value';
import { decoderOf } from '../../../provider/codec/value-reader';
import { isObject } from '../../../provider/codec/value-shape';
import { encoderOf, storedWriterOf, writerOf } from '../../../provider/codec/value-writer';

/** Values on the wire, of any type: the provider keeps what is put together for each of its types. */

export const decodeValue = (type: CtyType, bytes: Uint8Array): Value => decoderOf(type)(bytes);

export const encodeValue = (type: CtyType, value: Value): Uint8Array => encoderOf(writerOf(type))(value);

const STORED = new WeakMap<Schema, (values: Values) => Values>();

/** What a plan or a state holds of these values. */
export function storedValues(schema: Schema, values: Values): Values {
  const stored = STORED.get(schema) ?? storing(schema);
  STORED.set(schema, stored);
  return stored(values);
}

function storing(schema: Schema): (values: Values) => Values {
  const [encode, decode] = [encoderOf(storedWriterOf(schema)), decoderOf(ctyTypeOfSchema(schema))];
  return (values) => {
    const stored = decode(encode(values));
    if (!isObject(stored)) throw new Error('an object was expected');
    return stored;
  };
}
