import type { Construct } from 'constructs';
import { schema } from '../custom-resources/traffic-distribution-group-user/schema';
import { TrafficDistributionGroupUser as GeneratedMembership, type TrafficDistributionGroupUserConfig } from './gen/traffic-distribution-group-user';
import { refuseAtSynth } from './refusals';

/**
 * An agent's membership in a traffic distribution group of Amazon Connect Global Resiliency. Agents
 * must be members before they sign in through the global sign-in endpoint.
 *
 * Synth fails on values that Connect is certain to refuse.
 */
export class TrafficDistributionGroupUser extends GeneratedMembership {
  constructor(scope: Construct, id: string, config: TrafficDistributionGroupUserConfig) {
    super(scope, id, config);
    refuseAtSynth(this, schema);
  }
}
