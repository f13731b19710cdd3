import { type Leaver, toldOf } from '../../../custom-resources/user/removal/belongings';
import { idIn } from '../../../connect/shapes/ids';
import {
  change,
  Desk,
  eventsJson,
  GROUPS,
  idOf,
  leaves,
  membershipOf,
  moves,
  planJson,
  thing,
  user,
  type Values,
} from '../../support/review/plan-json';

const desk = new Desk();
afterAll(() => desk.remove());

const callAda = { id: idIn('q-ada'), type: 'USER' as const, arn: 'arn', name: 'Call Ada', queues: ['Support'], userId: idIn(idOf('ada')) };
const forgets = (address: string, before: Values): Values => change(address, { actions: ['forget'], before });
const membership = (login: string): Values =>
  forgets(`connect_traffic_distribution_group_user.${login}`, membershipOf(login, GROUPS.voice));
const quickConnect = forgets('connect_quick_connect.ada', { name: 'Call Ada', quick_connect_id: 'q-ada' });

const reviewed = async (changes: readonly Values[], leaver?: Partial<Leaver>): Promise<string> => {
  const told = leaver
    ? toldOf([{ name: 'ada', userId: idOf('ada'), quickConnects: [], quickConnectsGoingOn: [], groups: [], ...leaver }])
    : [];
  const state = [
    thing('connect_user.ada', user('ada')),
    thing('connect_traffic_distribution_group_user.ada', membershipOf('ada', GROUPS.voice)),
    thing('data.connect_traffic_distribution_group.voice', { id: GROUPS.voice, name: 'Voice teams' }),
  ];
  const events = desk.put('events.jsonl', eventsJson(...told.map((diagnostic) => ({ ...diagnostic }))));
  return desk.markdown(planJson(changes, { state }), '--events', events);
};

describe('what Terraform is to forget, of an agent whose account the same plan deletes', () => {
  it('goes all the same: the quick connect is deleted, the membership ends, and both are counted', async () => {
    const out = await reviewed([leaves('ada'), membership('ada'), quickConnect], {
      quickConnects: [callAda],
      groups: [{ id: GROUPS.voice, name: 'Voice teams' }],
    });
    expect(out).toContain('- `ada`: deletes the quick connect `Call Ada` (offered in `Support`); ends the membership in `Voice teams`');
    expect(out).toContain('`connect_quick_connect`: let go, but deleted with its user');
    expect(out).toContain('- DisassociateTrafficDistributionGroupUser: 1');
    expect(out).not.toContain('let go: stays');
  });

  it('stays where nobody deletes the account', async () => {
    const out = await reviewed([membership('ada'), quickConnect]);
    expect(out.match(/let go: stays, and Terraform no longer manages it/g)).toHaveLength(2);
    expect(out).not.toContain('Disassociate');
  });
});

describe('a membership that the state has, of an agent whose account is deleted', () => {
  const told = { groups: [{ id: GROUPS.voice, name: 'Voice teams' }] };

  it('ends with the account where the plan does not show its end, as by -target', async () => {
    const out = await reviewed([leaves('ada')], told);
    expect(out).toContain('Along go 1 membership whose end the plan does not show.\n\n- `ada`: ends the membership in `Voice teams`');
    expect(out).toContain('- DisassociateTrafficDistributionGroupUser: 1');
  });

  it('is told and counted once where the plan shows its end', async () => {
    const out = await reviewed([leaves('ada'), moves('ada', GROUPS.voice, undefined)], told);
    expect(out).toContain('no memberships but those that the plan shows.\n\n- `ada`: ends the membership in `Voice teams`');
    expect(out).toContain('- DisassociateTrafficDistributionGroupUser: 1');
  });
});
