import type { Diagnostic } from '../../../custom-resources/contract/diagnostic';
import type { CheckRequest, ManagedResource } from '../../../custom-resources/contract/resource';
import { UNKNOWN, type Values } from '../../../custom-resources/contract/value';
import type { Clash } from '../../../provider/ledger/diagnostics';
import { ProcessLedger } from '../../../provider/ledger/ledger';
import { FakeClock } from '../../support/clocks/fake-clock';
import { agents, members, teams } from './resources';

let ledger: ProcessLedger;
beforeEach(() => {
  ledger = new ProcessLedger();
});

/** What the ledger tells of one resource of the plan. */
const plan = (resource: ManagedResource, request: Omit<CheckRequest<Values>, 'private'>): readonly string[] =>
  ledger.plan(resource, { ...request, private: {} }).map(({ summary }) => summary);

const ada = { name: 'ada', id: '1' };
const bob = { name: 'bob', id: '2' };
const [TWICE, BOTH, MIXED] = ['Declared twice', 'Created and destroyed in one plan', 'Declared as a whole and in parts'];
const KEPT = 'Kept and destroyed in one plan';
const GIVEN_UP = 'Given up and taken in one plan';

describe('a thing that two resources of a plan have to do with', () => {
  it.each<[string, Omit<CheckRequest<Values>, 'private'>, Omit<CheckRequest<Values>, 'private'>, readonly string[]]>([
    ['may not be created by both', { planned: { name: 'ada' } }, { planned: { name: 'ada' } }, [TWICE]],
    [
      'may not be kept by both, and is told of once though it has a name and an id',
      { prior: ada, planned: ada },
      { prior: ada, planned: ada },
      [TWICE],
    ],
    ['may not be kept by the one and created by the other', { prior: ada, planned: ada }, { planned: { name: 'ada' } }, [TWICE]],
    ['may not be destroyed and then created', { prior: ada }, { planned: { name: 'ada' } }, [BOTH]],
    ['may not be created and then destroyed', { planned: { name: 'ada' } }, { prior: ada }, [BOTH]],
    [
      'may not be destroyed by the one while the other, which the state holds as the same, keeps it',
      { prior: ada },
      { prior: ada, planned: ada },
      [KEPT],
    ],
    [
      'may not be kept by the one and then destroyed by the other, which the state holds as the same',
      { prior: ada, planned: ada },
      { prior: ada },
      [KEPT],
    ],
    [
      'may not be destroyed by a change of name and created by another',
      { prior: ada, planned: bob, replacing: true },
      { planned: { name: 'ada' } },
      [BOTH],
    ],
    [
      'may not be given up by a rename in place and created by another',
      { prior: ada, planned: { name: 'cleo', id: '1' } },
      { planned: { name: 'ada' } },
      [GIVEN_UP],
    ],
    [
      'may not be taken by a rename while another gives it up by one',
      { prior: ada, planned: { name: 'bob', id: '1' } },
      { prior: bob, planned: { name: 'cleo', id: '2' } },
      [GIVEN_UP],
    ],
    [
      'may not be taken by a rename while another is destroyed that has it',
      { prior: bob },
      { prior: ada, planned: { name: 'bob', id: '1' } },
      [BOTH],
    ],
    ['may be destroyed by both: that is the way out', { prior: ada }, { prior: ada }, []],
    [
      'may become the one and have been the other where each is another thing',
      { prior: ada, planned: ada },
      { prior: bob, planned: bob },
      [],
    ],
    ['is nobody else while it is not known which one it is', { planned: { name: UNKNOWN } }, { planned: { name: UNKNOWN } }, []],
  ])('%s', (_what, one, other, told) => {
    expect(plan(agents, one)).toEqual([]);
    expect(plan(agents, other)).toEqual(told);
  });

  it('is told of at the attribute that names it, and without one where it is destroyed', () => {
    plan(agents, { planned: { name: 'ada' } });
    expect(ledger.plan(agents, { planned: { name: 'ada' }, private: {} })).toMatchObject([{ path: ['name'] }]);
    expect(ledger.plan(agents, { prior: ada, private: {} })).not.toMatchObject([{ path: ['name'] }]);
  });

  it('is told with the way out of an interrupted create_before_destroy, where no address has changed', () => {
    plan(agents, { prior: ada });
    const [told] = ledger.plan(agents, { planned: { name: 'ada' }, private: {} });
    expect(told?.detail).toMatch(
      /Terraform calls the old object "deposed", .*: then remove the resource from the state with "terraform state rm"/,
    );
  });

  it('is told of for each that a shifted count gives to another address', () => {
    const cleo = { name: 'cleo', id: '3' };
    expect(plan(agents, { prior: ada, planned: { name: 'bob' }, replacing: true })).toEqual([]);
    expect(plan(agents, { prior: bob, planned: { name: 'cleo' }, replacing: true })).toEqual([BOTH]);
    expect(plan(agents, { prior: cleo })).toEqual([BOTH]);
  });

  it('is that of one resource where Terraform plans its replacement once more, as if there were nothing before', () => {
    expect(plan(agents, { prior: ada, planned: { name: 'ada', id: UNKNOWN }, replacing: true })).toEqual([]);
    expect(plan(agents, { planned: { name: 'ada', id: UNKNOWN }, replanned: true })).toEqual([]);
  });
});

