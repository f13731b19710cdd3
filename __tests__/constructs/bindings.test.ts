import { App, TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct } from 'constructs';
import { providerSchemaJson, type BlockJson } from '../../constructs/bindings/provider-schema-json';
import { schemas } from '../../constructs/bindings/schemas';
import { ConnectProvider, ConnectUser, DataConnectTrafficDistributionGroup, TrafficDistributionGroupUser, TrafficDistributionGroupUsers } from '../../constructs';
import { dataSources, providerSchema, resources } from '../../custom-resources';
import type { Schema } from '../../custom-resources/contract/schema';
import { agent, groupUsers, membership } from '../support/constructs-programs';

const schema = (changes: Partial<Schema>): Schema => ({ version: 3, description: 'A thing.', attributes: {}, blocks: {}, ...changes });

const blockOf = (one: Schema): BlockJson | undefined =>
  providerSchemaJson({ provider: schema({}), resources: { connect_thing: one }, dataSources: {} }, '1.2.3').provider_schemas[
    'terraform.local/cdktf-amazon-connect/connect'
  ]?.resource_schemas['connect_thing']?.block;

describe('schemas in the form that CDKTF generates bindings from', () => {
  test('an attribute keeps its type, its description and who sets it', () => {
    const block = blockOf(
      schema({
        attributes: {
          name: { type: 'string', presence: 'required', description: 'The name.' },
          secret: { type: 'string', presence: 'optional', sensitive: true, writeOnly: true, description: 'The secret.' },
          limits: { type: { map: { list: 'number' } }, presence: 'optional-computed', description: 'The limits.' },
          arn: { type: 'string', presence: 'computed', description: 'The ARN.' },
        },
      }),
    );
    expect(block?.attributes).toEqual({
      name: { type: 'string', required: true, description: 'The name.', description_kind: 'markdown' },
      secret: { type: 'string', optional: true, sensitive: true, write_only: true, description: 'The secret.', description_kind: 'markdown' },
      limits: { type: ['map', ['list', 'number']], optional: true, computed: true, description: 'The limits.', description_kind: 'markdown' },
      arn: { type: 'string', computed: true, description: 'The ARN.', description_kind: 'markdown' },
    });
  });

  test('a block keeps its nesting and how many there may be', () => {
    const block = blockOf(
      schema({
        blocks: {
          part: { nesting: 'set', min: 1, max: 4, description: 'A part.', attributes: { size: { type: 'bool', presence: 'optional', description: 'Big.' } } },
        },
      }),
    );
    expect(block?.block_types).toEqual({
      part: {
        nesting_mode: 'set',
        min_items: 1,
        max_items: 4,
        block: {
          description: 'A part.',
          description_kind: 'markdown',
          attributes: { size: { type: 'bool', optional: true, description: 'Big.', description_kind: 'markdown' } },
          block_types: {},
        },
      },
    });
  });
});

describe('generated bindings', () => {
  const cases: readonly [string, Schema, (scope: Construct) => TerraformElement][] = [
    ['connect', schemas.provider, (scope) => new ConnectProvider(scope, 'thing')],
    ['connect_user', schemas.resources.connect_user, (scope) => new ConnectUser(scope, 'thing', agent)],
    [
      'connect_traffic_distribution_group_user',
      schemas.resources.connect_traffic_distribution_group_user,
      (scope) => new TrafficDistributionGroupUser(scope, 'thing', membership),
    ],
    [
      'connect_traffic_distribution_group_users',
      schemas.resources.connect_traffic_distribution_group_users,
      (scope) => new TrafficDistributionGroupUsers(scope, 'thing', groupUsers),
    ],
    [
      'connect_traffic_distribution_group',
      schemas.dataSources.connect_traffic_distribution_group,
      (scope) => new DataConnectTrafficDistributionGroup(scope, 'thing', { instanceId: agent.instanceId, name: 'everywhere' }),
    ],
  ];

  test.each(cases)('%s has a property for every attribute and block of its schema', (_type, { attributes, blocks }, make) => {
    const thing = make(new TerraformStack(new App(), 'stack'));
    const missing = Object.keys({ ...attributes, ...blocks })
      .map((name) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()))
      .filter((property) => !(property in thing));
    expect(missing).toEqual([]);
  });

  test('there is a construct for everything that the provider serves, from the same schema', () => {
    const schemasByType = (list: readonly { readonly type: string; readonly schema: Schema }[]): Record<string, Schema> =>
      Object.fromEntries(list.map(({ type, schema: one }) => [type, one]));
    expect(schemas.provider).toBe(providerSchema);
    expect(schemas.resources).toEqual(schemasByType(resources));
    expect(schemas.dataSources).toEqual(schemasByType(dataSources));
    expect(cases.map(([type]) => type).sort()).toEqual(['connect', ...[...resources, ...dataSources].map(({ type }) => type)].sort());
  });
});
