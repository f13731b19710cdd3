import { ctyTypeOfSchema } from '../../custom-resources/contract/cty-type';
import { encodePath } from '../../provider/codec/attribute-path';
import { encodeSchema } from '../../provider/codec/protocol-schema';
import { toySchema } from '../support/toy-provider/schema';

describe('paths to the line of a configuration', () => {
  const path = (...steps: (string | number)[]) => encodePath(ctyTypeOfSchema(toySchema), steps).steps.map(({ selector }) => selector);

  test('tell attributes, list elements and map keys apart', () => {
    expect(path('part', 1, 'number')).toEqual([
      { $case: 'attributeName', value: 'part' },
      { $case: 'elementKeyInt', value: 1 },
      { $case: 'attributeName', value: 'number' },
    ]);
    expect(path('labels', 'a.b')).toEqual([
      { $case: 'attributeName', value: 'labels' },
      { $case: 'elementKeyString', value: 'a.b' },
    ]);
    expect(path('box', 'lid')).toHaveLength(2);
  });

  test('end at a set, whose elements have no address, and where nothing is', () => {
    expect(path('sticker', 0, 'text')).toEqual([{ $case: 'attributeName', value: 'sticker' }]);
    expect(path('sticker', 'text')).toEqual([{ $case: 'attributeName', value: 'sticker' }]);
    expect(path('nothing')).toEqual([]);
  });
});

describe('the schema that Terraform is told', () => {
  const block = encodeSchema(toySchema).block;
  const attribute = (name: string) => block?.attributes.find((candidate) => candidate.name === name);
  const nested = (name: string) => block?.blockTypes.find((candidate) => candidate.typeName === name);

  test('says who sets an attribute, and what is secret', () => {
    expect(attribute('id')).toMatchObject({ required: false, optional: false, computed: true });
    expect(attribute('name')).toMatchObject({ required: true, optional: false, computed: false });
    expect(attribute('secret_wo')).toMatchObject({ optional: true, sensitive: true, writeOnly: true });
  });

  test('gives types in JSON and descriptions in Markdown', () => {
    expect(Buffer.from(attribute('owners')?.type ?? []).toString()).toBe('["set","string"]');
    expect(block).toMatchObject({ description: 'A thing of the *toy* system.', descriptionKind: 1, version: 1 });
  });

  test('limits blocks as Terraform understands it', () => {
    expect(nested('box')).toMatchObject({ nesting: 1, minItems: 0, maxItems: 0 });
    expect(nested('part')).toMatchObject({ nesting: 2, minItems: 0, maxItems: 2 });
    expect(nested('sticker')).toMatchObject({ nesting: 3, minItems: 0, maxItems: 0 });
    const required = encodeSchema({ ...toySchema, blocks: { box: { ...toySchema.blocks.box, min: 1 } } });
    expect(required.block?.blockTypes[0]).toMatchObject({ minItems: 1, maxItems: 1 });
  });
});
