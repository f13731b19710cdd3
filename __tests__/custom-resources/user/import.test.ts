import type { MoveSource } from '../../../custom-resources/contract/resource';
import { importState, moveUser } from '../../../custom-resources/user/identify';
import { planUser } from '../../../custom-resources/user/plan';
import { SETTINGS } from '../../support/custom-resources/context';
import { GROUP_ARN, INSTANCE_ARN, INSTANCE_ID, REGION, USER_ARN, USER_ID } from '../../support/custom-resources/ids';
import { AGENT, DECLARED } from '../../support/custom-resources/users';

describe('importing a user', () => {
  it.each([`${INSTANCE_ID}:${USER_ID}`, USER_ARN])('takes %s', (id) => {
    expect(importState(id)).toMatchObject({ state: { user_id: USER_ID, id: `${INSTANCE_ID}:${USER_ID}` } });
  });

  it('takes the ARN of the instance with the id of the user, and reads where that instance is', () => {
    const state = { instance_id: INSTANCE_ARN, user_id: USER_ID, id: `${INSTANCE_ID}:${USER_ID}` };
    expect(importState(`${INSTANCE_ARN}:${USER_ID}`)).toMatchObject({ state });
  });

  it.each([INSTANCE_ID, INSTANCE_ARN])('takes the user name in the instance %s, and leaves it to the read who that is', (instance) => {
    const name = 'ACME\\ada:l@example.com/1';
    expect(importState(`${instance}:name/${name}`)).toMatchObject({ state: { instance_id: instance, name, user_id: null } });
  });

  it.each([
    [`${INSTANCE_ID}:name/`, 'the user name is missing'],
    [`${INSTANCE_ID}/1:name/ada`, 'must be an Amazon Connect instance'],
    [USER_ID, 'it has 1 part'],
    [`${INSTANCE_ID}:${USER_ID}:more`, 'it has 3 parts'],
    [`${INSTANCE_ID}:`, 'must be a user'],
    [`:${USER_ID}`, 'must be an Amazon Connect instance'],
    [INSTANCE_ARN, 'got an ARN of "instance/'],
    [GROUP_ARN, 'got an ARN of "traffic-distribution-group/'],
  ])('refuses %s and shows the form that it wants', (id, problem) => {
    const { state, diagnostics = [] } = importState(id);
    expect(state).toBeUndefined();
    expect(diagnostics).toMatchObject([{ severity: 'error', detail: expect.stringContaining('Expected INSTANCE:USER') }]);
    expect(diagnostics[0]?.detail).toContain(problem);
  });

  it('keeps the Region of an ARN, so that the user is read where it is', () => {
    expect(importState(USER_ARN).state?.instance_id).toContain(REGION);
  });
});

describe('moving an aws_connect_user', () => {
  const theirs = {
    arn: USER_ARN,
    directory_user_id: '',
    hierarchy_group_id: '',
    id: `${INSTANCE_ID}:${USER_ID}`,
    identity_info: [{ email: '', first_name: 'Jane', last_name: 'Doe', secondary_email: '' }],
    instance_id: INSTANCE_ID,
    name: 'jdoe',
    password: 'Secret123',
    phone_config: [{ after_contact_work_time_limit: 0, auto_accept: false, desk_phone_number: '', phone_type: 'SOFT_PHONE' }],
    routing_profile_id: 'basic',
    security_profile_ids: ['supervisor', 'agent'],
    tags: { team: 'a' },
    tags_all: { env: 'prod', team: 'a' },
    user_id: USER_ID,
  };
  const source: MoveSource = { provider: 'registry.terraform.io/hashicorp/aws', type: 'aws_connect_user', state: theirs };

  it('keeps everything, and reads an empty text as left out', () => {
    expect(moveUser(source)).toEqual({
      state: {
        ...AGENT,
        password: 'Secret123',
        security_profile_ids: ['supervisor', 'agent'],
        tags: { team: 'a' },
        tags_all: { env: 'prod', team: 'a' },
        quick_connects_on_delete: 'retain',
      },
      private: { moved: true },
    });
  });

  it('needs no change afterwards when the body stays the same', () => {
    const { state: prior, private: known = {} } = moveUser(source) ?? {};
    const config = { ...DECLARED, password: 'Secret123', tags: { team: 'a' } };
    const settings = { ...SETTINGS, defaultTags: { env: 'prod' } };
    expect(planUser({ prior, config, private: known, settings })).toEqual({ planned: prior, replace: [], diagnostics: [] });
  });

  it('keeps its quick connects when it goes, unless the configuration says otherwise', () => {
    const { state: prior, private: known = {} } = moveUser(source) ?? {};
    const planned = (said: string | null) =>
      planUser({ prior, config: { ...DECLARED, quick_connects_on_delete: said }, private: known, settings: SETTINGS }).planned
        .quick_connects_on_delete;
    expect([planned(null), planned('delete'), planned('retain')]).toEqual(['retain', 'delete', 'retain']);
  });

  it('keeps the Region that the AWS provider writes since its version 6', () => {
    expect(moveUser({ ...source, state: { ...theirs, region: 'us-west-2' } })?.state?.region).toBe('us-west-2');
  });

  it('takes one whom Terraform hands over as ours already: any but the first of those that "count" or "for_each" repeats', () => {
    expect(moveUser({ ...source, provider: 'terraform.local/cdktf-amazon-connect/connect' })).toEqual(moveUser(source));
  });

  it('takes a user without identity, phone or tags', () => {
    const bare = { ...theirs, identity_info: [], phone_config: [], tags: null, tags_all: null, password: null };
    expect(moveUser({ ...source, state: bare })).toMatchObject({
      state: { identity_info: [], phone_config: [], tags: null, password: null },
    });
  });

  it('has no value for what the other state lacks, or an empty one where a value must be', () => {
    expect(moveUser({ ...source, state: { instance_id: INSTANCE_ID, user_id: USER_ID } })?.state).toMatchObject({
      name: '',
      routing_profile_id: '',
      hierarchy_group_id: null,
      security_profile_ids: [],
    });
  });

  it.each([
    ['another resource', { type: 'aws_connect_queue' }],
    ['another provider', { provider: 'registry.terraform.io/someone/aws2' }],
  ])('leaves %s alone', (_what, other) => {
    expect(moveUser({ ...source, ...other })).toBeUndefined();
  });
});
