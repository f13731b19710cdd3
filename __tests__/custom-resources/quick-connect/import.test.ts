import { importState, moveQuickConnect } from '../../../custom-resources/quick-connect/identify';
import { INSTANCE_ARN, INSTANCE_ID } from '../../support/custom-resources/ids';

const ID = '88888888-aaaa-4bbb-8ccc-000000000009';

describe('importing a quick connect', () => {
  it.each([`${INSTANCE_ID}:${ID}`, `${INSTANCE_ARN}/transfer-destination/${ID}`])('takes %s', (id) => {
    expect(importState(id)).toMatchObject({ state: { quick_connect_id: ID, id: `${INSTANCE_ID}:${ID}` } });
  });

  it('takes the ARN of the instance with the id of the quick connect, and reads where that instance is', () => {
    const state = { instance_id: INSTANCE_ARN, quick_connect_id: ID, id: `${INSTANCE_ID}:${ID}` };
    expect(importState(`${INSTANCE_ARN}:${ID}`)).toMatchObject({ state });
  });

  it.each([
    [ID, 'it has 1 part'],
    [`${INSTANCE_ID}:`, 'must be a quick connect'],
    [`${INSTANCE_ARN}/queue/${ID}`, 'got an ARN of "instance/'],
  ])('refuses %s and shows the form that it wants', (id, problem) => {
    expect(importState(id).diagnostics).toMatchObject([{ severity: 'error', detail: expect.stringContaining(problem) }]);
  });
});

describe('moving an aws_connect_quick_connect', () => {
  const source = (config: object) => ({
    provider: 'registry.terraform.io/hashicorp/aws',
    type: 'aws_connect_quick_connect',
    state: {
      id: `${INSTANCE_ID}:${ID}`,
      arn: `${INSTANCE_ARN}/transfer-destination/${ID}`,
      instance_id: INSTANCE_ID,
      quick_connect_id: ID,
      name: 'Call Ada',
      description: '',
      quick_connect_config: [{ phone_config: [], queue_config: [], user_config: [], ...config }],
      tags: {},
      tags_all: { site: 'Leeds' },
    },
  });

  it.each([
    [
      { quick_connect_type: 'USER', user_config: [{ user_id: 'ada', contact_flow_id: 'flow' }] },
      { user_config: [{ user_id: 'ada', contact_flow_id: 'flow' }] },
    ],
    [
      { quick_connect_type: 'QUEUE', queue_config: [{ queue_id: 'sales', contact_flow_id: 'flow' }] },
      { queue_config: [{ queue_id: 'sales', contact_flow_id: 'flow' }] },
    ],
    [
      { quick_connect_type: 'PHONE_NUMBER', phone_config: [{ phone_number: '+12065550100' }] },
      { phone_config: [{ phone_number: '+12065550100' }] },
    ],
    [{ quick_connect_type: 'PHONE_NUMBER' }, { user_config: [], queue_config: [], phone_config: [] }],
  ])('keeps where it leads: %j', (config, expected) => {
    const moved = moveQuickConnect(source(config));
    expect(moved?.state).toEqual({
      instance_id: INSTANCE_ID,
      quick_connect_id: ID,
      id: `${INSTANCE_ID}:${ID}`,
      arn: `${INSTANCE_ARN}/transfer-destination/${ID}`,
      region: null,
      name: 'Call Ada',
      description: null,
      queue_ids: null,
      tags: null,
      tags_all: { site: 'Leeds' },
      timeouts: null,
      ...{ user_config: [], queue_config: [], phone_config: [] },
      ...expected,
    });
  });

  it('takes one that Terraform hands over as ours already: any but the first of those that "count" or "for_each" repeats', () => {
    const theirs = source({});
    expect(moveQuickConnect({ ...theirs, provider: 'terraform.local/cdktf-amazon-connect/connect' })).toEqual(moveQuickConnect(theirs));
  });

  it('keeps its description, its own tags and its Region where it has some', () => {
    const { state, ...rest } = source({});
    const told = { description: 'At night', region: 'us-west-2', tags: { site: 'Leeds' } };
    expect(moveQuickConnect({ ...rest, state: { ...state, ...told } })?.state).toMatchObject(told);
  });

  it('is for that resource alone', () => {
    expect(moveQuickConnect({ ...source({}), type: 'aws_connect_queue' })).toBeUndefined();
    expect(moveQuickConnect({ ...source({}), provider: 'example.com/other/aws' })).toBeUndefined();
  });
});
