import { type CtyType, ctyTypeOf, mapValues } from '../../custom-resources/contract/cty-type';
import type { Attribute, Block, Schema } from '../../custom-resources/contract/schema';
import { PROVIDER_SOURCE } from '../provider-address';

/**
 * Our schemas in the shape of `terraform providers schema -json`, which is what CDKTF's generator of
 * bindings reads. Pure; knows nothing of CDKTF.
 */

interface Typed {
  /** The Terraform type. */
  readonly type: string;
  readonly schema: Schema;
}

export interface ProviderSchemas {
  readonly provider: Schema;
  readonly resources: readonly Typed[];
  readonly dataSources: readonly Typed[];
}

export interface ProviderSchemaJson {
  readonly format_version: '1.0';
  readonly provider_schemas: Readonly<Record<string, ProviderJson>>;
  readonly provider_versions: Readonly<Record<string, string>>;
}

export interface ProviderJson {
  readonly provider: SchemaJson;
  readonly resource_schemas: Readonly<Record<string, SchemaJson>>;
  readonly data_source_schemas: Readonly<Record<string, SchemaJson>>;
}

export interface SchemaJson {
  readonly version: number;
  readonly block: BlockJson;
}

export interface BlockJson {
  readonly description: string;
  readonly description_kind: 'markdown';
  readonly attributes: Readonly<Record<string, AttributeJson>>;
  readonly block_types: Readonly<Record<string, BlockTypeJson>>;
}

export interface AttributeJson {
  readonly type: CtyType;
  readonly description: string;
  readonly description_kind: 'markdown';
  readonly required?: true;
  readonly optional?: true;
  readonly computed?: true;
  readonly sensitive?: true;
  readonly write_only?: true;
}

export interface BlockTypeJson {
  readonly nesting_mode: Block['nesting'];
  readonly min_items?: number;
  readonly max_items?: number;
  readonly block: BlockJson;
}

export const providerSchemaJson = (schemas: ProviderSchemas, version: string): ProviderSchemaJson => ({
  format_version: '1.0',
  provider_schemas: {
    [PROVIDER_SOURCE]: {
      provider: schemaJson(schemas.provider),
      resource_schemas: byType(schemas.resources),
      data_source_schemas: byType(schemas.dataSources),
    },
  },
  provider_versions: { [PROVIDER_SOURCE]: version },
});

const byType = (list: readonly Typed[]): Readonly<Record<string, SchemaJson>> =>
  Object.fromEntries(list.map(({ type, schema }) => [type, schemaJson(schema)]));

const schemaJson = (schema: Schema): SchemaJson => ({ version: schema.version, block: blockJson(schema, schema.blocks) });

const blockJson = (block: Schema | Block, blocks: Schema['blocks'] = {}): BlockJson => ({
  description: block.description,
  description_kind: 'markdown',
  attributes: mapValues(block.attributes, attributeJson),
  block_types: mapValues(blocks, blockTypeJson),
});

const blockTypeJson = (block: Block): BlockTypeJson => ({
  nesting_mode: block.nesting,
  ...(block.min !== undefined && { min_items: block.min }),
  ...(block.max !== undefined && { max_items: block.max }),
  block: blockJson(block),
});

const attributeJson = ({ type, description, presence, sensitive, writeOnly }: Attribute): AttributeJson => ({
  type: ctyTypeOf(type),
  description,
  description_kind: 'markdown',
  ...(presence === 'required' && { required: true }),
  ...(presence.startsWith('optional') && { optional: true }),
  ...(presence.endsWith('computed') && { computed: true }),
  ...(sensitive && { sensitive }),
  ...(writeOnly && { write_only: writeOnly }),
});
