import { createServer } from 'node:net';
import { once } from 'node:events';
import { idIn } from '../../connect/shapes/ids';
import { failureOf, openAt, valueOf } from '../support/connect/open';
import { ok, refusal, startScriptedServer } from '../support/connect/scripted-server';
import { FakeClock } from '../support/clocks/fake-clock';

const USER = { instanceId: idIn('i-1'), userId: idIn('u-1') };
const EXPIRED = refusal(403, 'ExpiredTokenException', 'The security token included in the request is expired');
const thousand = Array.from({ length: 1000 }, (_, index) => ({ ...USER, userId: idIn(`u-${index}`) }));

/** An address of this computer where nobody listens. */
async function deserted(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
}

describe('credentials that AWS does not accept', () => {
  it('fail a thousand calls at once and alike, with a few requests', async () => {
    await using server = await startScriptedServer(...Array.from({ length: 10 }, () => EXPIRED));
    const { gateway } = await openAt(server.endpoint);
    const { users } = gateway();
    failureOf(await users.find(USER));
    const failures = (await Promise.all(thousand.map((user) => users.find(user)))).map(failureOf);
    expect(new Set(failures.map(({ kind, code, credentials }) => `${kind} ${code} ${credentials}`))).toEqual(
      new Set(['unauthenticated ExpiredTokenException the provider configuration (access_key)']),
    );
    expect(server.requests).toHaveLength(1);
  });

  it('are tried again after half a minute, since they may have been renewed', async () => {
    const clock = new FakeClock();
    await using server = await startScriptedServer(EXPIRED, ok());
    const { gateway } = await openAt(server.endpoint, {}, clock);
    failureOf(await gateway().users.updateHierarchy(USER, idIn('g-1')));
    await clock.advance(29_000);
    failureOf(await gateway().users.updateHierarchy(USER, idIn('g-1')));
    expect(server.requests).toHaveLength(1);
    await clock.advance(2_000);
    valueOf(await gateway().users.updateHierarchy(USER, idIn('g-1')));
  });

  it('do not touch calls to another Region, and a missing permission touches no other call', async () => {
    await using server = await startScriptedServer(EXPIRED, ok(), refusal(403, 'AccessDeniedException'), ok());
    const { gateway } = await openAt(server.endpoint);
    const { users } = gateway();
    failureOf(await users.updateHierarchy(USER, idIn('g-1')));
    valueOf(await users.updateHierarchy({ ...USER, region: 'us-west-2' }, idIn('g-1')));
    expect(failureOf(await users.updateHierarchy({ ...USER, region: 'us-west-2' }, idIn('g-1'))).kind).toBe('denied');
    valueOf(await users.updateHierarchy({ ...USER, region: 'us-west-2' }, idIn('g-1')));
  });
});

describe('an endpoint where nobody answers', () => {
  it('fails the first call without another try, names the host, and fails a thousand more at once', async () => {
    const endpoint = await deserted();
    const { gateway, log } = await openAt(endpoint);
    const { users } = gateway();
    expect(failureOf(await users.find(USER))).toMatchObject({
      kind: 'unreachable',
      code: 'ECONNREFUSED',
      host: endpoint.slice('http://'.length),
    });
    const failures = (await Promise.all(thousand.map((user) => users.find(user)))).map(failureOf);
    expect(new Set(failures.map(({ kind }) => kind))).toEqual(new Set(['unreachable']));
    expect(log.entries.filter(({ message }) => message === 'connect call')).toHaveLength(1);
  });

  it('fails after a few tries when connections break off before the first answer', async () => {
    await using server = await startScriptedServer(...Array.from({ length: 20 }, () => 'lose-answer' as const));
    const { gateway } = await openAt(server.endpoint);
    expect(failureOf(await gateway().users.find(USER)).kind).toBe('unreachable');
    expect(server.requests).toHaveLength(4);
  });

  it('is waited for when it answered before: a long apply survives a lost network', async () => {
    await using server = await startScriptedServer(ok(), ...Array.from({ length: 8 }, () => 'lose-answer' as const), ok());
    const { gateway } = await openAt(server.endpoint);
    const { users } = gateway();
    valueOf(await users.updateHierarchy(USER, idIn('g-1')));
    valueOf(await users.updateHierarchy(USER, idIn('g-2')));
    expect(server.requests).toHaveLength(10);
  });

  it('is told from a service that fails, which every call tries for itself', async () => {
    const failing = refusal(500, 'InternalServiceException');
    await using server = await startScriptedServer(failing, failing, ok());
    const { gateway } = await openAt(server.endpoint, { maxRetries: 1 });
    expect(failureOf(await gateway().users.updateHierarchy(USER, idIn('g-1'))).kind).toBe('unavailable');
    valueOf(await gateway().users.updateHierarchy(USER, idIn('g-1')));
  });
});
