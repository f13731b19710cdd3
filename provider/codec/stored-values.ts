import { ctyTypeOf } from '../../custom-resources/contract/cty-type';
import type { Attribute, Block, Schema } from '../../custom-resources/contract/schema';
import { listWriter, nil, objectWriter, type Write, writerOf } from './value-writer';

/**
 * Writes values in the form in which they may be stored in a plan or state: every attribute and block of the schema is there, as
 * null or as no block where the values have nothing; write-only attributes are null.
 */
export const storedWriterOf = ({ attributes, blocks }: Schema): Write =>
  objectWriter([...storedAttributes(attributes), ...Object.entries(blocks).map(([name, block]) => [name, storedBlock(block)] as const)]);

const storedAttributes = (attributes: Readonly<Record<string, Attribute>>): (readonly [string, Write])[] =>
  Object.entries(attributes).map(([name, { type, writeOnly }]) => [name, writeOnly ? nil : writerOf(ctyTypeOf(type))]);

function storedBlock({ nesting, attributes }: Block): Write {
  const block = objectWriter(storedAttributes(attributes));
  return nesting === 'single' ? block : listWriter(block, (writer) => writer.array(0));
}
