import {
  change,
  Desk,
  GROUPS,
  idOf,
  joins,
  leaves,
  membershipOf,
  moves,
  newUser,
  planJson,
  replaces,
  thing,
  updates,
  user,
  type Values,
  wholeGroup,
} from '../../support/review/plan-json';

const desk = new Desk();
afterAll(() => desk.remove());

const SALES = { routing_profile_id: 'routing-sales' };
const verdictOf = (markdown: string): string | undefined => /^## (.*)$/m.exec(markdown)?.[1];

it('counts who joins, leaves, changes team and settings, and who is replaced, and tells how long it takes', async () => {
  const plan = planJson([
    joins('ada'),
    joins('bea'),
    leaves('cem'),
    replaces('dan', { name: 'daniel' }, { change: { replace_paths: [['name']] } }),
    updates('eva', {}, SALES),
    moves('finn', GROUPS.voice, GROUPS.night),
  ]);
  expect(verdictOf(await desk.markdown(plan))).toBe(
    '2 join, 1 leaves, 1 replaced, 1 changes team, 1 changes settings; about 3 seconds at the quota',
  );
});

it('says that nothing changes', async () => {
  const markdown = await desk.markdown(
    planJson([change('connect_user.ada', { actions: ['no-op'], before: user('ada'), after: user('ada') })]),
  );
  expect(verdictOf(markdown)).toBe('Nothing changes');
  expect(markdown).toContain('No account is deleted or replaced');
});

it('folds equal changes, and calls profiles by the names that data sources and the state know', async () => {
  const markdown = await desk.markdown(planJson(['ada', 'bea', 'cem'].map((login) => updates(login, {}, SALES))));
  expect(markdown).toContain('- **3 people**: routing profile: `Basic` → `Sales` (`ada`, `bea`, `cem`)');
});

it('tells values that everybody has of their own up to a point, and then their number', async () => {
  const people = Array.from({ length: 40 }, (_, index) => `agent${index}`);
  const renamed = (login: string) => ({ identity_info: [{ first_name: 'Ada', last_name: login }] });
  const markdown = await desk.markdown(planJson(people.map((login) => updates(login, {}, renamed(login)))));
  expect(markdown.match(/last name: `Lovelace` →/g)).toHaveLength(5);
  expect(markdown).toContain('- **35 people**: last name: to a value of their own');
});

it('knows people and groups by data sources that list them', async () => {
  const state = [
    thing('data.connect_users.all', { users: [{ user_id: idOf('ada'), name: 'ada' }] }),
    thing('data.connect_traffic_distribution_groups.all', { groups: [{ traffic_distribution_group_id: GROUPS.night, name: 'Night' }] }),
  ];
  expect(await desk.markdown(planJson([moves('ada', undefined, GROUPS.night)], { state }))).toContain('- `ada`: into `Night`');
});

it('names a profile and a user that the same plan makes', async () => {
  const plan = planJson(
    [
      change('aws_connect_routing_profile.new', {
        actions: ['create'],
        after: { name: 'Night shift' },
        unknown: { routing_profile_id: true },
      }),
      change('connect_user.ada["x"]', {
        actions: ['create'],
        after: { ...newUser('ada'), routing_profile_id: undefined },
        unknown: { user_id: true, routing_profile_id: true },
      }),
      change('connect_traffic_distribution_group_user.ada["x"]', {
        actions: ['create'],
        after: { traffic_distribution_group_id: GROUPS.voice },
        unknown: { user_id: true, id: true },
      }),
    ],
    {
      configuration: [
        {
          address: 'connect_user.ada',
          expressions: {
            routing_profile_id: { references: ['aws_connect_routing_profile.new.routing_profile_id', 'aws_connect_routing_profile.new'] },
          },
        },
        {
          address: 'connect_traffic_distribution_group_user.ada',
          expressions: { user_id: { references: ['connect_user.ada', 'each.key'] } },
        },
      ],
    },
  );
  const markdown = await desk.markdown(plan);
  expect(verdictOf(markdown)).toBe('1 joins, 1 other change; about 1 second at the quota');
  expect(markdown).toContain('- `ada`: routing profile `Night shift`, security profile `Agent`, into `Voice teams`');
});

