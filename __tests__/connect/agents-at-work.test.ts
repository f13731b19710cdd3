import { idIn } from '../../connect/shapes/ids';
import { HOME_REGION, INSTANCE_ID, REPLICA_REGION } from '../support/connect/seed';
import { openEmulator, openPaced, type WithEmulator } from '../support/connect/emulator';
import { failureOf, valueOf } from '../support/connect/open';
import { eventually } from '../support/eventually';
import { ControlClient } from '../support/emulator/test-emulator';

const manyUsers = (service: WithEmulator, count: number): Promise<readonly string[]> =>
  new ControlClient(service.url).users({ count, instance: INSTANCE_ID });

const of = (userId: string, region = HOME_REGION) => ({ instanceId: INSTANCE_ID, userId: idIn(userId), region });

describe('what agents are at', () => {
  it('is told of agents who are signed in, in the Region where they are', async () => {
    await using service = await openEmulator();
    const [ada = '', bob = ''] = await manyUsers(service, 2);
    await new ControlClient(service.url).agent({ instance: INSTANCE_ID, user: ada, status: 'Available', contacts: [{ channel: 'CHAT' }] });
    const { agents } = service.gateway();
    expect(valueOf(await agents.atWork(of(ada)))?.contacts).toEqual([{ channel: 'CHAT', state: 'CONNECTED' }]);
    expect(valueOf(await agents.atWork(of(ada, REPLICA_REGION)))).toBeUndefined();
    expect(valueOf(await agents.atWork(of(bob)))).toBeUndefined();
  });

  it('is asked for all in one call who ask at once, a hundred at a time, whether some are gone or not', async () => {
    await using service = await openEmulator();
    const userIds = await manyUsers(service, 200);
    const { agents } = service.gateway();
    for (const outcome of await Promise.all(userIds.map((id) => agents.atWork(of(id))))) expect(valueOf(outcome)).toBeUndefined();
    expect(service.calls('GetCurrentUserData')).toHaveLength(2);

    const [ada = ''] = userIds;
    await new ControlClient(service.url).agent({ instance: INSTANCE_ID, user: ada, status: 'Break' });
    const [present, gone] = await Promise.all([agents.atWork(of(ada)), agents.atWork(of('nobody'))]);
    expect(valueOf(present)).toMatchObject({ contacts: [] });
    expect(valueOf(gone)).toBeUndefined();
  });

  it('is asked in the next call, together, for those who ask while one is under way', async () => {
    await using service = await openEmulator();
    const [ada = '', ...others] = await manyUsers(service, 4);
    const { agents } = service.gateway();
    const answers: Promise<unknown>[] = [];
    service.emulator.faults.add({ operation: 'GetCurrentUserData', hold: true });
    answers.push(agents.atWork(of(ada)));
    await eventually('the first call is held', () => Promise.resolve(service.emulator.faults.waiting === 1));
    for (const id of others) {
      answers.push(agents.atWork(of(id)));
      await new Promise(setImmediate);
    }
    service.emulator.faults.clear();
    await Promise.all(answers);
    expect(service.calls('GetCurrentUserData')).toHaveLength(2);
  });

  it('fails for all in a call alike, and for one whose time is up alone', async () => {
    await using service = await openEmulator();
    const [ada = '', bob = ''] = await manyUsers(service, 2);
    const stop = new AbortController();
    service.emulator.faults.add({ operation: 'GetCurrentUserData', hold: true });
    const first = service.gateway({ signal: stop.signal }).agents.atWork(of(ada));
    const second = service.gateway().agents.atWork(of(bob));
    await eventually('the call is held', () => Promise.resolve(service.emulator.faults.waiting === 1));
    stop.abort();
    expect(failureOf(await first).kind).toBe('cancelled');
    expect(valueOf(await second)).toBeUndefined();

    service.emulator.change({ deny: [{ operation: 'GetCurrentUserData' }] });
    const both = await Promise.all([ada, bob].map((id) => service.gateway().agents.atWork(of(id))));
    expect(both.map((outcome) => failureOf(outcome).kind)).toEqual(['denied', 'denied']);
  });

  it('is soon known of 200 agents at the documented rate', async () => {
    await using service = await openPaced({});
    const userIds = await manyUsers(service, 200);
    const begun = service.clock.now();
    await Promise.all(userIds.map((id) => service.gateway().agents.atWork(of(id))));
    expect(service.calls('GetCurrentUserData')).toHaveLength(2);
    expect(service.clock.now() - begun).toBeLessThan(5_000);
  });
});

it('a status is set, at once or when the contact is over, and names are found in the list of statuses', async () => {
  await using service = await openEmulator();
  const control = new ControlClient(service.url);
  const [ada = ''] = await manyUsers(service, 1);
  const { agents } = service.gateway();
  const statuses = valueOf(await agents.statuses(INSTANCE_ID));
  const offline = statuses.find(({ type }) => type === 'OFFLINE');
  expect(failureOf(await agents.setStatus(of(ada), offline?.id ?? '')).kind).toBe('invalid');
  await control.agent({ instance: INSTANCE_ID, user: ada, status: 'Available', contacts: [{}] });
  valueOf(await agents.setStatus(of(ada), offline?.id ?? ''));
  expect(valueOf(await agents.atWork(of(ada)))).toMatchObject({ nextStatus: 'Offline', contacts: [{ state: 'CONNECTED' }] });
  await control.agent({ instance: INSTANCE_ID, user: ada, status: 'Available' });
  expect(valueOf(await agents.atWork(of(ada)))).toEqual({ statusId: offline?.id, contacts: [] });
});
