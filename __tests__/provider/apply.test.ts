import { configuredToy } from '../support/provider/client';
import { apply } from '../support/provider/rpcs';

const made = { id: 'id-a', name: 'a', size: 1, size_seen: 1 };

describe('applying', () => {
  test('a creation gives the state of what was made', async () => {
    const { client, store } = await configuredToy();
    const { state, private: data, told } = await apply(client, { config: { name: 'a', size: 2, secret_wo: 'hunter2' } });
    expect(state).toMatchObject({ id: 'id-a', size_seen: 2, secret_wo: null });
    expect(data).toEqual({ made: true });
    expect(told).toEqual([]);
    expect(store.read()).toMatchObject({ 'id-a': { size: 2, secret: 'hunter2' } });
  });

  test('a creation that fails halfway keeps what was made, with the error', async () => {
    const { client } = await configuredToy();
    const answer = await apply(client, { config: { name: 'partial' } });
    expect(answer).toMatchObject({ state: { id: 'id-partial' }, private: { tries: 1 }, told: ['error size: Half done: The rest failed.'] });
  });

  test('a creation that makes nothing leaves nothing', async () => {
    const { client } = await configuredToy();
    expect(await apply(client, { config: { name: 'impossible' } })).toMatchObject({
      state: null,
      private: {},
      told: ['error : Impossible: Nothing was made.'],
    });
  });

  test('an update that changes nothing leaves what was there', async () => {
    const { client } = await configuredToy();
    const answer = await apply(client, { prior: made, config: { ...made, name: 'impossible' }, private: { made: true } });
    expect(answer).toMatchObject({ state: made, private: { made: true } });
  });

  test('a removal leaves nothing', async () => {
    const { client, store } = await configuredToy();
    const { state } = await apply(client, { config: { name: 'a' } });
    expect(await apply(client, { prior: state, config: null })).toEqual({ state: null, private: {}, told: [] });
    expect(store.read()).toEqual({});
  });

  test('a removal leaves alone what this process made, and says so', async () => {
    const { client, store } = await configuredToy();
    const { state } = await apply(client, { config: { name: 'only one' } });
    const removed = await apply(client, { prior: state, config: null });
    expect(removed).toMatchObject({ state: null, told: [expect.stringMatching(/^warning : Kept: .*the toy "only one"/)] });
    expect(store.read()).toHaveProperty(['id-only one']);
  });

  test('a replacement by the same thing is an update, of which nothing is lost when it fails', async () => {
    const { client, store } = await configuredToy();
    for (const name of ['only one', 'only impossible']) {
      const prior = { ...made, id: `old ${name}`, name };
      const removed = await apply(client, { prior, config: null, private: { $planned: prior.id } });
      expect(removed).toMatchObject({ state: null, told: [expect.stringMatching(/^warning : Kept: /)] });
      const again = await apply(client, { config: { name, size: 2 } });
      expect(again.state).toMatchObject({ id: prior.id, size: name === 'only one' ? 2 : 1 });
    }
    expect(Object.keys(store.read())).toEqual(['old only one']);
    const removed = await apply(client, {
      prior: { ...made, id: 'old only two', name: 'only two' },
      config: null,
      private: { $planned: 'another' },
    });
    expect(removed).toMatchObject({ state: null, told: [] });
  });

  test('a removal that fails leaves what was there', async () => {
    const { client } = await configuredToy();
    const prior = { ...made, name: 'stuck' };
    expect(await apply(client, { prior, config: null, private: { made: true } })).toMatchObject({
      state: prior,
      private: { made: true },
      told: ['error : Stuck: It does not go.'],
    });
  });

  test.each([
    ['Terraform asks to stop', 'stop', 'Error: Terraform asked the provider to stop'],
    ['the request is cancelled', 'cancel', 'gone'],
  ])('ends early when %s, with the truth', async (_name, how, reason) => {
    const { client, store } = await configuredToy();
    const request = new AbortController();
    const running = apply(client, { config: { name: 'slow' }, signal: request.signal });
    while (!store.read()['id-slow']) await new Promise(setImmediate);
    if (how === 'stop') await client.raw('StopProvider', new Uint8Array());
    else request.abort('gone');
    expect(await running).toMatchObject({ state: { id: 'id-slow' }, told: [`error : Stopped: ${reason}`] });
  });

  test('ends at once after a stop, until the provider is configured anew', async () => {
    const { client, store } = await configuredToy();
    await client.raw('StopProvider', new Uint8Array());
    expect((await apply(client, { config: { name: 'slow' } })).told).toEqual([
      'error : Stopped: Error: Terraform asked the provider to stop',
    ]);
    await client.configure({ store: 'memory' });
    store.write({});
    const request = new AbortController();
    const running = apply(client, { config: { name: 'slow' }, signal: request.signal });
    while (!store.read()['id-slow']) await new Promise(setImmediate);
    request.abort('gone');
    expect((await running).told).toEqual(['error : Stopped: gone']);
  });
});
