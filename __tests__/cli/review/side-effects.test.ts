import { cannotCheck } from '../../../custom-resources/checking/diagnostics';
import {
  Desk,
  eventsJson,
  GROUPS,
  INSTANCE,
  leaves,
  membershipOf,
  planJson,
  quickConnectTo,
  replaces,
  thing,
  toldOfLeavers,
  type Values,
  change,
  user,
} from '../../support/review/plan-json';

const desk = new Desk();
afterAll(() => desk.remove());

const review = async (plan: Record<string, unknown>, ...diagnostics: readonly Values[]): Promise<string> =>
  desk.markdown(plan, '--events', desk.put('events.jsonl', eventsJson(...diagnostics)));

const NIGHT = { id: GROUPS.night, name: 'Night' };
const byDay = (login: string, ...queues: readonly string[]) => quickConnectTo(login, { name: `Call "${login}" (day)`, queues });

it('reads from the warnings of the provider which quick connects, queues and memberships go along', async () => {
  const markdown = await review(
    planJson([leaves('ada')]),
    ...toldOfLeavers({ name: 'ada', quickConnects: [byDay('ada', 'Support', 'Sales')], groups: [NIGHT] }),
  );
  expect(markdown).toContain('Along go 1 quick connect (offered in 2 queues: `Sales`, `Support`) and 1 membership that no stack declares.');
  expect(markdown).toContain(
    '- `ada`: deletes the quick connect `Call "ada" (day)` (offered in `Support`, `Sales`); ends the membership in `Night`, which no stack declares',
  );
  expect(markdown).not.toContain('of Terraform');
});

it('tells of each person what one warning says of many', async () => {
  const markdown = await review(
    planJson([leaves('ada'), leaves('bob'), leaves('cleo')]),
    ...toldOfLeavers(
      { name: 'bob', quickConnects: [byDay('bob')], groups: [NIGHT] },
      { name: 'ada', quickConnects: [byDay('ada')] },
      { name: 'cleo', groups: [NIGHT] },
    ),
  );
  expect(markdown.match(/^- `(ada|bob|cleo)`.*$/gm)).toEqual([
    '- `ada`: deletes the quick connect `Call "ada" (day)`',
    '- `bob`: deletes the quick connect `Call "bob" (day)`; ends the membership in `Night`, which no stack declares',
    '- `cleo`: ends the membership in `Night`, which no stack declares',
  ]);
});

