import { change, Desk, planJson, updates, type Values } from '../../support/review/plan-json';

/** What is taken out of the configuration, and Amazon Connect has no operation to take back: it stays, and nothing is called. */

const desk = new Desk();
afterAll(() => desk.remove());

interface Told {
  readonly lines: readonly string[];
  readonly calls: readonly string[];
}

async function told(before: Values, after: Values): Promise<Told> {
  const markdown = await desk.markdown(planJson([updates('ada', before, after)]));
  const [changes = '', calls = ''] = markdown.split(/^#### .*of Amazon Connect, about.*$/m);
  const items = (text: string): readonly string[] => text.match(/(?<=^- ).*$/gm) ?? [];
  return { lines: items(changes), calls: items(calls) };
}

const accepts = (channel: string, accept = true): Values => ({ channel, auto_accept: accept });

describe('is told to stay, and counts no call:', () => {
  it.each<[string, Values, Values, readonly string[]]>([
    [
      'the identity of an agent',
      {},
      { identity_info: [] },
      ['`ada`: first name: stays, and is no longer managed', '`ada`: last name: stays, and is no longer managed'],
    ],
    ['the phone settings of an agent', {}, { phone_config: [] }, ['`ada`: phone type: stays, and is no longer managed']],
    [
      'the settings of one channel',
      { phone_config: [], auto_accept_config: [accepts('VOICE'), accepts('CHAT')] },
      { phone_config: [], auto_accept_config: [accepts('CHAT')] },
      ['`ada`: auto accept `VOICE`: stays, and is no longer managed'],
    ],
    [
      'the settings of all channels',
      { phone_config: [], auto_accept_config: [accepts('VOICE')] },
      { phone_config: [], auto_accept_config: [] },
      ['`ada`: auto accept `VOICE`: stays, and is no longer managed'],
    ],
  ])('%s', async (_, before, after, lines) => {
    expect(await told(before, after)).toEqual({ lines, calls: [] });
  });

  it('what a hundred agents have each by itself is told in one line', async () => {
    const of = (index: number): Values => updates(`agent${index}`, { identity_info: [{ first_name: `A${index}` }] }, { identity_info: [] });
    const markdown = await desk.markdown(planJson(Array.from({ length: 100 }, (_, index) => of(index))));
    expect(markdown).toContain('- **100 people**: first name: stays, and is no longer managed');
    expect(markdown).not.toContain('to a value of their own');
  });

  it('the queues that offer a quick connect', async () => {
    const offered = { name: 'Hotline', queue_ids: ['support'], phone_config: [{ phone_number: '+12065550100' }] };
    const plan = planJson([
      change('connect_quick_connect.it', { actions: ['update'], before: offered, after: { ...offered, queue_ids: null } }),
    ]);
    const markdown = await desk.markdown(plan);
    expect(markdown).toContain('changed: queue `support`: stays, and is no longer managed');
    expect(markdown).not.toContain('of Amazon Connect, about');
  });
});

describe('is told to go, with its call:', () => {
  it('a setting whose block is there still', async () => {
    const phone = { phone_type: 'SOFT_PHONE', after_contact_work_time_limit: 30 };
    expect(await told({ phone_config: [phone] }, { phone_config: [{ ...phone, after_contact_work_time_limit: 0 }] })).toEqual({
      lines: ['`ada`: after contact work time limit: `30` → `0`'],
      calls: ['DescribeUser: 1', 'UpdateUserPhoneConfig: 1'],
    });
  });

  it('another value of a channel, beside one that stays', async () => {
    const before = { phone_config: [], auto_accept_config: [accepts('VOICE'), accepts('CHAT')] };
    const { calls } = await told(before, { phone_config: [], auto_accept_config: [accepts('CHAT', false)] });
    expect(calls).toEqual(['DescribeUser: 1', 'UpdateUserConfig: 1']);
  });

  it('all queues that a quick connect names none of any more', async () => {
    const offered = { name: 'Hotline', queue_ids: ['support'], phone_config: [{ phone_number: '+12065550100' }] };
    const plan = planJson([
      change('connect_quick_connect.it', { actions: ['update'], before: offered, after: { ...offered, queue_ids: [] } }),
    ]);
    expect(await desk.markdown(plan)).toContain('changed: queue `support` lost');
  });

  it('proficiencies that begin, change and end, each by an operation of its own', async () => {
    const speaks = (attribute_value: string, level: number): Values => ({ attribute_name: 'Language', attribute_value, level });
    const before = { proficiency: [speaks('German', 3), speaks('French', 3), speaks('Dutch', 1)] };
    const after = { proficiency: [speaks('German', 4), speaks('Dutch', 1), speaks('Polish', 2)] };
    expect((await told(before, after)).calls).toEqual([
      'AssociateUserProficiencies: 1',
      'DescribeUser: 1',
      'DisassociateUserProficiencies: 1',
      'UpdateUserProficiencies: 1',
    ]);
    expect((await told(before, { proficiency: [] })).calls).toEqual(['DescribeUser: 1', 'DisassociateUserProficiencies: 1']);
  });
});

it('an account that is made anew keeps nothing of it', async () => {
  const before = { identity_info: [{ first_name: 'Ada' }] };
  const plan = planJson([updates('ada', before, { identity_info: [] })]);
  const [first] = plan['resource_changes'] as { change: Record<string, unknown> }[];
  if (first) first.change['actions'] = ['delete', 'create'];
  expect(await desk.markdown(plan)).not.toContain('no longer managed');
});
