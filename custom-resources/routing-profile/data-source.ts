import type { DataSource } from '../contract/resource';
import { lookupOf } from '../lookup/lookup-of';
import { ROUTING_PROFILE } from '../values/identifiers';
import { type RoutingProfileState, schema } from './data-source-schema';

export const routingProfile: DataSource<RoutingProfileState> = lookupOf(
  { type: 'connect_routing_profile', schema, operations: { plan: { ListRoutingProfiles: 'finds the routing profile' } } },
  {
    identifier: ROUTING_PROFILE,
    idAttribute: 'routing_profile_id',
    nameAttribute: 'name',
    listIn: ({ catalogue }) => catalogue.routingProfiles,
  },
);
