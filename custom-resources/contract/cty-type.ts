import type { Attribute, AttributeType, Block, Schema } from './schema';

/** A type as Terraform writes it in JSON: `"string"`, `["set","string"]`, `["object",{...}]`. */
export type CtyType =
  'string' | 'number' | 'bool' | readonly ['list' | 'set' | 'map', CtyType] | readonly ['object', Readonly<Record<string, CtyType>>];

export function ctyTypeOf(type: AttributeType): CtyType {
  if (typeof type === 'string') return type;
  if ('list' in type) return ['list', ctyTypeOf(type.list)];
  if ('set' in type) return ['set', ctyTypeOf(type.set)];
  if ('object' in type) return ['object', mapValues(type.object, ctyTypeOf)];
  return ['map', ctyTypeOf(type.map)];
}

/** The object type of a whole schema: attributes and blocks side by side. */
export const ctyTypeOfSchema = (schema: Schema): CtyType => [
  'object',
  { ...mapValues(schema.attributes, (attribute: Attribute) => ctyTypeOf(attribute.type)), ...mapValues(schema.blocks, ctyTypeOfBlock) },
];

function ctyTypeOfBlock(block: Block): CtyType {
  const object: CtyType = ['object', mapValues(block.attributes, (attribute) => ctyTypeOf(attribute.type))];
  return block.nesting === 'single' ? object : [block.nesting, object];
}

/** The same keys, each with what `map` makes of its value. */
export const mapValues = <A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
