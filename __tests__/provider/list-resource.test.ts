import type { Values } from '../../custom-resources/contract/value';
import { decodeValue } from '../support/provider/codec';
import {
  GetMetadata_Request,
  GetMetadata_Response,
  GetProviderSchema_Request,
  GetProviderSchema_Response,
  ListResource_Event,
  ListResource_Request,
  ValidateListResourceConfig_Request,
  ValidateListResourceConfig_Response,
} from '../../provider/proto/gen/tfplugin6';
import { configuredToy, dynamic, ProviderClient, told, toyValues } from '../support/provider/client';
import { toyListSchema } from '../support/toy-provider/list';
import { toyProvider } from '../support/toy-provider/provider';
import { memoryStore } from '../support/toy-provider/store';

const TYPE = ['object', { id: 'string', seen: 'string' }] as const;
const listOf = (config: Values) => dynamic(toyListSchema, config);
const query = (prefix: string, more: { readonly limit?: number; readonly includeResourceObject?: boolean } = {}) => ({
  typeName: 'toy_thing',
  config: listOf({ prefix, pin: '4711' }),
  includeResourceObject: false,
  limit: 100,
  ...more,
});
const named = ({ displayName, identity }: ListResource_Event) => [
  displayName,
  identity?.identityData && decodeValue(TYPE, identity.identityData.msgpack),
];

async function stocked() {
  const toy = await configuredToy();
  toy.store.write({ 'id-a': { name: 'ant', size: 1 }, 'id-b': { name: 'bear', size: 2 }, 'id-c': { name: 'ape', size: 3 } });
  return toy;
}

describe('terraform query', () => {
  test('learns what can be listed, and by which configuration', async () => {
    const { client } = await stocked();
    const { listResources } = await client.call('GetMetadata', [GetMetadata_Request, GetMetadata_Response], {});
    expect(listResources).toEqual([{ typeName: 'toy_thing' }]);
    const { listResourceSchemas } = await client.call('GetProviderSchema', [GetProviderSchema_Request, GetProviderSchema_Response], {});
    expect(listResourceSchemas['toy_thing']?.block?.attributes.map(({ name, required }) => [name, required])).toEqual([
      ['prefix', true],
      ['pin', false],
    ]);
  });

  test('gets an identity and a name for each thing, and no more than those', async () => {
    const { client } = await stocked();
    const events = await client.list(query('a'));
    expect(events.map(named)).toEqual([
      ['The ant', { id: 'id-a', seen: null }],
      ['The ape', { id: 'id-c', seen: null }],
    ]);
    expect(events.map(({ resourceObject }) => resourceObject)).toEqual([undefined, undefined]);
  });

  test('gets the whole resource where it asks for it, as an import reads it', async () => {
    const { client } = await stocked();
    const events = await client.list(query('b', { includeResourceObject: true }));
    expect(events.map(({ resourceObject }) => toyValues(resourceObject))).toMatchObject([{ id: 'id-b', name: 'bear', size: 2 }]);
  });

  test('gets as many as it wants', async () => {
    const { client } = await stocked();
    expect((await client.list(query('a', { limit: 1 }))).map(named)).toHaveLength(1);
    expect(await client.list(query('a', { limit: 2 }))).toHaveLength(2);
    expect(await client.list(query('a', { limit: 0 }))).toHaveLength(2);
  });

  test('shows names without what steers a terminal', async () => {
    const { client, store } = await stocked();
    store.write({ 'id-e': { name: 'eel\u001b[2J', size: 1 } });
    expect((await client.list(query('eel'))).map(({ displayName }) => displayName)).toEqual(['The eel<U+001B>[2J']);
  });

  test('that ends the call has nothing more read for it', async () => {
    const { client } = await stocked();
    expect(await client.list(query('a', { includeResourceObject: true }), 1)).toHaveLength(1);
  });

  test('ends when Terraform asks the provider to stop', async () => {
    const { client } = await stocked();
    const events: ListResource_Event[] = [];
    await client.events(ListResource_Request.encode(query('a', { includeResourceObject: true })).finish(), async (event) => {
      events.push(ListResource_Event.decode(event));
      await client.raw('StopProvider', new Uint8Array());
    });
    expect(events).toHaveLength(1);
  });

  test('leaves out what went while it listed, and stops at the first that cannot be read', async () => {
    const { client, store } = await stocked();
    const things = store.read();
    const listed = { ...things, 'id-d': { name: 'asp', size: 1 } };
    // The list shows all; what is read afterwards lacks the ant.
    let reads = 0;
    store.read = () => (reads++ === 0 ? listed : { 'id-c': { name: 'ape', size: 3 } });
    expect((await client.list(query('a', { includeResourceObject: true }))).map(named)).toEqual([['The ape', { id: 'id-c', seen: null }]]);
  });

  test('is told once what is wrong: with the list, with the service, with the provider', async () => {
    const { client } = await stocked();
    const tellings = async (prefix: string) =>
      (await client.list(query(prefix))).map(({ diagnostic, identity }) => [told(diagnostic), identity]);
    expect(await tellings('lost')).toEqual([[['error prefix: Lost: Nothing opens with (sensitive value).'], undefined]]);
    expect(await tellings('slow')).toEqual([[['warning : Slow: It takes long.'], undefined]]);
    const [crash] = await tellings('crash');
    expect(crash?.[0]).toEqual([expect.stringContaining('ListResource of toy_thing failed')]);
    expect(await client.list({ ...query('a'), typeName: 'toy_box' })).toMatchObject([
      { diagnostic: [{ summary: 'The provider has no list of toy_box' }] },
    ]);
  });

  test('is told where the provider was never configured', async () => {
    const client = new ProviderClient(toyProvider(memoryStore));
    expect(await client.list(query('a'))).toMatchObject([{ diagnostic: [{ summary: 'The provider is not configured' }] }]);
  });

  test.each([
    ['', ['error prefix: Invalid prefix: prefix must not be empty.']],
    ['forbidden', ['error prefix: Forbidden prefix: Use another.']],
    ['a', []],
  ])('has its configuration checked: prefix "%s"', async (prefix, problems) => {
    const { client } = await stocked();
    const request = { typeName: 'toy_thing', config: listOf({ prefix }) };
    const rpc = [ValidateListResourceConfig_Request, ValidateListResourceConfig_Response] as const;
    expect(told((await client.call('ValidateListResourceConfig', rpc, request)).diagnostics)).toEqual(problems);
  });
});
