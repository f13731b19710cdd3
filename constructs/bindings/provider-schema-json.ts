import { ctyTypeOf, mapValues } from '../../custom-resources/contract/cty-type';
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

interface ProviderSchemas {
  readonly provider: Schema;
  readonly resources: readonly Typed[];
  readonly dataSources: readonly Typed[];
}

export const providerSchemaJson = ({ provider, resources, dataSources }: ProviderSchemas, version: string) => ({
  format_version: '1.0',
  provider_schemas: {
    [PROVIDER_SOURCE]: {
      provider: schemaJson(provider),
      resource_schemas: byType(resources),
      data_source_schemas: byType(dataSources),
    },
  },
  provider_versions: { [PROVIDER_SOURCE]: version },
});

const byType = (list: readonly Typed[]) => Object.fromEntries(list.map(({ type, schema }) => [type, schemaJson(schema)]));

const schemaJson = (schema: Schema) => ({
  version: schema.version,
  block: { ...bodyJson(schema), block_types: mapValues(schema.blocks, blockTypeJson) },
});

const bodyJson = ({ description, attributes }: Schema | Block) => ({
  description,
  description_kind: 'markdown',
  attributes: mapValues(attributes, attributeJson),
});

const blockTypeJson = (block: Block) => ({
  nesting_mode: block.nesting,
  ...(block.min !== undefined && { min_items: block.min }),
  ...(block.max !== undefined && { max_items: block.max }),
  block: { ...bodyJson(block), block_types: {} },
});

const attributeJson = ({ type, description, presence, sensitive, writeOnly }: Attribute) => ({
  type: ctyTypeOf(type),
  description,
  description_kind: 'markdown',
  ...(presence === 'required' && { required: true }),
  ...(presence.startsWith('optional') && { optional: true }),
  ...(presence.endsWith('computed') && { computed: true }),
  ...(sensitive && { sensitive }),
  ...(writeOnly && { write_only: writeOnly }),
});
