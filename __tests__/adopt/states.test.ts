import { asImported } from '../../adopt/read/states';
import type { Instance } from '../../connect/gateway';
import { idIn } from '../../connect/shapes/ids';
import { INSTANCE_ARN, INSTANCE_ID, REGION } from '../support/custom-resources/ids';
import { LIVE } from '../support/custom-resources/users';

const adopted = (identityManagement: Instance['identityManagement']) =>
  asImported(
    { id: idIn(INSTANCE_ID), arn: INSTANCE_ARN, identityManagement, regions: [REGION] },
    { user: { ...LIVE, directoryUserId: 'd-1' }, proficiencies: [] },
  ).state.directory_user_id;

describe('the directory user id of an adopted agent', () => {
  it('is declared where the directory is one of its own, outside Amazon Connect', () => {
    expect(adopted('EXISTING_DIRECTORY')).toBe('d-1');
  });

  it.each(['CONNECT_MANAGED', 'SAML'] as const)('is left to Amazon Connect, which gave it, by an instance with %s', (type) => {
    expect(adopted(type)).toBeNull();
  });
});
