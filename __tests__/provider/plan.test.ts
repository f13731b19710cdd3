import { UNKNOWN } from '../../custom-resources/contract/value';
import { configuredToy } from '../support/provider/client';
import { apply, plan, read } from '../support/provider/rpcs';

describe('planning', () => {
  test('a creation leaves what the provider computes unknown', async () => {
    const { client } = await configuredToy();
    const { state, replace, told } = await plan(client, { config: { name: 'a', size: 2 } });
    expect(state).toMatchObject({ id: UNKNOWN, name: 'a', size: 2, size_seen: UNKNOWN, box: null, part: [] });
    expect({ replace, told }).toEqual({ replace: [], told: [] });
  });

  test('an update keeps what is known, and the private data', async () => {
    const { client } = await configuredToy();
    const prior = { id: 'id-a', name: 'a', size: 1, size_seen: 1 };
    const planned = await plan(client, { prior, config: { name: 'a', size: 2 }, private: { made: true } });
    expect(planned.state).toMatchObject({ id: 'id-a', size: 2, size_seen: UNKNOWN });
    expect(planned.private).toMatchObject({ made: true });
  });

  test('a change that Connect has no operation for replaces', async () => {
    const { client } = await configuredToy();
    const prior = { id: 'id-a', name: 'a' };
    expect((await plan(client, { prior, config: { name: 'b' } })).replace).toEqual(['name']);
  });

  test('write-only values never enter the plan', async () => {
    const { client } = await configuredToy();
    const { state } = await plan(client, { config: { name: 'a', secret_wo: 'hunter2' } });
    expect(state).toMatchObject({ secret_wo: null });
  });

  test('a removal plans nothing, and is still checked', async () => {
    const { client } = await configuredToy();
    expect(await plan(client, { prior: { id: 'id-a', name: 'a' }, config: null })).toMatchObject({ state: null, told: [] });
    const sticky = await plan(client, { prior: { id: 'id-s', name: 'sticky' }, config: null });
    expect(sticky.told).toEqual(['error : Refused: Not no sticky.']);
  });

  test('a connection that is lost is told once, where a read told of it and the check of a removal fails with it too', async () => {
    const { client } = await configuredToy();
    const prior = { id: 'id-a', name: 'adrift' };
    expect((await read(client, prior)).told).toEqual(['error : Adrift: Nobody reads.']);
    expect((await plan(client, { prior, config: null })).told).toEqual([]);
  });

  test('what Connect would refuse is refused already', async () => {
    const { client } = await configuredToy();
    expect((await plan(client, { config: { name: 'refused' } })).told).toEqual(['error name: Refused: Not refused.']);
  });

  test('what the plan checked is not checked again by the apply, whose first resources are planned before it shows', async () => {
    const { client } = await configuredToy();
    const planned = plan(client, { config: { name: 'looked for' } });
    await apply(client, { config: { name: 'a' } });
    expect((await planned).told).toEqual([]);
    expect((await plan(client, { config: { name: 'refused' } })).told).toEqual([]);
    await client.configure({ store: 'memory' });
    expect((await plan(client, { config: { name: 'refused' } })).told).toEqual(['error name: Refused: Not refused.']);
  });

  test('nothing is looked up, and nothing compared, where the provider is not to check plans', async () => {
    const { client } = await configuredToy();
    await client.configure({ store: 'memory', token: 'unchecked' });
    expect((await plan(client, { config: { name: 'refused' } })).told).toEqual([]);
    for (const name of ['only one', 'only one']) expect((await plan(client, { config: { name } })).told).toEqual([]);
  });

  test('a thing that two resources declare is refused at the attribute that names it', async () => {
    const { client } = await configuredToy();
    expect((await plan(client, { config: { name: 'only one' } })).told).toEqual([]);
    expect((await plan(client, { config: { name: 'only one' } })).told).toEqual([
      expect.stringMatching(/^error name: Declared twice: .* declare the toy "only one"\./),
    ]);
  });

  test('what holds the name in the state is known to the plan of a tainted resource', async () => {
    const { client, store } = await configuredToy();
    store.write({ 'id-t': { name: 'only tainted', size: 1 } });
    await read(client, { id: 'id-t', name: 'only tainted' });
    expect((await plan(client, { config: { name: 'only tainted' } })).told).toEqual(['warning : Replaced: In the state as id-t.']);
  });

  test('diagnostics point into maps by their keys', async () => {
    const { client } = await configuredToy();
    const { told } = await plan(client, { config: { name: 'loud', labels: { 'a.b': 'x' } } });
    expect(told).toEqual(['error labels.a.b: Loud: settings known']);
  });

  test('nothing is looked up while the provider itself is not known', async () => {
    const { client } = await configuredToy();
    await client.configure({ store: UNKNOWN });
    expect((await plan(client, { config: { name: 'refused' } })).told).toEqual([]);
    expect((await plan(client, { config: { name: 'loud' } })).told).toEqual(['error labels.a.b: Loud: settings unknown']);
  });
});

describe('planning for a destroy', () => {
  const refused = { config: { name: 'refused' } };
  const loud = { config: { name: 'loud' } };
  const sticky = { prior: { id: 'id-s', name: 'sticky' }, config: null };

  test('says nothing against what is declared, for nothing of it is applied, and warns where it destroys', async () => {
    const { client } = await configuredToy('destroy');
    expect([(await plan(client, refused)).told, (await plan(client, loud)).told]).toEqual([[], []]);
    for (const name of ['only one', 'only one']) expect((await plan(client, { config: { name } })).told).toEqual([]);
    expect((await plan(client, sticky)).told).toEqual(['warning : Refused: Not no sticky.']);
  });

  test('does not check again what is applied from a saved plan', async () => {
    const { client } = await configuredToy('saved plan');
    expect([(await plan(client, refused)).told, (await plan(client, sticky)).told]).toEqual([[], []]);
  });

  test('warns of what a check finds where it cannot be known whether Terraform destroys', async () => {
    const { client } = await configuredToy('unknown');
    expect((await plan(client, refused)).told).toEqual(['warning name: Refused: Not refused.']);
    expect((await plan(client, sticky)).told).toEqual(['warning : Refused: Not no sticky.']);
  });
});