it('takes the membership of a user who is replaced for no change of team', async () => {
  const plan = planJson(
    [
      replaces('dan', {}, { beside: { action_reason: 'replace_because_tainted' } }),
      change('connect_traffic_distribution_group_user.dan', {
        actions: ['delete', 'create'],
        before: membershipOf('dan', GROUPS.voice),
        after: { traffic_distribution_group_id: GROUPS.voice },
        unknown: { user_id: true },
      }),
    ],
    {
      configuration: [
        { address: 'connect_traffic_distribution_group_user.dan', expressions: { user_id: { references: ['connect_user.dan.user_id'] } } },
      ],
    },
  );
  const markdown = await desk.markdown(plan);
  expect(verdictOf(markdown)).toMatch(/^1 replaced; /);
  expect(markdown).toContain('- `dan`: marked as tainted');
});

it('tells drift apart from intent: what is put back is no change of settings', async () => {
  const drift = change('connect_user.ada', { actions: ['update'], before: user('ada'), after: user('ada', SALES) });
  const markdown = await desk.markdown(planJson([updates('ada', SALES, {})], { resource_drift: [drift] }));
  expect(verdictOf(markdown)).toMatch(/^1 changed outside; /);
  expect(markdown).toContain('- `ada`: routing profile: `Basic` → `Sales` (the plan puts it back)');
});

it('does not say that the plan leaves what it changes to a third value, and of who leaves not what it makes of that', async () => {
  const drift = (login: string): Values =>
    change(`connect_user.${login}`, {
      actions: ['update'],
      before: user(login),
      after: user(login, { routing_profile_id: 'routing-moved' }),
    });
  const again = updates('ada', { routing_profile_id: 'routing-moved' }, SALES);
  const stays = change('connect_user.bea', { actions: ['no-op'], before: user('bea'), after: user('bea') });
  const plan = planJson([again, stays, leaves('cem')], { resource_drift: ['ada', 'bea', 'cem'].map(drift) });
  const markdown = await desk.markdown(plan);
  expect(
    [...markdown.matchAll(/^- `(\w+)`: routing profile: `Basic` → `routing-moved`(.*)$/gm)].map(([, who, told]) => [who, told]),
  ).toEqual([
    ['cem', ''],
    ['ada', ' (the plan changes it again)'],
    ['bea', ' (the plan leaves it)'],
  ]);
});

it('tells what was changed outside where the plan has nothing to do about it, as that of -refresh-only', async () => {
  const gone = change('connect_user.ada', { actions: ['delete'], before: user('ada') });
  const moved = change('connect_user.bea', { actions: ['update'], before: user('bea'), after: user('bea', SALES) });
  const markdown = await desk.markdown(planJson([], { resource_drift: [gone, moved] }));
  expect(verdictOf(markdown)).toBe('2 changed outside');
  expect(markdown).toContain('#### Outside Terraform: 1 changed, 1 deleted');
  expect(markdown).toContain('- `ada`: the account was deleted outside\n');
  expect(markdown).toContain('- `bea`: routing profile: `Basic` → `Sales` (the plan leaves it)');
});

it('tells who was deleted outside from who joins', async () => {
  const drift = change('connect_user.ada', { actions: ['delete'], before: user('ada') });
  expect(verdictOf(await desk.markdown(planJson([joins('ada')], { resource_drift: [drift] })))).toMatch(/^1 made again; /);
});

it('tells who is in a team that one resource owns, and which group is emptied', async () => {
  const state = [
    thing('connect_traffic_distribution_group_users.team', {
      traffic_distribution_group_id: GROUPS.night,
      user_ids: ['ada', 'bea'].map(idOf),
    }),
  ];
  const moved = await desk.markdown(planJson([wholeGroup(GROUPS.night, ['ada', 'bea'], ['bea', 'cem'])], { state }));
  expect(verdictOf(moved)).toBe('2 change team; about 1 second at the quota');
  expect(moved).not.toContain('emptied\n');
  const emptied = await desk.markdown(planJson([wholeGroup(GROUPS.night, ['ada', 'bea'], undefined)], { state }));
  expect(emptied).toContain('#### 1 group is emptied');
  expect(emptied).toContain(': 2 members before, none after');
});

it('names security profiles that people gain, those who were there first', async () => {
  const admin = { security_profile_ids: ['security-agent', 'security-admin'] };
  const markdown = await desk.markdown(planJson([joins('ada', admin), updates('bea', {}, admin)]));
  const danger = markdown.slice(markdown.indexOf('### Danger'), markdown.indexOf('### Changes'));
  expect(danger.match(/^- .*$/gm)).toEqual([
    '- `bea`: `Admin` is added',
    '- `ada`: `Admin` comes with the new account',
    '- `ada`: `Agent` comes with the new account',
  ]);
});

