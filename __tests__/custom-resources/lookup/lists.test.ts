import { idIn } from '../../../connect/shapes/ids';
import type { Listed } from '../../../connect/gateway';
import { succeeded } from '../../../connect/failure';
import { listedQuickConnects } from '../../../custom-resources/quick-connect/list';
import { listedGroupUsers } from '../../../custom-resources/traffic-distribution-group-users/list';
import { fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { GROUP } from '../../support/custom-resources/groups';
import { GROUP_ARN, GROUP_ID, INSTANCE_ARN, INSTANCE_ID, REGION, REPLICA } from '../../support/custom-resources/ids';

/** In another order than by name, with one name twice and one nameless. */
const NAMES = { q3: 'Cleo', q1: 'Ada', q4: 'Cleo', q2: 'Bob', q0: undefined };

describe('the quick connects that terraform query lists', () => {
  const all = new Map<string, Listed & { readonly type?: string }>(
    Object.entries(NAMES).map(([id, name]) => [
      idIn(id),
      { id: idIn(id), ...(name !== undefined && { name }), type: name === 'Bob' ? 'QUEUE' : 'USER' },
    ]),
  ).set(idIn('flow'), { id: idIn('flow'), name: 'Flow', type: 'FLOW' });
  const ASKED = { instance_id: INSTANCE_ID, region: null, type: null, name_prefix: null };
  const list = async (asked: Partial<Record<keyof typeof ASKED, string>> = {}, quickConnects = found(all)) => {
    const { found: listed = [], diagnostics } = await listedQuickConnects.list(
      { ...ASKED, ...asked },
      testContext(fakeConnect({ catalogue: { quickConnects } })),
    );
    return { names: listed.map(({ displayName }) => displayName), identities: listed.map(({ identity }) => identity), diagnostics };
  };

  it('are those that a resource can be, by their names', async () => {
    const { names, identities } = await list();
    expect(names).toEqual(['Ada', 'Bob', 'Cleo', 'Cleo', 'q0']);
    expect(identities[0]).toEqual({ instance_id: INSTANCE_ID, quick_connect_id: 'q1' });
  });

  it('may be those of a type, and those whose names begin so', async () => {
    expect((await list({ type: 'QUEUE' })).names).toEqual(['Bob']);
    expect((await list({ name_prefix: 'Cl' })).names).toEqual(['Cleo', 'Cleo']);
    expect((await list({ type: 'QUEUE', name_prefix: 'Cl' })).names).toEqual([]);
  });

  it('are identified in the Region that is asked, or that of the ARN of the instance', async () => {
    const first = async (asked: object) => (await list(asked)).identities[0];
    expect(await first({ instance_id: INSTANCE_ARN })).toEqual({ instance_id: INSTANCE_ID, quick_connect_id: 'q1', region: REGION });
    expect(await first({ instance_id: INSTANCE_ARN, region: REPLICA })).toMatchObject({ region: REPLICA });
  });

  it('are not told where they may not be listed', async () => {
    const { names, diagnostics } = await list({}, refuses('denied'));
    expect([names, diagnostics?.[0]?.summary]).toEqual([
      [],
      `Listing the quick connects of the instance ${INSTANCE_ID} failed: access denied`,
    ]);
  });
});

it('the memberships of a group that terraform query lists are those of users with accounts, by their names', async () => {
  const accounts = new Map(Object.entries(NAMES).map(([id, name = id]) => [idIn(id), { id: idIn(id), username: name.toLowerCase() }]));
  const ids = [...accounts.keys(), idIn('deleted')];
  const connect = fakeConnect({
    groups: { list: found([GROUP]), find: found(GROUP), listUsers: () => Promise.resolve(succeeded(new Set(ids))) },
    users: { list: found(accounts) },
  });
  const asked = { instance_id: INSTANCE_ID, traffic_distribution_group_id: GROUP_ARN };
  const { found: listed = [] } = await listedGroupUsers.list(asked, testContext(connect));
  expect(listed.map(({ displayName }) => displayName)).toEqual(['ada', 'bob', 'cleo', 'cleo', 'q0']);
  expect(listed[1]?.identity).toEqual({ instance_id: INSTANCE_ID, traffic_distribution_group_id: GROUP_ID, user_id: 'q2' });
});
