import { planQuickConnect } from '../../../custom-resources/quick-connect/plan';
import type { QuickConnectState } from '../../../custom-resources/quick-connect/schema';
import { type PlannedState, UNKNOWN } from '../../../custom-resources/contract/value';
import { SETTINGS } from '../../support/custom-resources/context';
import { INSTANCE_ARN, INSTANCE_ID, REGION } from '../../support/custom-resources/ids';

const PRIOR: QuickConnectState = {
  instance_id: INSTANCE_ID,
  region: null,
  name: 'Call Ada',
  description: null,
  queue_ids: null,
  tags: null,
  tags_all: {},
  id: `${INSTANCE_ID}:qc`,
  quick_connect_id: 'qc',
  arn: 'arn:qc',
  user_config: [{ user_id: 'ada', contact_flow_id: 'flow' }],
  queue_config: [],
  phone_config: [],
  timeouts: null,
};
const CONFIG: QuickConnectState = { ...PRIOR, id: null, quick_connect_id: null, arn: null, tags_all: null };
const plan = (config: Partial<PlannedState<QuickConnectState>>, settings = SETTINGS) =>
  planQuickConnect({ prior: PRIOR, config: { ...CONFIG, ...config }, private: {}, settings });

describe('the plan of a quick connect', () => {
  it('keeps its id through a change of its name', () => {
    expect(plan({ name: 'Ring Ada' }).planned).toMatchObject({ quick_connect_id: 'qc', id: `${INSTANCE_ID}:qc` });
  });

  it('leaves the id open where it is to leave its user, with whom it may be gone by then', () => {
    expect(plan({ user_config: [{ user_id: 'bob', contact_flow_id: 'flow' }] }).planned.quick_connect_id).toBe(UNKNOWN);
    expect(plan({ user_config: [{ user_id: 'ada', contact_flow_id: 'other' }] }).planned.quick_connect_id).toBe('qc');
  });

  it('has another Region called where the ARN of its instance names one, and replaces nothing for that', () => {
    const elsewhere = { ...SETTINGS, region: 'ap-northeast-1' };
    expect(plan({ instance_id: INSTANCE_ARN }, elsewhere)).toMatchObject({
      planned: { instance_id: INSTANCE_ARN, quick_connect_id: 'qc' },
      replace: [],
    });
    expect(plan({ instance_id: INSTANCE_ARN }, { ...SETTINGS, region: REGION }).planned.instance_id).toBe(INSTANCE_ID);
  });

  it('warns that it is made anew, though perhaps nothing changes, where its instance is known only at apply', () => {
    expect(plan({ instance_id: UNKNOWN })).toMatchObject({
      replace: [['instance_id']],
      diagnostics: [{ severity: 'warning', path: ['instance_id'], summary: 'The instance is not known yet' }],
    });
  });

  it('refuses a tag that the provider leaves to others, and more than fifty with the default ones', () => {
    const ignoring = { ...SETTINGS, ignoreTags: { keys: ['site'], keyPrefixes: [] } };
    expect(plan({ tags: { site: 'Leeds' } }, ignoring).diagnostics).toMatchObject([{ summary: 'A tag that the provider ignores' }]);
    const tags = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key-${index}`, 'x']));
    const withDefault = { ...SETTINGS, defaultTags: { team: 'A' } };
    expect(plan({ tags }, withDefault).diagnostics).toMatchObject([{ summary: 'Too many tags', path: ['tags'] }]);
  });
});
