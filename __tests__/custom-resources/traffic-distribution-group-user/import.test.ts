import { importState } from '../../../custom-resources/traffic-distribution-group-user/identify';
import { GROUP_ARN, GROUP_ID, INSTANCE_ARN, INSTANCE_ID, USER_ARN, USER_ID } from '../../support/custom-resources/ids';

const ID = `${INSTANCE_ID},${GROUP_ID},${USER_ID}`;

it.each([
  ['ids', ID],
  ['ARNs', `${INSTANCE_ARN},${GROUP_ARN},${USER_ARN}`],
  ['both, with spaces after the commas', `${INSTANCE_ID}, ${GROUP_ARN}, ${USER_ID}`],
])('takes %s', (_what, text) => {
  const [instance_id, traffic_distribution_group_id, user_id] = text.split(/, ?/);
  expect(importState(text)).toEqual({
    state: { instance_id, traffic_distribution_group_id, user_id, id: ID, region: null, timeouts: null },
  });
});

it.each([
  ['', 'it has 1 part'],
  [`${INSTANCE_ID},${USER_ID}`, 'it has 2 parts'],
  [`${ID},more`, 'it has 4 parts'],
  [`${INSTANCE_ID},sales,${USER_ID}`, 'GROUP must be a traffic distribution group'],
  [`${GROUP_ARN},${GROUP_ID},${USER_ID}`, 'INSTANCE must be an Amazon Connect instance'],
  [`${INSTANCE_ID},${GROUP_ID},`, 'USER must be a user'],
])('refuses %j and shows the form that it wants', (text, problem) => {
  const { state, diagnostics = [] } = importState(text);
  expect(state).toBeUndefined();
  expect(diagnostics).toMatchObject([{ severity: 'error', detail: expect.stringContaining('Expected INSTANCE,GROUP,USER') }]);
  expect(diagnostics[0]?.detail).toContain(problem);
});
