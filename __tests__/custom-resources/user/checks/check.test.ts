import { idIn } from '../../../../connect/shapes/ids';
import type { Listed, User } from '../../../../connect/gateway';
import { succeeded } from '../../../../connect/failure';
import type { CheckRequest } from '../../../../custom-resources/contract/resource';
import { UNKNOWN } from '../../../../custom-resources/contract/value';
import { takenOver } from '../../../../custom-resources/creating/taken-over';
import { theUser } from '../../../../custom-resources/identity/things';
import { checkUser } from '../../../../custom-resources/user/checks/check';
import type { UserState } from '../../../../custom-resources/user/schema';
import { type Answers, answers, fakeConnect, found, refuses } from '../../../support/custom-resources/connect';
import { testContext } from '../../../support/custom-resources/context';
import { arnOf, INSTANCE_ARN, INSTANCE_ID, REGION, REPLICA } from '../../../support/custom-resources/ids';
import { AGENT, DECLARED, LIVE } from '../../../support/custom-resources/users';

type Request = CheckRequest<UserState>;

const listed = (...ids: readonly string[]): ReadonlyMap<string, Listed> => new Map(ids.map((id) => [idIn(id), { id: idIn(id) }]));
const NEW: Request['planned'] = { ...AGENT, hierarchy_group_id: 'north', id: UNKNOWN, user_id: UNKNOWN, arn: UNKNOWN };
const STRANGER = `arn:aws:connect:${REGION}:999999999999:instance/${INSTANCE_ID}`;
const [JANE] = AGENT.identity_info;
if (!JANE) throw new Error('The sample agent has no name.');

async function check(request: Partial<Request>, { catalogue, ...all }: Answers = {}) {
  const connect = fakeConnect({
    catalogue: {
      routingProfiles: found(listed('basic')),
      hierarchyGroups: found(listed('north')),
      securityProfiles: found(listed('agent', 'supervisor')),
      ...catalogue,
    },
    ...all,
  });
  const context = testContext(connect);
  const whole = { planned: NEW, config: { ...DECLARED, hierarchy_group_id: 'north' }, private: {}, ...request };
  const problems = await context.clock.run(checkUser(whole, context));
  return { problems, connect, takenOver: [...takenOver(context.ledger)] };
}

describe('the plan of a new user', () => {
  it('asks for the instance, the name and all that it refers to, in its Region', async () => {
    const { problems, connect } = await check({});
    expect(problems).toEqual([]);
    expect(connect.calls.map(({ method, given }) => [method, ...given])).toEqual([
      ['find', INSTANCE_ID, REGION],
      ['holderOf', INSTANCE_ID, 'jdoe', REGION],
      ['ofInstance', expect.objectContaining({ id: INSTANCE_ID }), 'users', REGION],
      ['routingProfiles', INSTANCE_ID, REGION],
      ['hierarchyGroups', INSTANCE_ID, REGION],
      ['securityProfiles', INSTANCE_ID, REGION],
    ]);
  });

  it('looks in the Region that is declared, before that of the ARN of the instance', async () => {
    const abroad = INSTANCE_ARN.replace(REGION, 'eu-west-2');
    const regionsAsked = async (planned: object) =>
      (await check({ planned: { ...AGENT, ...planned } })).connect.given('holderOf').map(([, , region]) => region);
    expect(await regionsAsked({ instance_id: abroad })).toEqual(['eu-west-2']);
    expect(await regionsAsked({ instance_id: abroad, region: REPLICA })).toEqual([REPLICA]);
  });

  it.each<[string, Partial<Request>]>([
    ['its instance is known only at apply', { planned: { ...NEW, instance_id: UNKNOWN } }],
    ['it is replaced later', { replacing: true }],
    ['nothing is planned', { planned: undefined }],
  ])('asks for nothing where %s', async (_, request) => {
    const { problems, connect } = await check(request);
    expect([problems, connect.calls]).toEqual([[], []]);
  });

  it('ends with the instance where there is none', async () => {
    const { problems, connect } = await check({}, { instances: { find: found(undefined) } });
    expect(problems).toMatchObject([{ severity: 'error', summary: `No instance ${INSTANCE_ID}`, path: ['instance_id'] }]);
    expect(problems[0]?.detail).toContain('the "region" (of the resource, in the ARN of the instance, or of the provider)');
    expect(connect.called).toEqual(['find']);
  });

  it('ends with the instance, too, where one who is there is to go to one that is not', async () => {
    const request = { prior: AGENT, replacing: true };
    const { problems, connect } = await check(request, { instances: { find: found(undefined) } });
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([{ summary: `No instance ${INSTANCE_ID}` }]);
    expect(connect.called).not.toContain('holderOf');
  });

  it('goes on where it may not look at the instance, with a warning', async () => {
    const { problems, connect } = await check({}, { instances: { find: refuses('denied') } });
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(connect.called).toEqual(['find', 'holderOf', 'routingProfiles', 'hierarchyGroups', 'securityProfiles']);
  });

  it('is refused where the instance does not take what says who the user is', async () => {
    const { problems } = await check({ config: { ...DECLARED, password: 'Secret-1' }, planned: { ...NEW, password: 'Secret-1' } });
    expect(problems).toMatchObject([{ severity: 'error', path: ['password'] }]);
  });

  it.each([
    ['instance', { instance_id: STRANGER }, 'instance_id'],
    ['routing profile', { routing_profile_id: `${STRANGER}/routing-profile/basic` }, 'routing_profile_id'],
    ['hierarchy group', { hierarchy_group_id: `${STRANGER}/agent-group/north` }, 'hierarchy_group_id'],
    ['security profile', { security_profile_ids: [`${STRANGER}/security-profile/agent`] }, 'security_profile_ids'],
  ])('is refused where the ARN of its %s names another account', async (_, planned, attribute) => {
    const { problems } = await check({ planned: { ...NEW, ...planned } });
    expect(problems).toMatchObject([{ severity: 'error', summary: 'An ARN of another account', path: [attribute] }]);
  });

  it('notes for quick connects that apply takes over its account, and no other account', async () => {
    const holder = { ...LIVE, id: idIn('there') };
    const same = await check(
      { planned: { ...AGENT, id: UNKNOWN, user_id: UNKNOWN, arn: UNKNOWN } },
      { users: { holderOf: found(holder) } },
    );
    expect(same.takenOver).toEqual([theUser('there')]);
    expect((await check({}, { users: { holderOf: found(holder) } })).takenOver).toEqual([]);
  });

  it('is not measured against the quota where its account exists already', async () => {
    const { problems, connect } = await check(
      { planned: { ...NEW, hierarchy_group_id: null } },
      { users: { holderOf: found<User | undefined>(LIVE) } },
    );
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(connect.given('ofInstance')).toEqual([]);
  });
});

