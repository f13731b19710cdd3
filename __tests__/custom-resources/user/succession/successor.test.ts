import { type PlannedState, UNKNOWN } from '../../../../custom-resources/contract/value';
import type { UserState } from '../../../../custom-resources/user/schema';
import { successorIn } from '../../../../custom-resources/user/succession/successor';
import { AGENT } from '../../../support/custom-resources/users';

describe('the successor that a plan shows', () => {
  const planned = (more: Partial<PlannedState<UserState>> = {}): PlannedState<UserState> => ({
    ...AGENT,
    name: 'jane',
    ...{ id: UNKNOWN, user_id: UNKNOWN, arn: UNKNOWN, directory_user_id: UNKNOWN },
    ...more,
  });
  const [info] = AGENT.identity_info;
  const king = [{ ...info, last_name: 'King' }] as UserState['identity_info'];

  it.each<[string, Partial<PlannedState<UserState>>, boolean]>([
    ['has another user name and nothing else', {}, false],
    ['has another last name, too', { identity_info: king }, true],
    ['has no names', { identity_info: [] }, true],
    ['may have another routing profile, which is known only at apply', { routing_profile_id: UNKNOWN }, false],
  ])('that %s', (_, more, isUnlike) => {
    expect(successorIn(planned(more), AGENT)).toEqual({ name: 'jane', isUnlike });
  });

  it('is nobody while the name is not known', () => {
    expect(successorIn(planned({ name: UNKNOWN }), AGENT)).toBeUndefined();
  });
});
