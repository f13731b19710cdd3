import { change, Desk, idOf, planJson, replaces, type Values } from '../../support/review/plan-json';

const desk = new Desk();
afterAll(() => desk.remove());

describe('calls a quick connect by its name, and tells what changes of it', () => {
  const quickConnect: Values = {
    name: 'Call Ada',
    quick_connect_id: 'qc-1',
    user_config: [{ user_id: idOf('ada'), contact_flow_id: 'flow' }],
    queue_ids: ['support'],
    tags_all: { owner: 'north' },
  };
  const address = 'connect_quick_connect.ada';
  const LINE = '- `Call Ada (connect_quick_connect.ada)`: `connect_quick_connect`';

  it.each([
    [
      'its name and queues',
      { name: 'Ring Ada', queue_ids: ['sales'] },
      'name: `Call Ada` → `Ring Ada`; queue `support` lost; queue `sales` gained',
    ],
    ['a tag', { tags_all: { owner: 'south' } }, 'tag `owner`: `north` → `south`'],
  ])('%s', async (_what, after, told) => {
    const updated = change(address, { actions: ['update'], before: quickConnect, after: { ...quickConnect, ...after } });
    expect(await desk.markdown(planJson([updated]))).toContain(`${LINE}: changed: ${told}\n`);
  });

  it('whom it leads to, where the account is made anew', async () => {
    const after = { ...quickConnect, quick_connect_id: undefined, user_config: [{ contact_flow_id: 'flow' }] };
    const unknown = { quick_connect_id: true, user_config: [{ user_id: true }] };
    const user_id = { references: ['connect_user.ada.user_id', 'connect_user.ada'] };
    const markdown = await desk.markdown(
      planJson([replaces('ada', { name: 'ada.king' }), change(address, { actions: ['update'], before: quickConnect, after, unknown })], {
        configuration: [{ address, expressions: { user_config: [{ user_id }] } }],
      }),
    );
    expect(markdown).toContain(`${LINE}: changed: user: \`ada\` → \`ada.king\`\n`);
  });

  it('that it is destroyed', async () => {
    const markdown = await desk.markdown(planJson([change(address, { actions: ['delete'], before: quickConnect })]));
    expect(markdown).toContain(`${LINE} is destroyed\n`);
  });

  it('none of which --hide-people shows', async () => {
    const after = { ...quickConnect, name: 'Ring Ada', user_config: [{ user_id: idOf('bea'), contact_flow_id: 'flow' }] };
    const plan = desk.put('agents.json', planJson([change(address, { actions: ['update'], before: quickConnect, after })]));
    const { out } = await desk.review(plan, '--hide-people');
    expect(out).toContain('user: `(hidden)` → `(hidden), another value`');
    expect(out).not.toMatch(/ada/i);
  });
});

describe('tells what was done outside Terraform from what the configuration asks for', () => {
  const address = 'connect_quick_connect.ada';
  const quickConnect: Values = { name: 'Call Ada', quick_connect_id: 'qc-1', queue_ids: ['support'], tags_all: {} };
  const renamed = { ...quickConnect, name: 'Ada' };
  const told = async (made: Values, outside: Values): Promise<string | undefined> =>
    /^- `Call Ada \(connect_quick_connect\.ada\)`: `connect_quick_connect`: (.*)$|^- `Ada \(.*?: `connect_quick_connect`: (.*)$/m
      .exec(await desk.markdown(planJson([made], { resource_drift: [outside] })))
      ?.slice(1)
      .find(Boolean);

  it('where it was deleted', async () => {
    const made = change(address, { actions: ['create'], after: quickConnect });
    expect(await told(made, change(address, { actions: ['delete'], before: quickConnect }))).toBe(
      'made again, since it was deleted outside Terraform',
    );
  });

  it('where it was changed, and nothing else is to change', async () => {
    const outside = change(address, { actions: ['update'], before: quickConnect, after: renamed });
    const back = change(address, { actions: ['update'], before: renamed, after: quickConnect });
    expect(await told(back, outside)).toBe('changed back, since it was changed outside Terraform: name: `Ada` → `Call Ada`');
    const more = change(address, { actions: ['update'], before: renamed, after: { ...quickConnect, queue_ids: ['sales'] } });
    expect(await told(more, outside)).toMatch(/^changed: name: `Ada` → `Call Ada`; queue/);
  });
});

it('names the attributes that change of what it has no words for', async () => {
  const queue = change('aws_connect_queue.sales', { actions: ['update'], before: { status: 'ENABLED' }, after: { status: 'DISABLED' } });
  expect(await desk.markdown(planJson([queue]))).toContain('`aws_connect_queue`: changed: `status`');
});