describe('what a user refers to', () => {
  const at = async (planned: object, catalogue: Answers['catalogue'] = {}, prior?: UserState) =>
    (await check({ prior, planned: { ...NEW, ...planned } }, { catalogue })).problems.map(({ path, summary }) => [
      path?.join('.'),
      summary,
    ]);

  it('is refused where it is not there, each at its attribute', async () => {
    expect(
      await at({ routing_profile_id: 'r', hierarchy_group_id: 'h', security_profile_ids: ['agent', 's', arnOf('security-profile', 't')] }),
    ).toEqual([
      ['routing_profile_id', 'No routing profile r'],
      ['hierarchy_group_id', 'No hierarchy group h'],
      ['security_profile_ids', 'No security profile s'],
      ['security_profile_ids', 'No security profile t'],
    ]);
  });

  it('may be a name that was given in the place of an id: the data source that finds the id is told', async () => {
    const details = async (planned: object) => (await check({ planned: { ...NEW, ...planned } })).problems.map(({ detail }) => detail);
    const names = { routing_profile_id: 'Sales', hierarchy_group_id: 'North', security_profile_ids: ['Admin'] };
    expect(await details(names)).toEqual(
      ['connect_routing_profile', 'connect_user_hierarchy_group', 'connect_security_profile'].map((type) =>
        expect.stringContaining(`If this is a name, the data source ${type} finds the id.`),
      ),
    );
    const [ofAnId] = await details({ routing_profile_id: '33333333-aaaa-4bbb-8ccc-0000000000ff' });
    expect(ofAnId).toMatch(/may have been deleted\.$/);
  });

  it('is looked for once more, in a list of now, where a shared list does not show it', async () => {
    const routingProfiles = answers(succeeded(listed()), succeeded(listed('basic')));
    const { problems, connect } = await check({}, { catalogue: { routingProfiles } });
    expect([problems, connect.given('routingProfiles')]).toEqual([
      [],
      [
        [INSTANCE_ID, REGION],
        [INSTANCE_ID, REGION, { fresh: true }],
      ],
    ]);
  });

  it('is not looked for while it is known only at apply, or where the user does without', async () => {
    const { connect } = await check({
      planned: { ...NEW, routing_profile_id: UNKNOWN, hierarchy_group_id: null, security_profile_ids: [UNKNOWN] },
    });
    expect(connect.called).toEqual(['find', 'holderOf', 'ofInstance']);
    const none = await check({
      planned: { ...NEW, routing_profile_id: UNKNOWN, hierarchy_group_id: UNKNOWN, security_profile_ids: UNKNOWN },
    });
    expect(none.connect.called).toEqual(['find', 'holderOf', 'ofInstance']);
  });

  it('is looked for in a change only where it changes', async () => {
    const prior = { ...AGENT, hierarchy_group_id: 'north' };
    const changed = async (planned: Partial<UserState>) => (await check({ prior, planned: { ...prior, ...planned } })).connect.called;
    expect(await changed({ name: 'jane' })).toEqual([]);
    expect(await changed({ routing_profile_id: 'vip' })).toEqual(['routingProfiles', 'routingProfiles']);
    expect(await changed({ hierarchy_group_id: 'south' })).toEqual(['hierarchyGroups', 'hierarchyGroups']);
    expect(await changed({ security_profile_ids: ['agent', 'admin'] })).toEqual(['securityProfiles', 'securityProfiles']);
  });
});

