import { App, TerraformStack, type TerraformElement } from 'cdktf';
import { bindings } from '../../constructs/bindings/bindings';
import { providerSchemaJson } from '../../constructs/bindings/provider-schema-json';
import * as constructs from '../../constructs';
import * as withIntent from '../../constructs/contact-centre';
import { providerSchema } from '../../custom-resources';
import type { Schema } from '../../custom-resources/contract/schema';

const schema = (changes: Partial<Schema>): Schema => ({ version: 3, description: 'A thing.', attributes: {}, blocks: {}, ...changes });

const blockOf = (one: Schema) =>
  providerSchemaJson({ provider: schema({}), resources: [{ type: 'connect_thing', schema: one }], dataSources: [] }, '1.2.3')
    .provider_schemas['terraform.local/cdktf-amazon-connect/connect']?.resource_schemas['connect_thing']?.block;

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
      secret: {
        type: 'string',
        optional: true,
        sensitive: true,
        write_only: true,
        description: 'The secret.',
        description_kind: 'markdown',
      },
      limits: {
        type: ['map', ['list', 'number']],
        optional: true,
        computed: true,
        description: 'The limits.',
        description_kind: 'markdown',
      },
      arn: { type: 'string', computed: true, description: 'The ARN.', description_kind: 'markdown' },
    });
  });

  test('a block keeps its nesting and how many there may be', () => {
    const block = blockOf(
      schema({
        blocks: {
          part: {
            nesting: 'set',
            min: 1,
            max: 4,
            description: 'A part.',
            attributes: { size: { type: 'bool', presence: 'optional', description: 'Big.' } },
          },
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

describe('the constructs', () => {
  const classes: Readonly<Record<string, unknown>> = constructs;
  const cases = [['ConnectProvider', providerSchema] as const, ...bindings.map(({ construct, schema: one }) => [construct, one] as const)];

  test('are one class for the provider and for each resource and data source that it serves, and those above them', () => {
    expect(Object.keys(classes).sort()).toEqual([...cases.map(([name]) => name), ...Object.keys(withIntent)].sort());
  });

  test('keep the names that programs know', () => {
    expect(Object.keys(classes)).toEqual(
      expect.arrayContaining([
        'ConnectProvider',
        'ConnectUser',
        'DataConnectTrafficDistributionGroup',
        'TrafficDistributionGroupUser',
        'TrafficDistributionGroupUsers',
      ]),
    );
  });

  test.each(cases)('%s has a property for every attribute and block of its schema', (name, { attributes, blocks }) => {
    const one = classes[name];
    const prototype: object = typeof one === 'function' ? one.prototype : {};
    const missing = Object.keys({ ...attributes, ...blocks })
      .map(propertyOf)
      .filter((property) => !(property in prototype));
    expect(missing).toEqual([]);
  });

  test.each(bindings)('$construct checks at synth by the schema of $type', async ({ schemaFile, schema: served }) => {
    const { schema: checked }: { schema: Schema } = await import(`../../custom-resources/${schemaFile}`);
    expect(checked).toBe(served);
  });

  test.each(cases)('%s refuses at synth what a check of its schema refuses', (name, { attributes }) => {
    const [attribute, refusal] =
      Object.entries(attributes).flatMap(([key, { check }]) => (check?.('') === undefined ? [] : [[key, check('')] as const]))[0] ?? [];
    const one = classes[name];
    if (typeof one !== 'function' || attribute === undefined) throw new Error(`nothing of ${name} is checked`);
    const thing: TerraformElement = Reflect.construct(one, [new TerraformStack(new App(), 'stack'), 'thing', {}]);
    thing.addOverride(attribute, '');
    expect(thing.node.validate()).toContain(`${propertyOf(attribute)} ${refusal}`);
  });
});

const propertyOf = (attribute: string): string => attribute.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
