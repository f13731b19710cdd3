import { change, Desk, GROUPS, INSTANCE, planJson, replaces, thing, type Values } from '../../support/review/plan-json';

const desk = new Desk();
afterAll(() => desk.remove());

const verdictOf = (markdown: string): string | undefined => /^## (.*?)(?:;.*)?$/m.exec(markdown)?.[1];
const reviewed = (...changes: readonly Values[]): Promise<string> => desk.markdown(planJson(changes));

const tainted = (actions: readonly string[], after: Values = {}): Values =>
  replaces('ada', after, { actions, beside: { action_reason: 'replace_because_tainted' } });

describe('an account that is replaced under the name that it has', () => {
  it('stays where the new one would come first, and counts for no limit', async () => {
    const plan = desk.put('plan.json', planJson([tainted(['create', 'delete'])]));
    const { out, status } = await desk.review(plan, '--max-replacements', '0');
    expect([verdictOf(out), status]).toEqual(['1 kept', 0]);
    expect(out).toContain('#### 1 account is to be replaced, and stays');
    expect(out).toMatch(/- `ada`: marked as tainted: [^;]*\n/);
    expect(out).not.toMatch(/is made again with a new id|DeleteUser/);
  });

  it('stays, and apply fails, where it is to get other settings by that', async () => {
    const out = await reviewed(tainted(['create', 'delete'], { routing_profile_id: 'routing-sales' }));
    expect(out).toContain('apply fails, since other settings are declared: routing profile: `Basic` → `Sales`');
    expect(out).toContain('run "terraform untaint", or leave out -replace');
  });

  it('is replaced where it goes first, where its name changes, and where the instance is another one or not known', async () => {
    const renamed = replaces('ada', { name: 'ada2' }, { actions: ['create', 'delete'] });
    const elsewhere = tainted(['create', 'delete'], { instance_id: INSTANCE.replace(/.$/, '2') });
    for (const one of [tainted(['delete', 'create']), renamed, elsewhere]) expect(verdictOf(await reviewed(one))).toBe('1 replaced');
  });
});

describe('a quick connect or group that is replaced under the name that it has', () => {
  const ADDRESS = 'connect_traffic_distribution_group.night';
  const night = { instance_id: INSTANCE, name: 'Night' };
  const group = (...actions: readonly string[]): Values =>
    change(ADDRESS, {
      actions,
      before: { ...night, id: GROUPS.night, traffic_distribution_group_id: GROUPS.night },
      after: night,
      unknown: { id: true, traffic_distribution_group_id: true },
    });

  it('stays where the new one would come first: nothing is destroyed, and nobody changes team', async () => {
    const team = change('connect_traffic_distribution_group_user.ada', {
      actions: ['create', 'delete'],
      before: { traffic_distribution_group_id: GROUPS.night, user_id: 'u-1' },
      after: { user_id: 'u-1' },
      unknown: { traffic_distribution_group_id: true },
    });
    const references = [`${ADDRESS}.id`, ADDRESS];
    const configuration = [
      { address: 'connect_traffic_distribution_group_user.ada', expressions: { traffic_distribution_group_id: { references } } },
    ];
    const state = [thing(ADDRESS, { id: GROUPS.night, ...night })];
    const out = await desk.markdown(planJson([group('create', 'delete'), team], { configuration, state }));
    expect(verdictOf(out)).toBe('1 other change');
    expect(out).toContain('replaced by itself: create_before_destroy takes over what has the name');
    expect(out).not.toContain('is destroyed or replaced\n');
  });

  it('is replaced where it goes first', async () => {
    expect(await reviewed(group('delete', 'create'))).toContain('#### 1 other resource is destroyed or replaced');
  });
});
