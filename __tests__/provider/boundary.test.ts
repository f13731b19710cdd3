import { errorAt } from '../../custom-resources/contract/diagnostic';
import {
  ApplyResourceChange_Request,
  ApplyResourceChange_Response,
  GetFunctions_Request,
  GetFunctions_Response,
  GetMetadata_Request,
  GetMetadata_Response,
  GetProviderSchema_Request,
  GetProviderSchema_Response,
  GetResourceIdentitySchemas_Response,
  PlanResourceChange_Response,
  ReadResource_Request,
  ReadResource_Response,
} from '../../provider/proto/gen/tfplugin6';
import { ProviderClient, configuredToy, told, toy, toyValues } from '../support/provider/client';
import { apply, plan, read } from '../support/provider/rpcs';
import { toyProvider } from '../support/toy-provider/provider';
import { memoryStore } from '../support/toy-provider/store';

describe('a bug in the provider', () => {
  test('is told as one, with operation, type and stack, and without secrets', async () => {
    const { client } = await configuredToy();
    const { told } = await plan(client, { config: { name: 'explode', pin: '4711' } });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^error : This is a bug in the provider: PlanResourceChange of toy_thing failed/);
    expect(told[0]).toContain('Error: boom with (sensitive value)\n    at ');
    expect(told[0]).not.toContain('4711');
  });

  test('does not repeat the credentials of the provider either', async () => {
    const { client } = await configuredToy();
    await client.configure({ store: 'memory', token: 'boom with' });
    expect((await plan(client, { config: { name: 'explode' } })).told[0]).toContain('Error: (sensitive value) null\n');
  });

  test('repeats neither a secret of the request nor credentials that the provider found, in whatever a resource tells', async () => {
    const { client } = await configuredToy();
    const quoting = new ProviderClient({
      ...client.definition,
      configure: (config, host) => {
        host.keepSecret('FoundInTheEnvironment');
        return client.definition.configure(config, host);
      },
      resources: client.definition.resources.map((resource) => ({
        ...resource,
        check: () =>
          Promise.resolve([errorAt(['name'], 'Refused: 4711', `{"pin":"4711","token":"${btoa('FoundInTheEnvironment')}"}\u001b[2J`)]),
      })),
    });
    await quoting.configure({ store: 'memory' });
    expect((await plan(quoting, { config: { name: 'a', pin: '4711' } })).told).toEqual([
      'error name: Refused: (sensitive value): {"pin":"(sensitive value)","token":"(sensitive value)"}<U+001B>[2J',
    ]);
  });

  test('does not lose the state that was there', async () => {
    const { client } = await configuredToy();
    const broken = new ProviderClient({
      ...client.definition,
      resources: client.definition.resources.map((resource) => ({ ...resource, reconcile: () => Promise.resolve({}) })),
    });
    await broken.configure({ store: 'memory' });
    const prior = { id: 'id-a', name: 'a' };
    const answer = await apply(broken, { prior, config: prior, private: { made: true } });
    expect(answer).toMatchObject({ state: prior, private: { made: true } });
    expect(answer.told[0]).toContain('reconcile returned neither a state nor an error');
  });

  test.each([
    ['PlanResourceChange', PlanResourceChange_Response],
    ['GetResourceIdentitySchemas', GetResourceIdentitySchemas_Response],
  ] as const)('is told even when the request itself is unreadable: %s', async (operation, response) => {
    const { client } = await configuredToy();
    const answer = response.decode(await client.raw(operation, Uint8Array.of(0x0a, 0xff)));
    expect(told(answer.diagnostics)[0]).toContain(`${operation} failed`);
  });
});

describe('a provider that is not configured', () => {
  const client = () => new ProviderClient(toyProvider(memoryStore));
  const refusal = /^error : The provider is not configured: /;

  test('refuses to read, plan and apply', async () => {
    const state = { id: 'id-a', name: 'a' };
    expect((await read(client(), state)).told).toEqual([expect.stringMatching(refusal)]);
    expect((await plan(client(), { config: { name: 'a' } })).told).toEqual([expect.stringMatching(refusal)]);
    expect((await plan(client(), { prior: state, config: null })).told).toEqual([expect.stringMatching(refusal)]);
    const removal = await apply(client(), { prior: state, config: null });
    expect(removal).toMatchObject({ state, told: [expect.stringMatching(refusal)] });
  });

  test('is what a refused configuration leaves behind', async () => {
    const unhappy = client();
    const { diagnostics } = await unhappy.configure({ store: 'memory', token: 'wrong' });
    expect(told(diagnostics)).toEqual(['error token: Wrong token: Use the right one.']);
    expect((await plan(unhappy, { config: { name: 'a' } })).told).toEqual([expect.stringMatching(refusal)]);
  });
});

describe('what the provider offers', () => {
  test('is told in full, and in short', async () => {
    const { client } = await configuredToy();
    const serverCapabilities = { planDestroy: true, getProviderSchemaOptional: true, moveResourceState: true };
    const schema = await client.call('GetProviderSchema', [GetProviderSchema_Request, GetProviderSchema_Response], {});
    expect(Object.keys(schema.resourceSchemas)).toEqual(['toy_thing']);
    expect(Object.keys(schema.dataSourceSchemas)).toEqual(['toy_thing']);
    expect(schema).toMatchObject({ serverCapabilities, provider: { block: { description: 'A provider for tests.' } } });
    expect(await client.call('GetMetadata', [GetMetadata_Request, GetMetadata_Response], {})).toEqual({
      serverCapabilities,
      resources: [{ typeName: 'toy_thing' }],
      dataSources: [{ typeName: 'toy_thing' }],
      listResources: [{ typeName: 'toy_thing' }],
      diagnostics: [],
    });
    expect(await client.call('GetFunctions', [GetFunctions_Request, GetFunctions_Response], {})).toEqual({ diagnostics: [] });
  });

  test('refuses types that it does not have', async () => {
    const { client } = await configuredToy();
    const request = { typeName: 'toy_car', currentState: toy({ name: 'a' }), private: new Uint8Array() };
    const { diagnostics } = await client.call('ReadResource', [ReadResource_Request, ReadResource_Response], request);
    expect(told(diagnostics)[0]).toMatch(/^error : The provider has no resource toy_car: /);
  });

  test('keeps the state of a type that it does not have', async () => {
    const { client } = await configuredToy();
    const state = toy({ name: 'a' });
    const request = {
      typeName: 'toy_car',
      priorState: state,
      plannedState: toy(null),
      config: toy(null),
      plannedPrivate: new Uint8Array(),
    };
    const answer = await client.call('ApplyResourceChange', [ApplyResourceChange_Request, ApplyResourceChange_Response], request);
    expect(toyValues(answer.newState)).toMatchObject({ name: 'a' });
  });
});
