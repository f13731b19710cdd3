import type { Listed } from '../../connect/model';
import type { DataSource } from '../contract/resource';
import { checkAsked } from '../lookup/check-asked';
import { findOne } from '../lookup/find-one';
import { BY_NAME, type NamedKind, quoted } from '../lookup/kind';
import { SECURITY_PROFILE } from '../values/identifiers';
import { type SecurityProfileState, schema } from './data-source-schema';

const KIND: NamedKind<Listed> = {
  ...BY_NAME,
  identifier: SECURITY_PROFILE,
  idAttribute: 'security_profile_id',
  listIn: ({ catalogue }) => catalogue.securityProfiles,
};

export const securityProfile: DataSource<SecurityProfileState> = {
  type: 'connect_security_profile',
  schema,
  operations: { plan: { ListSecurityProfiles: 'finds the security profile' } },

  validate: ({ instance_id, name, security_profile_id }) => checkAsked(KIND, instance_id, { name, id: security_profile_id }),

  read: (config, context) =>
    findOne(KIND, config, { label: quoted(config.name), id: config.security_profile_id }, context, ({ thing, region, id }) => ({
      ...config,
      name: thing.name ?? null,
      security_profile_id: config.security_profile_id ?? thing.id,
      region,
      id,
      arn: thing.arn ?? null,
    })),
};
