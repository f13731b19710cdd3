import { change, Desk, GROUPS, idOf, joins, newUser, planJson, user, type Values } from '../../support/review/plan-json';

const desk = new Desk();
afterAll(() => desk.remove());

const verdictOf = (markdown: string): string | undefined => /^## (.*)$/m.exec(markdown)?.[1];

describe('a membership of one of several users, whose id is only known after apply', () => {
  const made = (login: string): Values =>
    change(`connect_user.team["${login}"]`, { actions: ['create'], after: newUser(login), unknown: { user_id: true } });
  const stays = (login: string): Values =>
    change(`connect_user.team["${login}"]`, { actions: ['no-op'], before: user(login), after: user(login) });
  const address = 'connect_traffic_distribution_group_user.lead';
  const begins = change(address, {
    actions: ['create'],
    after: { traffic_distribution_group_id: GROUPS.voice },
    unknown: { user_id: true, id: true },
  });
  const reviewed = (changes: readonly Values[], ...references: readonly string[]): Promise<string> =>
    desk.markdown(planJson([...changes, begins], { configuration: [{ address, expressions: { user_id: { references } } }] }));
  // As Terraform writes it: the whole, and then what that begins with.
  const ofCem = ['connect_user.team["cem"].user_id', 'connect_user.team["cem"]', 'connect_user.team'];

  it('is about whom it names, and nobody else', async () => {
    const markdown = await reviewed([made('cem'), made('eva'), stays('ada'), stays('bea')], ...ofCem);
    expect(verdictOf(markdown)).toMatch(/^2 join; /);
    expect(markdown).toMatch(/^- `cem`: .*, into `Voice teams`$/m);
    expect(markdown).not.toMatch(/`eva`.*into/);
  });

  it('is about the only new one, where the key is not written out', async () => {
    const markdown = await reviewed([made('cem'), stays('ada'), stays('bea')], 'connect_user.team', 'local.lead');
    expect(verdictOf(markdown)).toMatch(/^1 joins; /);
    expect(markdown).toMatch(/^- `cem`: .*, into `Voice teams`$/m);
  });

  it('is about nobody with a name, where it may be one of several', async () => {
    const markdown = await reviewed([made('cem'), made('eva'), stays('ada')], 'connect_user.team', 'local.lead');
    expect(verdictOf(markdown)).toMatch(/^2 join, 1 changes team; /);
    expect(markdown).toContain(`- \`${address}\`: into \`Voice teams\``);
  });
});

describe('memberships of all users, by for_each through the resource of the users', () => {
  const made = change('connect_user.team["cem"]', { actions: ['create'], after: newUser('cem'), unknown: { user_id: true } });
  const other = change('connect_user.team["eva"]', { actions: ['create'], after: newUser('eva'), unknown: { user_id: true } });
  const membership = change('connect_traffic_distribution_group_user.team["cem"]', {
    actions: ['create'],
    after: { traffic_distribution_group_id: GROUPS.voice },
    unknown: { user_id: true, id: true },
  });
  const each = (...references: string[]) => ({
    configuration: [
      {
        address: 'connect_traffic_distribution_group_user.team',
        expressions: { user_id: { references: ['each.value.user_id', 'each.value'] } },
        for_each_expression: { references },
      },
    ],
  });

  it('are those of the users of the same keys', async () => {
    const groups = ['connect_traffic_distribution_group.night.id', 'connect_traffic_distribution_group.night'];
    for (const references of [['connect_user.team'], ['connect_user.team', ...groups]]) {
      const markdown = await desk.markdown(planJson([made, other, membership], each(...references)));
      expect(verdictOf(markdown)).toMatch(/^2 join; /);
      expect(markdown).toMatch(/^- `cem`: .*, into `Voice teams`$/m);
      expect(markdown).not.toMatch(/`eva`.*into/);
    }
  });

  it('are of nobody with a name, where the values come from elsewhere', async () => {
    expect(verdictOf(await desk.markdown(planJson([made, membership], each('local.team'))))).toMatch(/^1 joins, 1 other change; /);
  });
});

describe('a team that one resource owns, with members whose ids are only known after apply', () => {
  const address = 'connect_traffic_distribution_group_users.team';
  const team = (after: readonly (string | null)[] | undefined, unknown: unknown): Values =>
    change(address, {
      actions: ['update'],
      before: { traffic_distribution_group_id: GROUPS.night, user_ids: ['ada', 'bea'].map(idOf) },
      after: { traffic_distribution_group_id: GROUPS.night, ...(after && { user_ids: after }) },
      unknown: { user_ids: unknown },
    });
  const there = (key: string, login: string): Values => change(key, { actions: ['no-op'], before: user(login), after: user(login) });
  const refers = (...references: string[]) => ({ configuration: [{ address, expressions: { user_ids: { references } } }] });

  it('knows them by what the configuration refers to', async () => {
    const named = refers('connect_user.bea.user_id', 'connect_user.bea', 'connect_user.cem.user_id', 'connect_user.cem');
    const plan = planJson(
      [joins('cem'), there('connect_user.ada', 'ada'), there('connect_user.bea', 'bea'), team([idOf('bea'), null], [false, true])],
      named,
    );
    const markdown = await desk.markdown(plan);
    expect(verdictOf(markdown)).toMatch(/^1 joins, 1 changes team; /);
    expect(markdown).toContain('- `ada`: out of `Night`');
  });

  it('knows all instances of a resource', async () => {
    const fresh = change('connect_user.all["cem"]', { actions: ['create'], after: newUser('cem'), unknown: { user_id: true } });
    const plan = planJson(
      [fresh, there('connect_user.all["ada"]', 'ada'), there('connect_user.all["bea"]', 'bea'), team(undefined, true)],
      refers('connect_user.all'),
    );
    const markdown = await desk.markdown(plan);
    expect(verdictOf(markdown)).toMatch(/^1 joins; /);
    expect(markdown).toContain('into `Night`');
  });

  it('takes nobody for a new member whose id is known and not in the set, as where it has a part of all', async () => {
    const fresh = change('connect_user.all["cem"]', { actions: ['create'], after: newUser('cem'), unknown: { user_id: true } });
    const others = ['ada', 'bea', 'dan'].map((login) => there(`connect_user.all["${login}"]`, login));
    const plan = planJson([fresh, ...others, team([...['ada', 'bea'].map(idOf), null], [false, false, true])], refers('connect_user.all'));
    expect(verdictOf(await desk.markdown(plan))).toMatch(/^1 joins; /);
  });

  it('takes nobody out of it of whom it does not know', async () => {
    expect(verdictOf(await desk.markdown(planJson([team(undefined, true)], refers('local.members'))))).toBe('1 other change');
  });
});
