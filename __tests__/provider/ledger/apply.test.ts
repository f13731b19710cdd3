import type { Diagnostic } from '../../../custom-resources/contract/diagnostic';
import type { Reconciliation, Removal } from '../../../custom-resources/contract/resource';
import { UNKNOWN, type Values } from '../../../custom-resources/contract/value';
import { ProcessLedger } from '../../../provider/ledger/ledger';
import { agents, members, teams } from './resources';

let ledger: ProcessLedger;
beforeEach(() => {
  ledger = new ProcessLedger();
});

const ada = { name: 'ada', id: '1' };
const sales = { id: 'sales', team: 'sales', agents: ['ada', 'bob'] };
const error: Diagnostic = { severity: 'error', summary: 'It does not go', detail: '' };
const gives =
  <T>(value: T) =>
  (): Promise<T> =>
    Promise.resolve(value);
/** Does nothing, and is counted. */
const removal = () => jest.fn<Promise<Removal<Values>>, []>(gives({}));

describe('what this process makes', () => {
  it('counts as made from the beginning, by what is known of it, and then by all its names', async () => {
    let end: (made: Reconciliation<Values>) => void = () => undefined;
    const making = ledger.making(agents, { name: 'ada', id: UNKNOWN }, () => new Promise((resolve) => (end = resolve)));
    expect([ledger.wasMade('the name ada'), ledger.wasMade('the agent 1')]).toEqual([true, false]);
    end({ state: ada });
    await making;
    expect([ledger.wasMade('the name ada'), ledger.wasMade('the agent 1')]).toEqual([true, true]);
  });

  it('is made though something is wrong with it', async () => {
    await ledger.making(agents, { name: 'ada' }, gives({ state: ada, diagnostics: [error] }));
    expect(ledger.wasMade('the agent 1')).toBe(true);
  });

  it('is not made after all where nothing comes of it, or a bug', async () => {
    await ledger.making(agents, { name: 'ada' }, gives({ diagnostics: [error] }));
    await expect(ledger.making(agents, { name: 'bob' }, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect([ledger.wasMade('the name ada'), ledger.wasMade('the name bob')]).toEqual([false, false]);
  });

  it('stays made where another resource fails to make the same', async () => {
    await ledger.making(agents, { name: 'ada' }, gives({ state: ada }));
    await ledger.making(agents, { name: 'ada' }, gives({ diagnostics: [error] }));
    expect(ledger.wasMade('the name ada')).toBe(true);
  });

  it('is made once: another resource that turns out to declare the same gets an error, and no state', async () => {
    const make = jest.fn(gives({ state: ada }));
    await ledger.making(members, { team: 'sales', agent: 'ada' }, make);
    expect(await ledger.making(members, { team: 'sales', agent: 'ada' }, make)).toMatchObject({
      diagnostics: [{ severity: 'error', summary: 'Declared twice', detail: expect.stringContaining('the member sales,ada') }],
    });
    expect(make).toHaveBeenCalledTimes(1);
    expect(await ledger.making(members, { team: 'sales', agent: 'bob' }, make)).toEqual({ state: ada });
  });

  it('is no part of what others share', async () => {
    await ledger.making(members, { team: 'sales', agent: 'ada' }, gives({ state: { team: 'sales', agent: 'ada' } }));
    expect([ledger.wasMade('the member sales,ada'), ledger.wasMade('the agents of sales')]).toEqual([true, false]);
  });

  it('is not removed by it, and a warning says which thing is kept and why', async () => {
    const remove = removal();
    await ledger.making(agents, { name: 'ada' }, gives({ state: ada }));
    expect(await ledger.removing(agents, ada, false, remove)).toMatchObject({
      diagnostics: [{ severity: 'warning', detail: expect.stringMatching(/the name ada, the agent 1.*create_before_destroy/) }],
    });
    expect([remove.mock.calls.length, ledger.removal('the agent 1')]).toEqual([0, undefined]);
  });

  it('is removed where it only has the name of what was made', async () => {
    const remove = removal();
    await ledger.making(agents, { name: 'ada' }, gives({ state: { name: 'ada', id: 'new' } }));
    expect(await ledger.removing(agents, ada, false, remove)).toEqual({});
    expect(remove).toHaveBeenCalledTimes(1);
  });

  it('is removed once it is not taken over after all', async () => {
    const remove = removal();
    ledger.made('the name ada', 'the agent 1');
    ledger.unmade('the agent 1');
    await ledger.removing(agents, ada, false, remove);
    expect(remove).toHaveBeenCalledTimes(1);
  });
});

describe('what this process removes', () => {
  it('is under way, and then gone', async () => {
    expect(ledger.removal('the agent 1')).toBeUndefined();
    let end: (removal: Removal<Values>) => void = () => undefined;
    const removing = ledger.removing(agents, ada, false, () => new Promise((resolve) => (end = resolve)));
    expect(ledger.removal('the agent 1')).toBe('under way');
    end({ diagnostics: [{ ...error, severity: 'warning' }] });
    await removing;
    expect(ledger.removal('the agent 1')).toBe('gone');
  });

  it('has failed with an error, and with a bug', async () => {
    await ledger.removing(agents, ada, false, gives({ diagnostics: [error] }));
    await expect(ledger.removing(agents, { id: '2' }, false, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect([ledger.removal('the agent 1'), ledger.removal('the agent 2')]).toEqual(['failed', 'failed']);
  });

  it('is removed though nothing is known that it could be the same as', async () => {
    const remove = removal();
    await ledger.removing(teams, { id: 'sales' }, true, remove);
    expect(remove).toHaveBeenCalledTimes(1);
  });
});

describe('what is replaced in place', () => {
  it('is left where it is for a successor that is the same, which goes on from it', async () => {
    const remove = removal();
    expect(await ledger.removing(teams, sales, true, remove)).toMatchObject({
      diagnostics: [{ severity: 'warning', detail: expect.stringContaining('the agents of sales') }],
    });
    expect(remove).not.toHaveBeenCalled();
    const make = jest.fn(gives({ state: { ...sales, agents: ['ada'] } }));
    await ledger.making(teams, { team: 'sales', agents: ['ada'] }, make);
    expect(make).toHaveBeenCalledWith(sales);
  });

  it('stays in the state whatever comes of its successor', async () => {
    await ledger.removing(teams, sales, true, removal());
    expect(await ledger.making(teams, { team: 'sales' }, gives({ diagnostics: [error] }))).toEqual({ state: sales, diagnostics: [error] });
  });

  it('is removed where the plan does not make the same, and where the resource is not replaced in place', async () => {
    for (const [resource, state, again] of [
      [teams, sales, false],
      [agents, ada, true],
    ] as const) {
      const remove = removal();
      await ledger.removing(resource, state, again, remove);
      expect(remove).toHaveBeenCalledTimes(1);
    }
    const make = jest.fn(gives({ state: sales }));
    await ledger.making(teams, { team: 'sales' }, make);
    expect(make).toHaveBeenCalledWith(undefined);
  });
});