describe('the plan of a change of a user', () => {
  const withMail = (email: string | null) => ({ ...AGENT, identity_info: [{ ...JANE, email }] });

  it('asks for the instance where the e-mail address changes, which not every instance takes', async () => {
    const { problems } = await check({ prior: AGENT, planned: withMail('jane@example.com'), config: withMail('jane@example.com') });
    expect(problems).toMatchObject([{ severity: 'error', path: ['identity_info', 0, 'email'] }]);
    const same = await check({ prior: withMail('jane@example.com'), planned: withMail('jane@example.com') });
    expect([same.problems, same.connect.calls]).toEqual([[], []]);
    expect((await check({ prior: AGENT, planned: { ...AGENT, identity_info: [] } })).connect.calls).toEqual([]);
    expect((await check({ prior: AGENT, planned: { ...AGENT, identity_info: [UNKNOWN] } })).connect.called).toEqual(['find']);
  });

  it('asks for the instance where a name is taken away, which not every instance goes without', async () => {
    const planned = { ...AGENT, identity_info: [{ ...JANE, first_name: null }] };
    const { problems } = await check({ prior: AGENT, planned });
    expect(problems).toMatchObject([{ severity: 'error', path: ['identity_info', 0, 'first_name'] }]);
    expect((await check({ prior: planned, planned })).connect.calls).toEqual([]);
  });

  it('asks for the instance where an ARN comes that the state does not have', async () => {
    const routing = arnOf('routing-profile', 'basic');
    expect((await check({ prior: AGENT, planned: { ...AGENT, routing_profile_id: routing } })).connect.called).toContain('find');
    const prior = { ...AGENT, instance_id: INSTANCE_ARN, routing_profile_id: routing };
    expect((await check({ prior, planned: { ...prior, name: 'jane' } })).connect.calls).toEqual([]);
  });
});

describe('the plan that replaces a user', () => {
  const quickConnect = { id: idIn('qc'), arn: 'arn:qc', name: 'Call Jane', type: 'USER', userId: idIn('jane'), tags: {} };
  const pointing: Answers = { quickConnects: { listForUser: found([quickConnect]) } };
  const summaries = async (request: Partial<Request>) => (await check(request, pointing)).problems.map(({ summary }) => summary);

  it('tells what goes along with the old one, once', async () => {
    const gone = { planned: undefined, prior: AGENT };
    expect(await summaries(gone)).toEqual(['Quick connects are deleted with their user']);
    expect(await summaries({ ...gone, planned: NEW, replacing: true })).toHaveLength(1);
    const replaced = { state: AGENT, private: {} };
    expect(await summaries({ replaced })).toHaveLength(1);
    expect(await summaries({ replaced, replanned: true })).toEqual([]);
  });

  it('tells with the old one that an account has the new name, since Terraform drops the warnings of the new one, and asks for it once', async () => {
    const all: Answers = { users: { holderOf: found({ ...LIVE, id: idIn('other'), username: 'jane' }) } };
    const renamed = { ...AGENT, name: 'jane' };
    const change = { prior: AGENT, planned: { ...renamed, id: UNKNOWN, user_id: UNKNOWN, arn: UNKNOWN }, config: renamed };
    const told = await check({ ...change, replacing: true }, all);
    expect(told.problems).toMatchObject([{ severity: 'warning', summary: 'A user exists already' }]);
    expect((await check({ ...change, prior: undefined, replanned: true }, all)).connect.given('holderOf')).toEqual([]);
    const other = { ...change, planned: { ...change.planned, routing_profile_id: 'vip' }, replacing: true };
    expect((await check(other, all)).problems).toMatchObject([
      { severity: 'error', detail: expect.stringContaining('already has this resource, with another account') },
    ]);
  });
});