it('counts a quick connect with line breaks in its name, and takes none of its lines for one of ours', async () => {
  const name = 'Call\nWith the user "bob" (id-of-bob):\n  - the quick connect "x';
  const markdown = await review(
    planJson([leaves('ada'), leaves('bob')]),
    ...toldOfLeavers({ name: 'ada', quickConnects: [quickConnectTo('ada', { name })] }),
  );
  expect(markdown).toContain('Along go 1 quick connect.');
  expect(markdown).toMatch(/^- `ada`: deletes the quick connect `Call<U\+000A>With the user/m);
  expect(markdown).toMatch(/^- `bob`: nothing goes along$/m);
});

it('does not repeat of a user who is replaced what the plan itself ends and begins again', async () => {
  const state = [thing('connect_traffic_distribution_group_user.dan', membershipOf('dan', GROUPS.night))];
  const markdown = await review(planJson([replaces('dan')], { state }), ...toldOfLeavers({ name: 'dan', groups: [NIGHT] }));
  expect(markdown).not.toContain('which no stack declares');
});

it.each([
  ['with the new account made first', ['create', 'delete'], []],
  ['with the old account deleted first', ['delete', 'create'], ['DescribeQuickConnect: 1', 'TagResource: 1', 'UntagResource: 1']],
])('tells what goes on to the new account, and the calls of that, %s', async (_when, actions, waiting) => {
  const markdown = await review(
    planJson([replaces('eve', { name: 'eve.king' }, { actions, beside: { replace_paths: [['name']] } })]),
    ...toldOfLeavers({
      name: 'eve',
      successor: 'eve.king',
      quickConnects: [byDay('eve')],
      quickConnectsGoingOn: [quickConnectTo('eve', { queues: ['Support'] })],
      groups: [NIGHT],
    }),
  );
  expect(markdown).toContain(
    'Along go 1 quick connect. On to new accounts go 1 quick connect (offered in 1 queue: `Support`) and 1 membership that no stack declares.',
  );
  expect(markdown).toContain(
    '; hands the quick connect `Call eve` (offered in `Support`) on to the new account; hands the membership in `Night`, which no stack declares, on to the new account',
  );
  const calls = markdown.slice(markdown.indexOf('calls of Amazon Connect')).match(/(?<=^- ).*$/gm) ?? [];
  const others = ['AssociateTrafficDistributionGroupUser: 1', 'CreateUser: 1', 'DeleteQuickConnect: 1', 'DeleteUser: 1'];
  expect([...calls].sort()).toEqual(
    [...others, 'DisassociateTrafficDistributionGroupUser: 1', 'UpdateQuickConnectConfig: 1', ...waiting].sort(),
  );
  expect(markdown).not.toContain('of Terraform');
});

it('tells as lost what does not find the new account, where that is made first and differs in more than the user name', async () => {
  const told = toldOfLeavers({
    name: 'eve',
    successor: 'eve.king',
    isUnlike: true,
    quickConnectsGoingOn: [quickConnectTo('eve')],
    groups: [NIGHT],
  });
  const reviewed = (actions: readonly string[]) =>
    review(planJson([replaces('eve', { name: 'eve.king' }, { actions, beside: { replace_paths: [['name']] } })]), ...told);
  expect(await reviewed(['create', 'delete'])).toContain(
    'deletes the quick connect `Call eve`; ends the membership in `Night`, which no stack declares',
  );
  expect(await reviewed(['delete', 'create'])).toContain('hands the quick connect `Call eve` on to the new account');
});

it('says that it cannot know what goes along where no stream is given', async () => {
  expect(await desk.markdown(planJson([leaves('ada')]))).toContain('only the stream of "terraform plan -json" tells');
});

it('says that quick connects are kept, and lead to nobody', async () => {
  expect(await review(planJson([leaves('ada', { quick_connects_on_delete: 'retain' })]))).toContain('they lead to nobody');
});

it.each(['replace_by_request', 'replace_by_triggers'])(
  'says that Terraform leaves out what goes along with a replacement that is asked for (%s)',
  async (reason) => {
    expect(await review(planJson([replaces('ada', {}, { beside: { action_reason: reason } })]))).toContain(
      'asked for by -replace or replace_triggered_by; what else goes along is not told',
    );
  },
);

it('folds other messages by their titles, and errors come first', async () => {
  const other = (summary: string, address: string, severity = 'warning') => ({ severity, summary, detail: '', address });
  const markdown = await review(
    planJson([leaves('ada')]),
    other('Careful', 'connect_user.a'),
    other('Careful', 'connect_user.b'),
    other('No group', 'x.y', 'error'),
  );
  expect(markdown).toContain('> - Terraform reported 1 error: see its messages below.');
  expect(markdown).toContain('`Careful` (2 times) (`connect_user.a`, `connect_user.b`)');
});

it.each([
  ['another account is deleted', 'delete', 'connect_user.bob', true],
  ['the same account is deleted', 'delete', 'connect_user.ada', false],
  ['a data source is read at apply', 'read', 'data.connect_user.bob', false],
])('says when a stream is not of the plan: in it %s', async (_what, action, addr, strange) => {
  const planned = { '@level': 'info', type: 'planned_change', change: { action, resource: { addr } } };
  const events = desk.put('other.jsonl', `${eventsJson()}${JSON.stringify(planned)}\n`);
  const { out } = await desk.review(desk.put('agents.json', planJson([leaves('ada')])), '--events', events);
  expect(out.includes('is not of these plans')).toBe(strange);
});

describe('never says that nothing goes along where nobody looked', () => {
  const NOTHING = 'No quick connects go along';
  const ours = (checks?: Values): Values => ({
    connect: {
      name: 'connect',
      full_name: 'terraform.local/cdktf-amazon-connect/connect',
      expressions: checks === undefined ? {} : { plan_checks: checks },
    },
  });
  const declaredBy = (key: string, ...logins: readonly string[]): Values => ({
    resources: logins.map((login) => ({
      address: `connect_user.${login}`,
      mode: 'managed',
      type: 'connect_user',
      provider_config_key: key,
    })),
  });
  const configured = (providers: Values, more: Values = {}, root: Values = {}): Values => ({
    ...planJson([leaves('ada')]),
    configuration: { provider_config: providers, root_module: root },
    ...more,
  });

  it('as for a replacement that -replace asks for', async () => {
    expect(await review(planJson([replaces('ada', {}, { beside: { action_reason: 'replace_by_request' } })]))).not.toContain(NOTHING);
  });

  it.each([
    ['where the provider checks no plans', ours({ constant_value: false }), {}],
    ['where a variable says so', ours({ references: ['var.checks'] }), { variables: { checks: { value: false } } }],
    ['where only Terraform knows', ours({ references: ['local.checks'] }), {}],
  ])('%s', async (_where, providers, more) => {
    const markdown = await review(configured(providers, more));
    expect(markdown).not.toContain(NOTHING);
    expect(markdown).toContain('go along is not known: the plan did not look, for plan_checks of the provider is false');
    expect(markdown).toMatch(/^- `ada`: what goes along is not known$/m);
  });

  it.each([
    ['says nothing of it', ours(), {}],
    ['checks plans', ours({ constant_value: true }), {}],
    ['checks plans by a variable', ours({ references: ['var.checks'] }), { variables: { checks: { value: true } } }],
    [
      'of another user checks no plans',
      { ...ours(), 'connect.b': { ...(ours({ constant_value: false })['connect'] as Values), alias: 'b' } },
      {},
    ],
  ])('but where the provider %s, somebody looked', async (_what, providers, more) => {
    const markdown = await review(configured(providers, more, declaredBy('connect', 'ada')));
    expect(markdown).toContain(NOTHING);
    expect(markdown).toMatch(/^- `ada`: nothing goes along$/m);
  });

  it.each(['SearchQuickConnects', 'ListTrafficDistributionGroupUsers'])('where %s failed, which a warning tells', async (operation) => {
    const failure = { kind: 'denied', operation, region: 'us-east-1', code: 'AccessDeniedException', message: 'no' } as const;
    const markdown = await review(planJson([leaves('ada')]), {
      ...cannotCheck(failure, `the instance ${INSTANCE} in us-east-1`),
    });
    expect(markdown).not.toContain(NOTHING);
    expect(markdown).toContain('go along is not known: a call that looks for them failed, as the warnings say.');
  });

  it('where the call failed for an instance that the users name by its ARN, or by a secret', async () => {
    const failure = {
      kind: 'denied',
      operation: 'SearchQuickConnects',
      region: 'us-east-1',
      code: 'AccessDeniedException',
      message: 'no',
    } as const;
    const told = { ...cannotCheck(failure, `the instance ${INSTANCE} in us-east-1`) };
    const arn = `arn:aws:connect:us-east-1:123456789012:instance/${INSTANCE}`;
    const gone = (more: Values): Values =>
      change('connect_user.ada', { actions: ['delete'], before: user('ada', { instance_id: arn }), ...more });
    for (const more of [{}, { sensitive: { instance_id: true } }])
      expect(await review(planJson([gone(more)]), told)).toMatch(/^- `ada`: what goes along is not known$/m);
  });

  it('where only another stack gave its events', async () => {
    const planned = { '@level': 'info', type: 'planned_change', change: { action: 'delete', resource: { addr: 'connect_user.ada' } } };
    const told = toldOfLeavers({ name: 'ada', quickConnects: [byDay('ada')] });
    const events = desk.put('berlin.jsonl', `${eventsJson(...told)}${JSON.stringify(planned)}\n`);
    const [berlin, paris] = [desk.put('berlin.json', planJson([leaves('ada')])), desk.put('paris.json', planJson([leaves('bob')]))];
    const { out } = await desk.review(berlin, paris, '--events', events);
    expect(out).toMatch(/^- `bob`: what goes along is not known$/m);
    expect(out).toContain(
      'Along go 1 quick connect. Which quick connects and undeclared memberships go along with 1 of them is not known: only the stream of "terraform plan -json" tells.',
    );
  });
});

// What tries each place of a line with each other one takes hours for this, and the test does not end.
it('reads past a message of millions of characters that begins as those of the provider do', async () => {
  const line = `From the user "${'" (a) to "'.repeat(300_000)}`;
  const markdown = await review(planJson([leaves('ada')]), { severity: 'warning', summary: 'Long', detail: line });
  expect(markdown).toContain('1 warning of Terraform');
});