it('tells imports, moves and who is let go', async () => {
  const same = (login: string, beside: object, more: object) =>
    change(`connect_user.${login}`, {
      actions: ['no-op'],
      before: user(login),
      after: user(login),
      beside: { ...beside },
      change: { ...more },
    });
  const markdown = await desk.markdown(
    planJson([
      same('ada', {}, { importing: { id: 'x' } }),
      same('bea', { previous_address: 'aws_connect_user.bea' }, {}),
      change('connect_user.cem', { actions: ['forget'], before: user('cem') }),
    ]),
  );
  expect(verdictOf(markdown)).toBe('1 imported, 1 moved, 1 let go');
  expect(markdown).toContain('- `bea`: from `aws_connect_user`');
});

it('knows one person in several stacks: the account in one, the membership in another', async () => {
  const [people, teams] = [
    desk.put('people.json', planJson([leaves('ada')])),
    desk.put('teams.json', planJson([moves('ada', GROUPS.voice, undefined)])),
  ];
  const { out } = await desk.review(teams, people);
  expect(out).toMatch(/^## 1 leaves; /m);
  expect(out).toContain('Stacks `people`, `teams`.');
  expect(out).toContain('ends the membership in `Voice teams`');
});

it('does not take what an interrupted replacement left for somebody who leaves', async () => {
  const left = change('connect_user.ada', { actions: ['delete'], before: user('ada'), beside: { deposed: 'byebye' } });
  const markdown = await desk.markdown(planJson([updates('ada', {}, SALES), left]));
  expect(verdictOf(markdown)).toMatch(/^1 changes settings, 1 other change; /);
  expect(markdown).toContain('what an interrupted replacement left is destroyed');
});

it('never says that nothing changes of a plan that changes what no person notices', async () => {
  const markdown = await desk.markdown(planJson([updates('ada', { timeouts: null }, { timeouts: { create: '40m' } })]));
  expect(verdictOf(markdown)).toBe('1 other change');
  expect(markdown).toContain('- `connect_user.ada`: `connect_user`: changed');
});

it('lists everything else by its type and address, what is destroyed under danger', async () => {
  const markdown = await desk.markdown(
    planJson([
      change('aws_connect_queue.sales', { actions: ['delete'], before: { name: 'Sales' } }),
      change('aws_connect_queue.night', { actions: ['create'], after: { name: 'Night' } }),
      change('connect_something_new.x', { actions: ['update'], before: {}, after: {} }),
    ]),
  );
  expect(markdown).toContain('- `aws_connect_queue.sales`: `aws_connect_queue` is destroyed');
  expect(markdown).toContain('- `aws_connect_queue.night`: `aws_connect_queue`: created');
  expect(markdown).toContain('- `connect_something_new.x`: `connect_something_new`: changed');
});

it('tells of a failover which Region gets how much, before and after', async () => {
  const shares = (east: number) => [
    { region: 'us-east-1', percentage: east },
    { region: 'us-west-2', percentage: 100 - east },
  ];
  const distribution = (east: number): Values => ({
    current_agent: { 'us-east-1': 100, 'us-west-2': 0 },
    current_telephony: { 'us-east-1': east, 'us-west-2': 100 - east },
    current_sign_in: { 'us-east-1': east === 0 },
    // Somebody shifted the agents back outside Terraform, which this plan leaves.
    agent: shares(0),
    telephony: shares(east),
    sign_in: [{ region: 'us-east-1', enabled: east === 0 }],
  });
  const failover = change('connect_traffic_distribution.voice', {
    actions: ['update'],
    before: distribution(100),
    after: distribution(0),
  });
  const first = change('connect_traffic_distribution.night', {
    actions: ['create'],
    after: { telephony: shares(30), agent: [], sign_in: [] },
  });
  const markdown = await desk.markdown(planJson([failover, first]));
  expect(markdown).toContain(
    '- `connect_traffic_distribution.voice`: `connect_traffic_distribution`: changed; calls in `us-east-1`: `100 %` → `0 %`; calls in `us-west-2`: `0 %` → `100 %`; sign-in in `us-east-1`: `off` → `on`\n',
  );
  expect(markdown).toContain('`connect_traffic_distribution`: created; calls in `us-east-1`: `30 %`; calls in `us-west-2`: `70 %`\n');
});
