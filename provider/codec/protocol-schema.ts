import { ctyTypeOf } from '../../custom-resources/contract/cty-type';
import type { Attribute, Block, Schema } from '../../custom-resources/contract/schema';
import {
  Schema_NestedBlock_NestingMode,
  StringKind,
  type Schema as ProtocolSchema,
  type Schema_Attribute,
  type Schema_Block,
  type Schema_NestedBlock,
} from '../proto/gen/tfplugin6';

/** A schema as Terraform wants to be told of it. */
export const encodeSchema = (schema: Schema): ProtocolSchema => ({
  version: schema.version,
  block: encodeBody(
    schema,
    schema.version,
    Object.entries(schema.blocks).map(([name, block]) => encodeBlock(name, block)),
  ),
});

const encodeBody = ({ attributes, description }: Schema | Block, version: number, blockTypes: Schema_NestedBlock[]): Schema_Block => ({
  version,
  attributes: Object.entries(attributes).map(([name, attribute]) => encodeAttribute(name, attribute)),
  blockTypes,
  description,
  descriptionKind: StringKind.MARKDOWN,
});

const encodeAttribute = (name: string, { type, presence, description, sensitive, writeOnly }: Attribute): Schema_Attribute => ({
  name,
  type: Buffer.from(JSON.stringify(ctyTypeOf(type))),
  description,
  descriptionKind: StringKind.MARKDOWN,
  required: presence === 'required',
  optional: presence === 'optional' || presence === 'optional-computed',
  computed: presence === 'computed' || presence === 'optional-computed',
  sensitive: sensitive ?? false,
  writeOnly: writeOnly ?? false,
});

const NESTING = {
  single: Schema_NestedBlock_NestingMode.SINGLE,
  list: Schema_NestedBlock_NestingMode.LIST,
  set: Schema_NestedBlock_NestingMode.SET,
} as const;

const encodeBlock = (typeName: string, block: Block): Schema_NestedBlock => ({
  typeName,
  block: encodeBody(block, 0, []),
  nesting: NESTING[block.nesting],
  minItems: block.min ?? 0,
  // Terraform reads 0/0 of a single block as optional and 1/1 as required, and knows no other pair.
  maxItems: (block.nesting === 'single' ? block.min : block.max) ?? 0,
});
