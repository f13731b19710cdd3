import type { Listed } from '../../connect/model';
import type { DataSource } from '../contract/resource';
import { checkAsked } from '../lookup/check-asked';
import { findOne } from '../lookup/find-one';
import { BY_NAME, type NamedKind, quoted } from '../lookup/kind';
import { ROUTING_PROFILE } from '../values/identifiers';
import { type RoutingProfileState, schema } from './data-source-schema';

const KIND: NamedKind<Listed> = {
  ...BY_NAME,
  identifier: ROUTING_PROFILE,
  idAttribute: 'routing_profile_id',
  listIn: ({ catalogue }) => catalogue.routingProfiles,
};

export const routingProfile: DataSource<RoutingProfileState> = {
  type: 'connect_routing_profile',
  schema,
  operations: { plan: { ListRoutingProfiles: 'finds the routing profile' } },

  validate: ({ instance_id, name, routing_profile_id }) => checkAsked(KIND, instance_id, { name, id: routing_profile_id }),

  read: (config, context) =>
    findOne(KIND, config, { label: quoted(config.name), id: config.routing_profile_id }, context, ({ thing, region, id }) => ({
      ...config,
      name: thing.name ?? null,
      routing_profile_id: config.routing_profile_id ?? thing.id,
      region,
      id,
      arn: thing.arn ?? null,
    })),
};
