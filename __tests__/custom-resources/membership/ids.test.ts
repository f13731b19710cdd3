import { membershipId } from '../../../custom-resources/membership/ids';
import { GROUP_ID, INSTANCE_ARN, INSTANCE_ID, USER_ARN, USER_ID } from '../../support/custom-resources/ids';

it('writes the id of a membership with bare ids, whatever the spelling', () => {
  expect(membershipId(INSTANCE_ARN, GROUP_ID, USER_ARN)).toBe(`${INSTANCE_ID},${GROUP_ID},${USER_ID}`);
});
