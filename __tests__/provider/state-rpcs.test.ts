import {
  ImportResourceState_Request,
  ImportResourceState_Response,
  MoveResourceState_Request,
  MoveResourceState_Response,
  ReadDataSource_Request,
  ReadDataSource_Response,
  UpgradeResourceState_Request,
  UpgradeResourceState_Response,
} from '../../provider/proto/gen/tfplugin6';
import { configuredToy, dynamic, told, toyValues, values } from '../support/provider/client';
import { apply, privateData, read } from '../support/provider/rpcs';

const rawState = (state: unknown) => ({ json: Buffer.from(JSON.stringify(state)) });

describe('reading', () => {
  test('gives the live state and keeps the private data', async () => {
    const { client, store } = await configuredToy();
    const { state } = await apply(client, { config: { name: 'a', size: 1 } });
    store.write({ 'id-a': { name: 'a', size: 5 } });
    expect(await read(client, state ?? {}, { made: true })).toMatchObject({ state: { size: 1, size_seen: 5 }, private: { made: true } });
  });

  test('finds that a thing is gone', async () => {
    const { client } = await configuredToy();
    expect(await read(client, { id: 'id-a', name: 'a' })).toMatchObject({ state: null, told: [] });
  });

  test('leaves everything as it was when it fails', async () => {
    const { client } = await configuredToy();
    expect(await read(client, { id: 'id-u', name: 'unreadable' }, { made: true })).toMatchObject({
      state: { id: 'id-u' },
      private: { made: true },
      told: ['error : Unreadable: Try again.'],
    });
  });
});

describe('importing', () => {
  const rpc = [ImportResourceState_Request, ImportResourceState_Response] as const;

  test('reads everything once, and once only', async () => {
    const { client, store } = await configuredToy();
    store.write({ 'id-a': { name: 'a', size: 5 } });
    const { importedResources } = await client.call('ImportResourceState', rpc, { typeName: 'toy_thing', id: 'id-a' });
    const imported = importedResources[0];
    const stub = toyValues(imported?.state);
    expect(stub).toMatchObject({ id: 'id-a', name: null, part: [], sticker: [], box: null });
    const first = await read(client, stub ?? {}, privateData(imported?.private ?? new Uint8Array()) as Record<string, boolean>);
    expect(first).toMatchObject({ state: { name: 'a', size: 5 }, private: { origin: 'import' } });
    expect(Object.keys(first.private)).toEqual(['origin']);
    store.write({ 'id-a': { name: 'a', size: 6 } });
    expect(await read(client, first.state ?? {}, { origin: 'import' })).toMatchObject({ state: { size: 5, size_seen: 6 } });
  });

  test('refuses an id that is none', async () => {
    const { client } = await configuredToy();
    const { importedResources, diagnostics } = await client.call('ImportResourceState', rpc, { typeName: 'toy_thing', id: 'a' });
    expect(importedResources).toEqual([]);
    expect(told(diagnostics)).toEqual(['error : Bad id: It looks like id-name.']);
  });
});

describe('moving', () => {
  const rpc = [MoveResourceState_Request, MoveResourceState_Response] as const;
  const move = async (sourceTypeName: string, state: unknown) => {
    const { client } = await configuredToy();
    return client.call('MoveResourceState', rpc, {
      sourceProviderAddress: 'terraform.io/builtin/terraform',
      sourceTypeName,
      sourceSchemaVersion: 0,
      sourceState: rawState(state),
      targetTypeName: 'toy_thing',
    });
  };

  test('takes the state of another type over', async () => {
    const { targetState, diagnostics } = await move('terraform_data', { input: 'a' });
    expect(toyValues(targetState)).toMatchObject({ id: 'id-a', name: 'a', size: null, part: [] });
    expect(diagnostics).toEqual([]);
  });

  test('refuses a type that it cannot take over, and says what to do', async () => {
    const { targetState, diagnostics } = await move('null_resource', {});
    expect(targetState).toBeUndefined();
    expect(told(diagnostics)).toEqual([
      expect.stringMatching(/^error : Cannot move null_resource to toy_thing: .*terraform\.io\/builtin\/terraform.* import /),
    ]);
  });
});

describe('loading a state', () => {
  const rpc = [UpgradeResourceState_Request, UpgradeResourceState_Response] as const;
  const upgrade = async (state: unknown, version = 0) => {
    const { client } = await configuredToy();
    return client.call('UpgradeResourceState', rpc, { typeName: 'toy_thing', version, rawState: rawState(state) });
  };

  test('gives it the current shape', async () => {
    const { upgradedState } = await upgrade({ id: 'id-a', name: 'a', weight: 0.1, gone: true, part: [{ number: 1, gone: 2 }] });
    expect(toyValues(upgradedState)).toMatchObject({
      id: 'id-a',
      weight: 0.1,
      labels: null,
      box: null,
      part: [{ number: 1 }],
      sticker: [],
    });
    expect(toyValues(upgradedState)).not.toHaveProperty('gone');
  });

  test('refuses one that does not fit, without blaming a bug', async () => {
    expect(told((await upgrade({ name: ['a'] })).diagnostics)).toEqual([
      expect.stringMatching(/^error : The state of a toy_thing cannot be read: .*name: a string was expected, there is a list/),
    ]);
  });

  test.each([null, '', undefined])('refuses one that does not say which thing it is, without blaming a bug: id %p', async (id) => {
    const { upgradedState, diagnostics } = await upgrade({ id, name: 'a' });
    expect(upgradedState).toBeUndefined();
    expect(told(diagnostics)).toEqual([
      expect.stringMatching(/^error : The state of a toy_thing cannot be read: The state has no id\..*import it/),
    ]);
  });

  test('refuses one that a later version of the provider wrote, and says which to use', async () => {
    const { upgradedState, diagnostics } = await upgrade({ id: 'id-a', name: 'a' }, 99);
    expect(upgradedState).toBeUndefined();
    expect(told(diagnostics)).toEqual([
      expect.stringMatching(
        /^error : The state of a toy_thing is newer than this provider: .*version 99 .*Use the version of .* that wrote it/,
      ),
    ]);
  });
});

describe('data sources', () => {
  const rpc = [ReadDataSource_Request, ReadDataSource_Response] as const;

  test('are read, or say why not', async () => {
    const { client, store } = await configuredToy();
    store.write({ 'id-a': { name: 'a', size: 5 } });
    const schema = client.definition.dataSources[0]?.schema ?? client.definition.schema;
    const find = (name: string) => client.call('ReadDataSource', rpc, { typeName: 'toy_thing', config: dynamic(schema, { name }) });
    expect(values(schema, (await find('a')).state)).toEqual({ name: 'a', id: 'id-a', size: 5 });
    expect(told((await find('b')).diagnostics)).toEqual(['error name: No such thing: Nothing is named b.']);
  });
});
