import { getEventListeners } from 'node:events';
import { idIn } from '../../connect/shapes/ids';
import type { Gateway } from '../../connect/gateway';
import { HOME_REGION } from '../support/connect/seed';
import { openEmulator, samlUser, type WithEmulator } from '../support/connect/emulator';
import { failureOf, openAt, valueOf } from '../support/connect/open';
import { ok, refusal, startScriptedServer } from '../support/connect/scripted-server';
import { FakeClock } from '../support/clocks/fake-clock';

const USER = { instanceId: idIn('i-1'), userId: idIn('u-1') };
const NEW_USER = { instanceId: idIn('i-1'), username: 'jane', securityProfileIds: [idIn('s-1')], routingProfileId: idIn('r-1') };

describe('when Terraform asks the provider to stop', () => {
  it('a write that is under way is waited for, since its answer tells what exists', async () => {
    await using service = await openEmulator();
    service.emulator.faults.add({ operation: 'CreateUser', hold: true });
    const stop = new AbortController();
    const creating = service.gateway({ signal: stop.signal }).users.create(samlUser('jane'));
    await untilHeld(service);
    stop.abort();
    service.emulator.faults.clear();
    expect(valueOf(await creating).id).toBe(service.emulator.calls.list().at(-1)?.keys.userId);
  });

  it('a write that is never answered ends after a while, and is said to have perhaps taken effect', async () => {
    await using server = await startScriptedServer('never-answer');
    const stop = new AbortController();
    const { gateway } = await openAt(server.endpoint);
    const creating = gateway({ signal: stop.signal }).users.create(NEW_USER);
    await server.received(1);
    stop.abort();
    expect(failureOf(await creating)).toMatchObject({ kind: 'cancelled', operation: 'CreateUser', ambiguous: true });
  });

  it('a read that is under way ends at once', async () => {
    await using server = await startScriptedServer('never-answer');
    const stop = new AbortController();
    const { gateway } = await openAt(server.endpoint);
    const reading = gateway({ signal: stop.signal }).users.find(USER);
    await server.received(1);
    stop.abort();
    const failure = failureOf(await reading);
    expect(failure.kind).toBe('cancelled');
    expect(failure.ambiguous).toBeUndefined();
  });

  it('a list that somebody else reads is not waited for', async () => {
    await using server = await startScriptedServer('never-answer');
    const { gateway } = await openAt(server.endpoint);
    const [stop, stopOther] = [new AbortController(), new AbortController()];
    const reading = gateway({ signal: stopOther.signal }).quickConnects.search(idIn('i-1'));
    await server.received(1);
    const waiting = gateway({ signal: stop.signal }).quickConnects.search(idIn('i-1'));
    stop.abort();
    expect(failureOf(await waiting)).toMatchObject({ kind: 'cancelled', operation: 'SearchQuickConnects' });
    expect(server.requests).toHaveLength(1);
    stopOther.abort();
    expect(failureOf(await reading).kind).toBe('cancelled');
  });

  it('calls that wait for their turn end without being sent', async () => {
    await using server = await startScriptedServer(ok());
    const stop = new AbortController();
    const { gateway } = await openAt(server.endpoint, { rate: { requestsPerSecond: 0.005, burst: 1 } });
    const { users } = gateway({ signal: stop.signal });
    valueOf(await users.updateHierarchy(USER, idIn('g-1')));
    const waiting = Promise.all([users.updateHierarchy(USER, idIn('g-2')), users.updateHierarchy(USER, idIn('g-3'))]);
    stop.abort();
    const failures = (await waiting).map(failureOf);
    expect(failures.map(({ kind, ambiguous }) => [kind, ambiguous])).toEqual([
      ['cancelled', undefined],
      ['cancelled', undefined],
    ]);
    expect(server.requests).toHaveLength(1);
  });

  it('a call that waits for its next try ends at once, and keeps what an earlier try left open', async () => {
    await using server = await startScriptedServer('lose-answer', refusal(429, 'ThrottlingException'));
    const stop = new AbortController();
    const { gateway } = await openAt(server.endpoint);
    const creating = gateway({ signal: stop.signal }).users.create(NEW_USER);
    await server.received(2);
    stop.abort();
    expect(failureOf(await creating)).toMatchObject({ kind: 'cancelled', ambiguous: true });
  });

  it('nothing is sent any more', async () => {
    await using server = await startScriptedServer();
    const { gateway } = await openAt(server.endpoint);
    expect(failureOf(await gateway({ signal: AbortSignal.abort() }).users.delete(USER)).kind).toBe('cancelled');
    expect(server.requests).toEqual([]);
  });
});

async function untilHeld({ emulator }: WithEmulator): Promise<void> {
  while (emulator.faults.waiting === 0) await new Promise((resolve) => setImmediate(resolve));
}

describe('when the time of a scope is up', () => {
  it('a write that is under way is waited for a little longer, since its answer tells what exists', async () => {
    await using service = await openEmulator();
    const clock = new FakeClock();
    const { gateway } = await openAt(service.url, { region: HOME_REGION }, clock);
    service.emulator.faults.add({ operation: 'CreateUser', hold: true });
    const creating = gateway({ timeoutMs: 5_000 }).users.create(samlUser('jane'));
    await untilHeld(service);
    await clock.advance(5_001);
    service.emulator.faults.clear();
    expect(valueOf(await creating).id).toBe(service.emulator.calls.list().at(-1)?.keys.userId);
  });

  it('fails a call that is under way as unavailable, and says that it may have taken effect', async () => {
    await using server = await startScriptedServer('never-answer');
    const { gateway } = await openAt(server.endpoint);
    const failure = failureOf(await gateway({ timeoutMs: 5_000 }).users.delete(USER));
    expect(failure).toMatchObject({ kind: 'unavailable', code: 'DeadlineExceeded', ambiguous: true });
  });

  it('fails a call at once whose turn cannot come in time, as throttled', async () => {
    await using server = await startScriptedServer(ok());
    const { gateway } = await openAt(server.endpoint, { operationRates: { UpdateUserHierarchy: { requestsPerSecond: 0.01, burst: 1 } } });
    const { users }: Gateway = gateway({ timeoutMs: 30_000 });
    valueOf(await users.updateHierarchy(USER, idIn('g-1')));
    expect(failureOf(await users.updateHierarchy(USER, idIn('g-2')))).toMatchObject({ kind: 'throttled', code: 'DeadlineExceeded' });
    expect(server.requests).toHaveLength(1);
  });

  it('can be a very long time', async () => {
    await using server = await startScriptedServer(ok());
    const { gateway } = await openAt(server.endpoint);
    valueOf(await gateway({ timeoutMs: 10 * 365 * 86_400_000 }).users.updateHierarchy(USER, idIn('g-1')));
  });
});

describe('calls that are over', () => {
  it('leave no listener on the signal of Terraform, and no timer when it asks to stop', async () => {
    await using server = await startScriptedServer(...Array.from({ length: 20 }, () => ok()));
    const stop = new AbortController();
    const clock = new FakeClock();
    const { gateway } = await openAt(server.endpoint, { rate: { requestsPerSecond: 1000, burst: 1000 } }, clock);
    const { users } = gateway({ signal: stop.signal });
    for (let index = 0; index < 20; index += 1) valueOf(await users.updateHierarchy(USER, idIn(`g-${index}`)));
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
    stop.abort();
    expect(clock.sleeping).toBe(0);
  });
});
