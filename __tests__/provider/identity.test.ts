import { UNKNOWN, type Value, type Values } from '../../custom-resources/contract/value';
import { decodeValue, encodeValue } from '../support/provider/codec';
import {
  ApplyResourceChange_Request,
  ApplyResourceChange_Response,
  GetResourceIdentitySchemas_Request,
  GetResourceIdentitySchemas_Response,
  ImportResourceState_Request,
  ImportResourceState_Response,
  PlanResourceChange_Request,
  PlanResourceChange_Response,
  ReadResource_Request,
  ReadResource_Response,
  type ResourceIdentityData,
  UpgradeResourceIdentity_Request,
  UpgradeResourceIdentity_Response,
} from '../../provider/proto/gen/tfplugin6';
import { configuredToy, told, toy, toyValues } from '../support/provider/client';

const TYPE = ['object', { id: 'string', seen: 'string' }] as const;
const data = (identity: Values): ResourceIdentityData => ({ identityData: { msgpack: encodeValue(TYPE, identity) } });
const shown = (identity: ResourceIdentityData | undefined): Value | undefined =>
  identity?.identityData && decodeValue(TYPE, identity.identityData.msgpack);

const typeName = 'toy_thing';
const none = new Uint8Array();
const A = { id: 'id-a', name: 'a', size: 1, size_seen: 1 };

async function toyWith(things: Readonly<Record<string, { name: string; size: number }>> = {}) {
  const { client, store } = await configuredToy();
  store.write(things);
  return {
    store,
    read: (state: Values, currentIdentity?: ResourceIdentityData) =>
      client.call('ReadResource', [ReadResource_Request, ReadResource_Response], {
        typeName,
        currentState: toy(state),
        private: none,
        currentIdentity,
      }),
    plan: (prior: Values | null, config: Values | null, priorIdentity?: ResourceIdentityData) =>
      client.call('PlanResourceChange', [PlanResourceChange_Request, PlanResourceChange_Response], {
        typeName,
        priorState: toy(prior),
        proposedNewState: toy(config),
        config: toy(config),
        priorPrivate: none,
        priorIdentity,
      }),
    apply: (prior: Values | null, config: Values | null, plannedIdentity?: ResourceIdentityData) =>
      client.call('ApplyResourceChange', [ApplyResourceChange_Request, ApplyResourceChange_Response], {
        typeName,
        priorState: toy(prior),
        plannedState: toy(config && { ...config, id: prior?.['id'] ?? UNKNOWN, size_seen: UNKNOWN }),
        config: toy(config),
        plannedPrivate: none,
        plannedIdentity,
      }),
    importBy: (identity: Values) =>
      client.call('ImportResourceState', [ImportResourceState_Request, ImportResourceState_Response], {
        typeName,
        id: '',
        identity: data(identity),
      }),
    importById: (id: string) =>
      client.call('ImportResourceState', [ImportResourceState_Request, ImportResourceState_Response], { typeName, id }),
    upgrade: (json: string, version = 0) =>
      client.call('UpgradeResourceIdentity', [UpgradeResourceIdentity_Request, UpgradeResourceIdentity_Response], {
        typeName,
        version,
        rawIdentity: { json: Buffer.from(json) },
      }),
    schemas: () => client.call('GetResourceIdentitySchemas', [GetResourceIdentitySchemas_Request, GetResourceIdentitySchemas_Response], {}),
  };
}

