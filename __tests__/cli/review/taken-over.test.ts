import { idIn } from '../../../connect/shapes/ids';
import { usersWillBeAdopted, userWillBeAdopted } from '../../../custom-resources/user/diagnostics';
import { change, Desk, eventsJson, GROUPS, idOf, joins, leaves, planJson, type Values } from '../../support/review/plan-json';

const desk = new Desk();
afterAll(() => desk.remove());

const verdictOf = (markdown: string): string | undefined => /^## (.*?)(?:;.*)?$/m.exec(markdown)?.[1];

const one = (login: string): Values => ({ ...userWillBeAdopted({ id: idIn(idOf(login)), name: login }) });
const many = (...logins: readonly string[]): Values => ({
  ...usersWillBeAdopted(logins.map((login) => `  - "${login}" (${idOf(login)})`).join('\n')),
});

async function reviewed(changes: readonly Values[], ...told: readonly Values[]): Promise<string> {
  return desk.markdown(planJson(changes), '--events', desk.put('events.jsonl', eventsJson(...told)));
}

describe('an account that exists already, exactly as declared', () => {
  it('is taken over, and gains nothing', async () => {
    for (const told of [[one('ada'), one('bea')], [many('ada', 'bea')]]) {
      const markdown = await reviewed([joins('ada'), joins('bea'), joins('cem')], ...told);
      expect(verdictOf(markdown)).toBe('1 joins, 2 taken over');
      expect(markdown).toContain(
        '#### 2 accounts that exist already are taken over\n\n- **2 people**: is exactly as declared: routing profile',
      );
      expect(markdown).toContain('- `cem`: `Agent` comes with the new account');
    }
  });

  it('is the one that is in a team already: it does not leave it', async () => {
    const address = 'connect_traffic_distribution_group_users.team';
    const team = change(address, {
      actions: ['update'],
      before: { traffic_distribution_group_id: GROUPS.night, user_ids: [idOf('ada')] },
      after: { traffic_distribution_group_id: GROUPS.night },
      unknown: { user_ids: true },
    });
    const configuration = [{ address, expressions: { user_ids: { references: ['connect_user.ada.user_id', 'connect_user.ada'] } } }];
    const events = desk.put('events.jsonl', eventsJson(one('ada')));
    const markdown = await desk.markdown(planJson([joins('ada'), team], { configuration }), '--events', events);
    expect(verdictOf(markdown)).toBe('1 taken over, 1 other change');
    expect(markdown).not.toContain('out of');
  });

  it('is one person with whom another stack deletes', async () => {
    const old = desk.put('old.json', planJson([leaves('ada')]));
    const events = desk.put('events.jsonl', eventsJson(one('ada')));
    const { out } = await desk.review(old, desk.put('new.json', planJson([joins('ada')])), '--events', events);
    expect(verdictOf(out)).toBe('1 leaves, 1 taken over');
    expect(out).toMatch(/#### 1 account is deleted/);
  });

  it('is not told by a name that several users get, as in two instances', async () => {
    const twice = [joins('ada'), change('connect_user.elsewhere', { actions: ['create'], after: { name: 'ada' } })];
    expect(verdictOf(await reviewed(twice, one('ada')))).toBe('2 join');
  });
});
