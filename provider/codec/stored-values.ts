import type { Attribute, Block, Schema } from '../../custom-resources/contract/schema';
import { isUnknown, type Value, type Values } from '../../custom-resources/contract/value';
import { isList, isObject } from './value-shape';

/**
 * Values in the form in which they may be stored in a plan or state: every attribute and block of the
 * schema is there, as null or as no block where `values` has nothing; write-only attributes are null.
 */
export const storedValues = (schema: Schema, values: Values): Values => ({
  ...storedAttributes(schema.attributes, values),
  ...Object.fromEntries(Object.entries(schema.blocks).map(([name, block]) => [name, storedBlock(block, values[name])])),
});

const storedAttributes = (attributes: Readonly<Record<string, Attribute>>, values: Values): Values =>
  Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, attribute.writeOnly ? null : (values[name] ?? null)]));

function storedBlock(block: Block, value: Value | undefined): Value {
  if (value === null || value === undefined) return block.nesting === 'single' ? null : [];
  if (isUnknown(value)) return value;
  if (isList(value)) return value.map((element) => (isObject(element) ? storedAttributes(block.attributes, element) : element));
  return isObject(value) ? storedAttributes(block.attributes, value) : value;
}
