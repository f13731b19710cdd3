import { type Outcome, succeeded } from '../../../../connect/failure';
import type { AgentAtWork } from '../../../../connect/gateway';
import { removeUser } from '../../../../custom-resources/user/removal/remove';
import type { UserState } from '../../../../custom-resources/user/schema';
import { type Answers, answers, fakeConnect, found, refuses } from '../../../support/custom-resources/connect';
import { testContext } from '../../../support/custom-resources/context';
import { INSTANCE_ID, REGION, USER_ID } from '../../../support/custom-resources/ids';
import { AGENT } from '../../../support/custom-resources/users';

const AVAILABLE = { id: 'available', name: 'Available', type: 'ROUTABLE' };
const OFFLINE = { id: 'offline', name: 'Offline', type: 'OFFLINE' };
const BREAK = { id: 'break', name: 'Break', type: 'CUSTOM' };
const STATUSES = found([AVAILABLE, OFFLINE, BREAK]);
const USER = { instanceId: INSTANCE_ID, userId: USER_ID, region: REGION };

const call = (state = 'CONNECTED') => ({ channel: 'VOICE', state });
const at = (statusId: string, ...contacts: AgentAtWork['contacts']): AgentAtWork => ({ statusId, contacts });
const thenOffline = (...contacts: AgentAtWork['contacts']): AgentAtWork => ({ ...at('available', ...contacts), nextStatus: 'Offline' });
const seen = (...agents: readonly (AgentAtWork | undefined)[]): Outcome<AgentAtWork | undefined>[] =>
  agents.map((agent) => succeeded(agent));

function removal(scripted: Answers, state: Partial<UserState> = {}) {
  const connect = fakeConnect({ ...scripted, agents: { statuses: STATUSES, ...scripted.agents } });
  const context = testContext(connect);
  const removed = removeUser(
    { connect, context, deadline: context.clock.now() + 20 * 60_000 },
    { ...AGENT, drain_on_delete: '10m', ...state },
    {},
  );
  return { connect, context, removed };
}

async function remove(scripted: Answers, state: Partial<UserState> = {}) {
  const { connect, context, removed } = removal(scripted, state);
  const begun = context.clock.now();
  const result = await context.clock.run(removed);
  return { connect, result, waitedMs: context.clock.now() - begun, statuses: connect.given('setStatus').map(([, status]) => status) };
}

describe('before a user is deleted', () => {
  it('nobody is looked for unless that is declared', async () => {
    const { connect } = await remove({}, { drain_on_delete: null });
    expect(connect.called).not.toContain('atWork');
  });

  it('an agent who is not signed in is not waited for', async () => {
    const { connect, result, waitedMs } = await remove({});
    expect(connect.called.slice(0, 3)).toEqual(['find', 'atWork', 'listForUser']);
    expect({ result, waitedMs }).toEqual({ result: {}, waitedMs: 0 });
  });

  it('an agent who is free gets no new contact: it is Offline when it is deleted', async () => {
    const { connect, result, waitedMs } = await remove({
      agents: { atWork: answers(...seen(at('available'), at('offline'))) },
    });
    expect(connect.called.slice(1, 5)).toEqual(['atWork', 'statuses', 'setStatus', 'atWork']);
    expect(connect.given('setStatus')).toEqual([[USER, 'offline']]);
    expect({ result, waitedMs }).toEqual({ result: {}, waitedMs: 0 });
  });

  it('a call that came in at the last moment is waited for', async () => {
    const { result, waitedMs, connect } = await remove({
      agents: { atWork: answers(...seen(at('available'), thenOffline(call()), at('offline'))) },
    });
    expect(result).toEqual({});
    expect(waitedMs).toBe(1_000);
    expect(connect.called.at(-1)).toBe('delete');
  });

  it('contacts and the work after them are waited for, and the status is set once', async () => {
    const { result, statuses, waitedMs } = await remove({
      agents: {
        atWork: answers(
          ...seen(
            at('available', call()),
            at('available', call()),
            thenOffline(call('CONNECTED_ONHOLD')),
            thenOffline(call('ENDED')),
            at('offline'),
          ),
        ),
      },
    });
    expect(result).toEqual({});
    expect(statuses).toEqual(['offline']);
    expect(waitedMs).toBe(1_000 + 2_000 + 4_000);
  });

  it('a contact that was missed keeps nobody', async () => {
    const { result, waitedMs } = await remove({ agents: { atWork: found(at('offline', call('MISSED'), call('REJECTED'))) } });
    expect({ result, waitedMs }).toEqual({ result: {}, waitedMs: 0 });
  });

  it('an agent who goes back to work is set Offline again', async () => {
    const { statuses, result } = await remove({
      agents: { atWork: answers(...seen(at('available'), at('available'), at('available'), at('offline'))) },
    });
    expect(result).toEqual({});
    expect(statuses).toEqual(['offline', 'offline']);
  });

  it('an agent who signs out meanwhile is deleted', async () => {
    const { result } = await remove({
      agents: { atWork: answers(...seen(at('available', call()), undefined)), setStatus: refuses('invalid') },
    });
    expect(result).toEqual({});
  });

  it('every Region of the instance is looked at', async () => {
    const regions = [REGION, 'us-west-2'];
    const { connect } = await remove({
      instances: { find: found({ id: INSTANCE_ID, arn: 'arn', identityManagement: 'SAML', regions }) },
    });
    expect(connect.given('atWork')).toEqual(regions.map((region) => [{ ...USER, region }]));
  });
});

