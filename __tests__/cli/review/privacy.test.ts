import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idIn } from '../../../connect/shapes/ids';
import {
  change,
  Desk,
  eventsJson,
  GROUPS,
  idOf,
  joins,
  leaves,
  planJson,
  replaces,
  thing,
  updates,
  user,
  type Values,
  quickConnectTo,
  toldOfLeavers,
} from '../../support/review/plan-json';

const desk = new Desk();
afterAll(() => desk.remove());

/** All that a review writes. */
async function written(plan: Values, events: string, ...argv: readonly string[]): Promise<string> {
  const page = join(desk.directory, 'review.html');
  const { out, err } = await desk.review(
    desk.put('agents.json', plan),
    '--events',
    desk.put('events.jsonl', events),
    '--markdown',
    '-',
    '--html',
    page,
    ...argv,
  );
  return `${out}${err}${readFileSync(page, 'utf8')}`;
}

describe('secrets', () => {
  const OLD = 'Old-Secret-1';
  const NEW = 'New-Secret-2';
  const TAGGED = 'tagged-secret-3';
  const plan = planJson([
    change('connect_user.ada', {
      actions: ['update'],
      before: user('ada', { password: OLD, tags_all: { pin: TAGGED } }),
      after: user('ada', { password: NEW, tags_all: { pin: `${TAGGED}4` } }),
      sensitive: { tags_all: { pin: true } },
    }),
    change('aws_db_instance.x', { actions: ['create'], after: { name: 'db', password: NEW } }),
  ]);

  it('are never shown, whether the plan marks them or their names tell, not even in messages; that they change is', async () => {
    const events = eventsJson({ severity: 'error', summary: `Refused ${NEW}`, detail: '', address: 'connect_user.ada' });
    const text = await written(plan, events);
    for (const secret of [OLD, NEW, TAGGED]) expect(text).not.toContain(secret);
    expect(text).toContain('password: `(sensitive)` → `(sensitive, another value)`');
    expect(text).toContain('tag `pin`: `(sensitive)` → `(sensitive, another value)`');
    expect(text).toContain('`Refused (sensitive)`');
  });

  it('may be the name of a user: then the address stands for it', async () => {
    const secret = change('connect_user.ada', { actions: ['delete'], before: user('the-secret-login'), sensitive: { name: true } });
    const text = await written(planJson([secret]), eventsJson());
    expect(text).not.toContain('the-secret-login');
    expect(text).toContain('`connect_user.ada`');
  });

  it('are not shown where another attribute has a copy of them that Terraform does not mark, as tags_all has of a tag', async () => {
    const ada = (pin: string): Values => user('ada', { tags: { pin }, tags_all: { pin, site: 'Leeds' } });
    const copied = change('connect_user.ada', {
      actions: ['update'],
      before: ada(OLD),
      after: ada(NEW),
      sensitive: { tags: { pin: true } },
    });
    const text = await written(planJson([copied]), eventsJson());
    for (const secret of [OLD, NEW]) expect(text).not.toContain(secret);
    expect(text).toContain('tag `pin`: `(sensitive)` → `(sensitive, another value)`');
  });

  it('hide no danger: security profiles that are marked as sensitive and change are told as gained', async () => {
    const [before, after] = [['agent'], ['agent', 'admin']].map((ids) => user('ada', { security_profile_ids: ids }));
    const marked = change('connect_user.ada', { actions: ['update'], before, after, sensitive: { security_profile_ids: true } });
    const text = await written(planJson([marked]), eventsJson());
    expect(text).toContain(
      '#### Security profiles are gained\n\n- `ada`: the profiles change, and the plan marks them as sensitive: the review cannot tell which are gained',
    );
    expect(text).not.toContain('no security profile is gained');
  });

  describe('hide no danger: of memberships with a secret id', () => {
    const ADDRESS = 'connect_traffic_distribution_group_user.ada';
    const values = (group: string, login: string): Values => ({ traffic_distribution_group_id: group, user_id: idOf(login) });
    const reviewed = (secret: string, actions: readonly string[], after?: Values): Promise<string> =>
      desk.markdown(
        planJson(
          [change(ADDRESS, { actions, before: values(GROUPS.voice, 'ada'), ...(after && { after }), sensitive: { [secret]: true } })],
          {
            state: [{ ...thing(ADDRESS, values(GROUPS.voice, 'ada')), sensitive_values: { [secret]: true } }],
          },
        ),
      );
    const REPLACED = ['delete', 'create'];

    it('a move to another group is told', async () => {
      const out = await reviewed('traffic_distribution_group_id', REPLACED, values(GROUPS.night, 'ada'));
      expect(out).toMatch(/^## 1 changes? team/m);
    });

    it('another user is told', async () => {
      const out = await reviewed('user_id', REPLACED, values(GROUPS.voice, 'bea'));
      expect(out).toMatch(/^## 2 change team/m);
      expect(out).toContain('(another user)');
    });

    it.each(['traffic_distribution_group_id', 'user_id'])('a group that loses its last one is told as emptied (%s)', async (secret) => {
      const out = await reviewed(secret, ['delete']);
      expect(out).toContain('#### 1 group is emptied');
      expect(out).toContain(': 1 member before, none after');
    });
  });
});

describe('--hide-people', () => {
  const person = (login: string, more: Values = {}): Values => ({
    identity_info: [{ first_name: 'Zarathustra', last_name: 'Quux', email: `${login}@corge.example`, mobile: '+15550001' }],
    tags_all: { employee: 'E-4711' },
    ...more,
  });
  const plan = planJson([
    joins('nameone', person('nameone')),
    leaves('nametwo', person('nametwo')),
    replaces('namethree', { name: 'namefour' }, { change: { replace_paths: [['name']] } }),
    updates('namefive', {}, person('namefive', { routing_profile_id: 'routing-sales' })),
    change('connect_user.namesix', {
      actions: ['no-op'],
      before: user('namesix'),
      after: user('namesix'),
      beside: { previous_address: 'aws_connect_user.nameseven' },
    }),
    change('aws_connect_quick_connect.nameeight', { actions: ['delete'], before: { name: 'Call namenine' } }),
  ]);
  const events = eventsJson(
    ...toldOfLeavers(
      { name: 'nametwo', quickConnects: [quickConnectTo('nametwo', { id: idIn('qc-1'), name: 'Call nameten', queues: ['Support'] })] },
      { name: 'namethree', successor: 'namefour', quickConnectsGoingOn: [quickConnectTo('namethree', { id: idIn('qc-2') })] },
    ),
    { severity: 'warning', summary: 'The user "nameeleven" is kept', detail: 'namekept', address: 'connect_user.nametwelve' },
  );

  it('calls people by the ids of their accounts, and leaves out whatever may name them', async () => {
    const hidden = await written(plan, events, '--hide-people');
    expect(
      hidden.match(/name(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|kept)|zarathustra|quux|corge|4711|5550001/gi),
    ).toBeNull();
    expect(hidden).toContain(`- \`user ${idOf('nametwo')}\`: deletes the quick connect \`qc-1\` (offered in \`Support\`)`);
    expect(hidden).toContain('; hands the quick connect `qc-2` on to the new account');
    expect(hidden).toContain('- `new user 1`: routing profile `Basic`');
    expect(hidden).toContain(`- \`user ${idOf('namefive')}\`: routing profile: \`Basic\` → \`Sales\``);
    expect(hidden).toContain('The texts are hidden');
  });

  it('changes neither the verdict nor the hash of the plan', async () => {
    const told = (text: string) => [/^## .*$/m.exec(text)?.[0], /plan: ([0-9a-f]{64})/.exec(text)?.[1]];
    expect(told(await written(plan, events, '--hide-people'))).toEqual(told(await written(plan, events)));
  });
});
