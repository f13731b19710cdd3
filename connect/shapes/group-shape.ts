import type { TrafficDistributionGroup as WireGroup, TrafficDistributionGroupSummary } from '@aws-sdk/client-connect';
import type { TrafficDistributionGroup } from '../model';
import { idIn } from './ids';
import { idOf, optionalFlag, optionalText, structure, text, texts } from './members';

/** @throws IncompleteAnswer */
export function groupOf(
  wire: WireGroup | TrafficDistributionGroupSummary | undefined,
  member = 'TrafficDistributionGroup',
): TrafficDistributionGroup {
  const { Id, Arn, Name, InstanceArn, Status, IsDefault } = structure(wire, member);
  const instanceArn = text(InstanceArn, `${member}.InstanceArn`);
  return {
    id: idOf(Id, `${member}.Id`),
    arn: text(Arn, `${member}.Arn`),
    name: text(Name, `${member}.Name`),
    instanceArn,
    instanceId: idIn(instanceArn),
    status: text(Status, `${member}.Status`),
    isDefault: optionalFlag(IsDefault, `${member}.IsDefault`) ?? false,
  };
}

/** With what lists do not show. @throws IncompleteAnswer */
export function describedGroupOf(wire: WireGroup | undefined): TrafficDistributionGroup {
  const group = groupOf(wire);
  return {
    ...group,
    description: optionalText(wire?.Description, 'TrafficDistributionGroup.Description'),
    tags: texts(wire?.Tags, 'TrafficDistributionGroup.Tags'),
  };
}
