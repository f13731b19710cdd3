import { importState } from '../../../custom-resources/traffic-distribution-group-users/identify';
import { GROUP_ARN, GROUP_ID, INSTANCE_ARN, INSTANCE_ID } from '../../support/custom-resources/ids';

it.each([
  ['ids', `${INSTANCE_ID},${GROUP_ID}`],
  ['ARNs', `${INSTANCE_ARN},${GROUP_ARN}`],
  ['both, with a space after the comma', `${INSTANCE_ID}, ${GROUP_ARN}`],
])('takes %s', (_what, text) => {
  const [instance_id, traffic_distribution_group_id] = text.split(/, ?/);
  expect(importState(text)).toEqual({
    state: {
      instance_id,
      traffic_distribution_group_id,
      user_ids: [],
      allow_empty: null,
      id: `${INSTANCE_ID},${GROUP_ID}`,
      region: null,
      timeouts: null,
    },
  });
});

it.each([
  ['', 'it has 1 part'],
  [`${INSTANCE_ID},${GROUP_ID},more`, 'it has 3 parts'],
  [`${INSTANCE_ID},sales`, 'must be a traffic distribution group'],
  [`${GROUP_ARN},${GROUP_ID}`, 'must be an Amazon Connect instance'],
])('refuses %j and shows the form that it wants', (text, problem) => {
  const { state, diagnostics = [] } = importState(text);
  expect(state).toBeUndefined();
  expect(diagnostics).toMatchObject([{ severity: 'error', detail: expect.stringContaining('Expected INSTANCE,GROUP,') }]);
  expect(diagnostics[0]?.detail).toContain(problem);
});
