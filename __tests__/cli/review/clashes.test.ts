import { idIn } from '../../../connect/shapes/ids';
import { changedPlaces } from '../../../provider/ledger/diagnostics';
import { userWillBeAdopted } from '../../../custom-resources/user/diagnostics';
import { change, Desk, eventsJson, idOf, joins, leaves, planJson, user, type Values } from '../../support/review/plan-json';

const desk = new Desk();
afterAll(() => desk.remove());

const verdictOf = (markdown: string): string | undefined => /^## (.*?)(?:;.*)?$/m.exec(markdown)?.[1];
const DO_NOT_APPLY = 'declared by another: it would be gone. Do not apply';

const theirs = (login: string, actions: readonly string[], more: Values = {}): Values =>
  change(`aws_connect_user.${login}`, { actions, before: user(login), after: actions.includes('delete') ? null : user(login), ...more });
const forgotten = (login: string): Values => change(`connect_user.${login}`, { actions: ['forget'], before: user(login) });
const unchanged = (login: string): Values =>
  change(`connect_user.${login}`, { actions: ['no-op'], before: user(login), after: user(login) });

describe('an account that the AWS provider deletes', () => {
  it('is an account that is deleted, and counts for the limit', async () => {
    const { out, status } = await desk.review(desk.put('plan.json', planJson([theirs('ada', ['delete'])])), '--max-leavers', '0');
    expect([verdictOf(out), status]).toEqual(['1 leaves', 2]);
    expect(out).toContain('- `ada`: keeps quick connects, if there are any: they lead to nobody');
    expect(out).not.toContain(DO_NOT_APPLY);
  });

  it('is told to be kept by us, too, where the "moved" block was forgotten', async () => {
    const events = desk.put('events.jsonl', eventsJson({ ...userWillBeAdopted({ id: idIn(idOf('ada')), name: 'ada' }) }));
    const out = await desk.markdown(planJson([theirs('ada', ['delete']), joins('ada')]), '--events', events);
    expect(verdictOf(out)).toBe('1 leaves, 1 taken over');
    expect(out).toContain(DO_NOT_APPLY);
    expect(out).toContain('- `ada`: `aws_connect_user` of `agents` deletes the account that `connect_user` of `agents` declares;');
  });

  it('is not told of one that moves to us, nor of one that goes back to the AWS provider', async () => {
    const moved = change('connect_user.ada', {
      actions: ['no-op'],
      before: user('ada'),
      after: user('ada'),
      beside: { previous_address: 'aws_connect_user.ada' },
    });
    const back = [theirs('bea', ['no-op'], { change: { importing: { id: 'bea' } } }), forgotten('bea')];
    const out = await desk.markdown(planJson([moved, ...back]));
    expect(verdictOf(out)).toBe('1 moved, 1 let go, 1 other change');
    expect(out).toContain('- `bea`: goes over to `aws_connect_user` of `agents`');
    expect(out).not.toContain('[!CAUTION]');
  });
});

describe('an account that we delete', () => {
  it('is told to be kept by the AWS provider, where the "removed" block was forgotten on the way back', async () => {
    const out = await desk.markdown(planJson([theirs('ada', ['no-op'], { change: { importing: { id: 'ada' } } }), leaves('ada')]));
    expect(out).toContain(DO_NOT_APPLY);
    expect(out).toContain('`connect_user` of `agents` deletes the account that `aws_connect_user` of `agents` declares');
  });

  it('is told to be kept by another stack, also where that changes nothing', async () => {
    const plans = [desk.put('old.json', planJson([leaves('ada'), leaves('bea')])), desk.put('new.json', planJson([unchanged('ada')]))];
    const { out } = await desk.review(...plans);
    expect(verdictOf(out)).toBe('2 leave');
    expect(out).toContain(DO_NOT_APPLY);
    expect(out).toContain('- `ada`: `connect_user` of `old` deletes the account that `connect_user` of `new` declares');
    expect(out).not.toContain('`bea`: `connect_user`');
  });

  it('is told to go over to the stack that imports it, where the old one lets it go', async () => {
    const imported = change('connect_user.ada', {
      actions: ['no-op'],
      before: user('ada'),
      after: user('ada'),
      change: { importing: { id: 'ada' } },
    });
    const plans = [desk.put('old.json', planJson([forgotten('ada'), forgotten('bea')])), desk.put('new.json', planJson([imported]))];
    const { out } = await desk.review(...plans);
    expect(verdictOf(out)).toBe('1 imported, 2 let go');
    expect(out).toContain('- `ada`: goes over to `connect_user` of `new`');
    expect(out).toContain('- `bea`: stays in Amazon Connect, and Terraform no longer manages it');
  });

  it('is kept nowhere, where the other stack lets it go', async () => {
    const plans = [desk.put('old.json', planJson([leaves('ada')])), desk.put('new.json', planJson([forgotten('ada')]))];
    expect((await desk.review(...plans)).out).not.toContain(DO_NOT_APPLY);
  });
});

it('an account that gets another address and is deleted with it is not told as moved', async () => {
  const out = await desk.markdown(planJson([{ ...leaves('ada'), previous_address: 'connect_user.team[0]' }]));
  expect(verdictOf(out)).toBe('1 leaves');
});

it('what stops a plan that destroys and creates the same is told in full, with what to do', async () => {
  const { detail, ...problem } = changedPlaces(['the user name "ada"', 'the user name "bea"']);
  const plan = desk.put('plan.json', planJson([leaves('ada')], { errored: true }));
  const { err } = await desk.review(plan, '--events', desk.put('events.jsonl', eventsJson({ ...problem, detail })));
  expect(err).toContain('use "terraform state mv"');
  expect(err).not.toContain('more characters');
});
