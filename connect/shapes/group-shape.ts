import type { TrafficDistributionGroup as WireGroup, TrafficDistributionGroupSummary } from '@aws-sdk/client-connect';
import type { TrafficDistributionGroup } from '../model';
import { bareId } from './ids';
import { optionalFlag, structure, text } from './members';

/** @throws IncompleteAnswer */
export function groupOf(
  wire: WireGroup | TrafficDistributionGroupSummary | undefined,
  member = 'TrafficDistributionGroup',
): TrafficDistributionGroup {
  const { Id, Arn, Name, InstanceArn, Status, IsDefault } = structure(wire, member);
  return {
    id: bareId(text(Id, `${member}.Id`)),
    arn: text(Arn, `${member}.Arn`),
    name: text(Name, `${member}.Name`),
    instanceArn: text(InstanceArn, `${member}.InstanceArn`),
    status: text(Status, `${member}.Status`),
    isDefault: optionalFlag(IsDefault, `${member}.IsDefault`) ?? false,
  };
}
