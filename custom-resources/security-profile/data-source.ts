import type { DataSource } from '../contract/resource';
import { lookupOf } from '../lookup/lookup-of';
import { SECURITY_PROFILE } from '../values/identifiers';
import { type SecurityProfileState, schema } from './data-source-schema';

export const securityProfile: DataSource<SecurityProfileState> = lookupOf(
  { type: 'connect_security_profile', schema, operations: { plan: { ListSecurityProfiles: 'finds the security profile' } } },
  {
    identifier: SECURITY_PROFILE,
    idAttribute: 'security_profile_id',
    nameAttribute: 'name',
    listIn: ({ catalogue }) => catalogue.securityProfiles,
  },
);
