import type { Construct } from 'constructs';
import { schema } from '../custom-resources/traffic-distribution-group-users/schema';
import { TrafficDistributionGroupUsers as GeneratedGroupUsers, type TrafficDistributionGroupUsersConfig } from './gen/traffic-distribution-group-users';
import { refuseAtSynth } from './refusals';

/**
 * All users of a traffic distribution group of Amazon Connect Global Resiliency, in one resource: who is
 * not named is taken out. For large groups; a group is declared so, or with one
 * `TrafficDistributionGroupUser` for each user, not both.
 *
 * Synth fails on values that Connect is certain to refuse.
 */
export class TrafficDistributionGroupUsers extends GeneratedGroupUsers {
  constructor(scope: Construct, id: string, config: TrafficDistributionGroupUsersConfig) {
    super(scope, id, config);
    refuseAtSynth(this, schema);
  }
}
