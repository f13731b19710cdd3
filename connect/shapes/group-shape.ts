import type {
  TrafficDistributionGroup as WireGroup,
  TrafficDistributionGroupSummary,
} from '@aws-sdk/client-connect';
import type { TrafficDistributionGroup } from '../model';
import { bareId } from './ids';
import { present } from './incomplete-answer';

/** @throws IncompleteAnswer */
export const groupOf = (wire: WireGroup | TrafficDistributionGroupSummary): TrafficDistributionGroup => ({
  id: bareId(present(wire.Id, 'TrafficDistributionGroup.Id')),
  arn: present(wire.Arn, 'TrafficDistributionGroup.Arn'),
  name: present(wire.Name, 'TrafficDistributionGroup.Name'),
  instanceArn: present(wire.InstanceArn, 'TrafficDistributionGroup.InstanceArn'),
  status: present(wire.Status, 'TrafficDistributionGroup.Status'),
  isDefault: wire.IsDefault ?? false,
});