describe('the identity of a resource', () => {
  test('has a schema of its own, which says what an import needs', async () => {
    const { identitySchemas } = await (await toyWith()).schemas();
    expect(Object.keys(identitySchemas)).toEqual(['toy_thing']);
    const { version, identityAttributes } = identitySchemas['toy_thing'] ?? { version: -1, identityAttributes: [] };
    expect(version).toBe(0);
    expect(
      identityAttributes.map((one) => [one.name, Buffer.from(one.type).toString(), one.requiredForImport, one.optionalForImport]),
    ).toEqual([
      ['id', '"string"', true, false],
      ['seen', '"string"', false, true],
    ]);
  });

  test('is filled by the next refresh of a state that was written before there were identities', async () => {
    const { read } = await toyWith({ 'id-a': { name: 'a', size: 1 } });
    expect(shown((await read(A)).newIdentity)).toEqual({ id: 'id-a', seen: '1' });
  });

  test('stays as Terraform has it while the thing is the same, whatever else changes', async () => {
    const { read, plan, apply } = await toyWith({ 'id-a': { name: 'a', size: 5 } });
    const known = data({ id: 'id-a', seen: null });
    expect(shown((await read(A, known)).newIdentity)).toEqual({ id: 'id-a', seen: null });
    expect(shown((await plan(A, { name: 'a', size: 2 }, known)).plannedIdentity)).toEqual({ id: 'id-a', seen: null });
    expect(shown((await apply(A, { name: 'a', size: 2 }, known)).newIdentity)).toEqual({ id: 'id-a', seen: null });
    expect(shown((await plan(A, null, known)).plannedIdentity)).toEqual({ id: 'id-a', seen: null });
  });

  test('is told anew where the thing is another', async () => {
    const { read } = await toyWith({ 'id-a': { name: 'a', size: 1 } });
    expect(shown((await read(A, data({ id: 'id-b', seen: '1' }))).newIdentity)).toEqual({ id: 'id-a', seen: '1' });
  });

  test('is known after apply for what is to be made, and known afterwards', async () => {
    const { plan, apply } = await toyWith();
    const { plannedIdentity } = await plan(null, { name: 'a', size: 1 });
    expect(shown(plannedIdentity)).toEqual({ id: UNKNOWN, seen: UNKNOWN });
    expect(shown((await apply(null, { name: 'a', size: 1 }, plannedIdentity)).newIdentity)).toEqual({ id: 'id-a', seen: '1' });
  });

  test('ends with the thing', async () => {
    const { read, apply } = await toyWith();
    expect((await read(A, data({ id: 'id-a', seen: null }))).newIdentity).toBeUndefined();
    expect((await apply(A, null, data({ id: 'id-a', seen: null }))).newIdentity).toBeUndefined();
  });

  test('survives a read that fails and a removal that does', async () => {
    const { read, apply } = await toyWith();
    const known = data({ id: 'id-a', seen: null });
    expect(shown((await read({ ...A, name: 'unreadable' }, known)).newIdentity)).toEqual({ id: 'id-a', seen: null });
    expect(shown((await apply({ ...A, name: 'stuck' }, null, known)).newIdentity)).toEqual({ id: 'id-a', seen: null });
  });
});

describe('an import by identity', () => {
  test('begins with the state that an import by id begins with, and says which thing it is', async () => {
    const { importBy } = await toyWith();
    const { importedResources, diagnostics } = await importBy({ id: 'id-a', seen: null });
    expect(told(diagnostics)).toEqual([]);
    expect([toyValues(importedResources[0]?.state)?.['id'], shown(importedResources[0]?.identity)]).toEqual([
      'id-a',
      { id: 'id-a', seen: null },
    ]);
  });

  test('refuses an identity that is incomplete or wrong, by the names of its attributes', async () => {
    const { importBy } = await toyWith();
    for (const [id, problem] of [
      [null, 'id is required. Set it.'],
      ['a', 'id must be id-name.'],
    ] as const) {
      const { importedResources, diagnostics } = await importBy({ id, seen: '1' });
      expect(importedResources).toEqual([]);
      expect(told(diagnostics)).toEqual([`error : The id of the import identity is not one: ${problem}`]);
    }
  });

  test('leaves it to the read to identify what is imported by its id', async () => {
    const { importById } = await toyWith();
    expect((await importById('id-a')).importedResources[0]?.identity).toBeUndefined();
  });
});

describe('an identity in a state file', () => {
  test('is taken in the shape of this version', async () => {
    const { upgrade } = await toyWith();
    expect(shown((await upgrade('{"id":"id-a","colour":"red"}')).upgradedIdentity)).toEqual({ id: 'id-a', seen: null });
    expect((await upgrade('null')).upgradedIdentity).toBeUndefined();
  });

  test('of another shape is refused with what to do', async () => {
    const { upgrade } = await toyWith();
    const { upgradedIdentity, diagnostics } = await upgrade('{"id":7}', 3);
    expect(upgradedIdentity).toBeUndefined();
    expect(told(diagnostics)).toEqual([expect.stringContaining('version 3 of its schema') as string]);
    expect(told(diagnostics)[0]).toContain('import it again');
  });
});
