import { failed, type Outcome, succeeded } from '../../../connect/failure';
import type { QuickConnectSettings } from '../../../connect/gateway';
import { takingOver } from '../../../custom-resources/user/succession/take-over';
import { type Answers, fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { type TestContext, testContext } from '../../support/custom-resources/context';
import { AGENT } from '../../support/custom-resources/users';

const NAMES = ['ada', 'bob', 'cleo'];

/** Users whom one apply makes at once, and what happened in which order. CreateUser takes so many seconds. */
async function makeAtOnce(quickConnects: Answers['quickConnects'], { seconds = 1, refused = '' } = {}) {
  const events: string[] = [];
  const tagged = quickConnects?.tagged ?? found([]);
  const connect = fakeConnect({ quickConnects: { ...quickConnects, tagged: (...given) => (events.push('asked'), tagged(...given)) } });
  const context = testContext(connect);
  const make = (name: string) =>
    takingOver({ connect, context, deadline: context.clock.now() + 60_000 }, { ...AGENT, name }, async (answered) => {
      events.push(`CreateUser ${name}`);
      await context.clock.sleep(seconds * 1000);
      answered();
      if (name === refused) return { diagnostics: [{ severity: 'error', summary: 'no', detail: '' }] };
      await context.clock.sleep(1000);
      events.push(`made ${name}`);
      return { state: { ...AGENT, name, user_id: name } };
    });
  const results = await context.clock.run(Promise.all(NAMES.map(make)));
  return { events, results, context };
}

describe('users that are made at once', () => {
  it('wait for the CreateUser of the first, and not for what follows it; then each asks what is promised', async () => {
    const { events } = await makeAtOnce({});
    expect(events).toEqual([
      'CreateUser ada',
      'asked',
      'asked',
      'CreateUser bob',
      'CreateUser cleo',
      'made ada',
      'asked',
      'made bob',
      'made cleo',
    ]);
  });

  it('are made without the first, where that is refused', async () => {
    const { events, results } = await makeAtOnce({}, { refused: 'ada' });
    expect(events.filter((event) => event.startsWith('made'))).toEqual(['made bob', 'made cleo']);
    expect(results.map(({ state }) => state?.name)).toEqual([undefined, 'bob', 'cleo']);
  });

  it('are not made where nobody knows what is promised, but for the first, which is tainted', async () => {
    const { events, results } = await makeAtOnce({ tagged: refuses('unavailable') });
    expect(events.filter((event) => event.startsWith('CreateUser'))).toEqual(['CreateUser ada']);
    expect(results).toMatchObject([
      { state: { name: 'ada' }, diagnostics: [{ severity: 'error', detail: expect.stringContaining('tainted') }] },
      { diagnostics: [{ severity: 'error', detail: expect.not.stringContaining('tainted') }] },
      { diagnostics: [{ severity: 'error', detail: expect.not.stringContaining('tainted') }] },
    ]);
  });

  it('leave the first whole when Terraform asks to stop meanwhile: its search goes on', async () => {
    const stopped = (await refuses('cancelled')()) as Outcome<never>;
    let searches = 0;
    const tagged = () =>
      Promise.resolve((searches += 1) === 1 && !stopped.ok ? failed(stopped.failure) : succeeded<readonly QuickConnectSettings[]>([]));
    const context: TestContext = testContext(fakeConnect({ quickConnects: { tagged } }));
    const opened = jest.spyOn(context, 'connect');
    const connect = context.connect({ timeoutMs: 1 });
    context.stop();
    const make = takingOver({ connect, context, deadline: context.clock.now() + 60_000 }, AGENT, () => Promise.resolve({ state: AGENT }));
    expect(await context.clock.run(make)).toEqual({ state: AGENT, diagnostics: [] });
    expect(opened.mock.lastCall?.[0].signal?.aborted).toBe(false);
  });
});