describe('at the end of the time', () => {
  const endless: Answers = { agents: { atWork: answers(...seen(at('break', call()), thenOffline(call()))) } };

  it('the user is kept, with its status, and the apply fails', async () => {
    const { connect, result, statuses, waitedMs } = await remove(endless);
    expect(result.diagnostics).toMatchObject([{ severity: 'error', summary: `The user "${AGENT.name}" is still at work` }]);
    expect(result.diagnostics?.[0]?.detail).toContain('on VOICE (CONNECTED)');
    expect(statuses).toEqual(['offline', 'break']);
    expect(connect.called).not.toContain('delete');
    expect(waitedMs).toBeGreaterThan(9 * 60_000);
    expect(waitedMs).toBeLessThanOrEqual(10 * 60_000);
  });

  it('the user is deleted, where that is the choice, and it is told', async () => {
    const { connect, result } = await remove(endless, { on_drain_timeout: 'delete' });
    expect(result.diagnostics).toMatchObject([{ severity: 'warning', summary: 'Deleted while at work' }]);
    expect(connect.called).toContain('delete');
  });
});

describe('an agent who is not deleted after all has its status back', () => {
  it('when Terraform is asked to stop', async () => {
    const { connect, context, removed } = removal({
      agents: { atWork: answers(...seen({ ...at('available', call()), nextStatus: 'Break' }, thenOffline(call()))) },
    });
    await context.clock.advance(5_000);
    context.stop();
    const result = await context.clock.run(removed);
    expect(result.diagnostics).toMatchObject([{ severity: 'error', failure: 'cancelled' }]);
    expect(connect.given('setStatus').map(([, status]) => status)).toEqual(['offline', 'break']);
    expect(connect.called).not.toContain('delete');
  });

  it('when the deletion fails', async () => {
    const { statuses, result } = await remove({
      users: { delete: refuses('denied') },
      agents: { atWork: answers(...seen(at('available'), at('offline'))) },
    });
    expect(result.diagnostics).toHaveLength(1);
    expect(statuses).toEqual(['offline', 'available']);
  });

  it('or it is told that it stays Offline', async () => {
    const { result } = await remove({
      users: { delete: refuses('denied') },
      agents: {
        atWork: answers(...seen(at('available'), at('offline'))),
        setStatus: answers(succeeded(undefined), await refuses('denied')()),
      },
    });
    expect(result.diagnostics).toMatchObject([{ severity: 'error', detail: expect.stringContaining('The agent is left Offline') }]);
  });
});

it.each<[string, Answers]>([
  ['what the agent is at', { agents: { atWork: refuses('denied') } }],
  ['the statuses', { agents: { atWork: found(at('available')), statuses: refuses('denied') } }],
  ['the status', { agents: { atWork: found(at('available')), setStatus: refuses('denied') } }],
  ['a status of the type OFFLINE', { agents: { atWork: found(at('available')), statuses: found([AVAILABLE]) } }],
])('deletes nobody where it cannot read or set %s', async (_, scripted) => {
  const { connect, result } = await remove(scripted);
  expect(result.diagnostics).toMatchObject([{ severity: 'error' }]);
  expect(connect.called).not.toContain('delete');
});