describe('a thing that is declared as a whole and in parts', () => {
  const part = (agent: string) => ({ team: 'sales', agent });
  const whole = { team: 'sales' };

  it('may have many parts', () => {
    expect([plan(members, { planned: part('ada') }), plan(members, { prior: part('bob'), planned: part('bob') })]).toEqual([[], []]);
  });

  it('is refused once, with the types of both, whoever comes first and however many parts there are', () => {
    expect([plan(teams, { planned: whole }), plan(members, { planned: part('ada') }), plan(members, { planned: part('bob') })]).toEqual([
      [],
      [MIXED],
      [],
    ]);
    ledger = new ProcessLedger();
    plan(members, { planned: part('ada') });
    const [told] = ledger.plan(teams, { planned: whole, private: {} });
    expect(told).toMatchObject({
      path: ['team'],
      detail: expect.stringMatching(/^A team owns the agents of sales .* a member owns a part/),
    });
  });

  it('is refused where the one is destroyed and the other created', () => {
    expect([plan(members, { prior: part('ada') }), plan(teams, { planned: whole })]).toEqual([[], [MIXED]]);
  });

  it('is refused where the parts of another are declared beside those that go', () => {
    expect([plan(teams, { prior: whole }), plan(members, { prior: part('ada') }), plan(members, { planned: part('bob') })]).toEqual([
      [],
      [],
      [MIXED],
    ]);
  });

  it('may be destroyed in both', () => {
    expect([plan(members, { prior: part('ada') }), plan(teams, { prior: whole })]).toEqual([[], []]);
  });
});

describe('what a plan lets others know', () => {
  it('is what the state holds as the same thing, with what is kept beside it', () => {
    ledger.note(agents, { state: ada, private: { created: 1 } });
    const replaced = (name: string) => ledger.replaced(agents, { planned: { name, id: UNKNOWN } });
    expect([replaced('ada'), replaced('bob')]).toEqual([{ state: ada, private: { created: 1 } }, undefined]);
    ledger.plan(agents, { prior: bob, planned: bob, private: { created: 2 } });
    expect(ledger.replaced(agents, { prior: bob, planned: bob })).toBeUndefined();
    expect(replaced('bob')).toEqual({ state: bob, private: { created: 2 } });
  });

  it('is that a thing goes, as planned, or as long as it is only known to be in the state', () => {
    expect(ledger.isGoing('the name ada')).toBe(false);
    ledger.note(agents, { state: ada, private: {} });
    expect(ledger.isGoing('the name ada')).toBe(true);
    plan(agents, { prior: ada, planned: ada });
    expect(ledger.isGoing('the name ada')).toBe(false);
    plan(agents, { prior: bob });
    expect(ledger.isGoing('the name bob')).toBe(true);
  });

  it('is who owns a thing as a whole, not who has a part of it', () => {
    plan(members, { planned: { team: 'sales', agent: 'ada' } });
    expect(ledger.isOwned('the agents of sales')).toBe(false);
    plan(teams, { prior: { team: 'sales' } });
    expect(ledger.isOwned('the agents of sales')).toBe(true);
    ledger.note(teams, { state: { team: 'support' }, private: {} });
    expect(ledger.isOwned('the agents of support')).toBe(true);
  });

  it('is what was told, topic by topic', () => {
    ledger.kept('calls', new Set<string>()).add('ListUsers');
    expect([[...ledger.kept('calls', new Set<string>())], [...ledger.kept('problems', new Set<string>())]]).toEqual([['ListUsers'], []]);
  });
});

describe('things that are created and destroyed in one plan', () => {
  const clash = (name: string) => {
    plan(agents, { prior: { name, id: name } });
    return ledger.plan(agents, { planned: { name }, private: {} });
  };
  /** What the resources tell that find these clashes, once Terraform has nothing else to plan. */
  const told = async (...found: readonly (readonly Clash[])[]): Promise<readonly Diagnostic[]> => {
    const clock = new FakeClock();
    const telling = found.map((clashes) => ledger.together(clashes, { clock, signal: new AbortController().signal }));
    return (await clock.run(Promise.all(telling))).flat();
  };

  it('are told together by one resource, where many got another address', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `agent-${index}`);
    const all = await told(...names.map(clash));
    expect(all).toEqual([expect.objectContaining({ severity: 'error', summary: BOTH })]);
    expect(all[0]?.detail).toMatch(
      /destroys each of these 30 things, and another[^]*\n\n {2}- the name agent-0\n[^]* {2}- the name agent-26\nand 10 more$/,
    );
  });

  it('are told at the attribute where there is one, with the others that are wrong', async () => {
    const other = { severity: 'error', summary: 'Declared twice', detail: '' } as const;
    expect(await told([other, ...clash('ada')])).toMatchObject([other, { summary: BOTH, path: ['name'] }]);
    expect(await told([other])).toEqual([other]);
  });
});
