import type { Construct } from 'constructs';
import { schema } from '../custom-resources/traffic-distribution-group/schema';
import {
  DataConnectTrafficDistributionGroup as GeneratedGroup,
  type DataConnectTrafficDistributionGroupConfig,
} from './gen/data-connect-traffic-distribution-group';
import { refuseAtSynth } from './refusals';

/** A traffic distribution group of Amazon Connect Global Resiliency that is there already. */
export class DataConnectTrafficDistributionGroup extends GeneratedGroup {
  constructor(scope: Construct, id: string, config: DataConnectTrafficDistributionGroupConfig) {
    super(scope, id, config);
    refuseAtSynth(this, schema);
  }
}
