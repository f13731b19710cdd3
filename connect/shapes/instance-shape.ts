import type { DescribeInstanceResponse, InstanceSummary } from '@aws-sdk/client-connect';
import type { Instance, ListedInstance } from '../model';
import { idIn, regionOfArn } from './ids';
import { list, optionalFlag, optionalStructure, optionalText, optionalTime, structure, text } from './members';

/** @throws IncompleteAnswer */
export function instanceOf({ Instance: wire, ReplicationConfiguration }: DescribeInstanceResponse): Instance {
  const instance = structure(wire, 'Instance');
  const replication = optionalStructure(ReplicationConfiguration, 'ReplicationConfiguration');
  const arn = text(instance.Arn, 'Instance.Arn');
  const sourceRegion = optionalText(replication?.SourceRegion, 'ReplicationConfiguration.SourceRegion');
  const replicas = list(replication?.ReplicationStatusSummaryList, 'ReplicationStatusSummaryList', (replica, member) =>
    optionalText(structure(replica, member).Region, `${member}.Region`),
  );
  const regions = [sourceRegion ?? regionOfArn(arn), ...replicas].filter((region) => region !== undefined);
  return {
    id: idIn(optionalText(instance.Id, 'Instance.Id') ?? arn),
    arn,
    identityManagement: text(instance.IdentityManagementType, 'Instance.IdentityManagementType'),
    regions: [...new Set(regions)],
    ...(sourceRegion && { sourceRegion }),
    alias: optionalText(instance.InstanceAlias, 'Instance.InstanceAlias'),
    status: optionalText(instance.InstanceStatus, 'Instance.InstanceStatus'),
    inboundCalls: optionalFlag(instance.InboundCallsEnabled, 'Instance.InboundCallsEnabled'),
    outboundCalls: optionalFlag(instance.OutboundCallsEnabled, 'Instance.OutboundCallsEnabled'),
    accessUrl: optionalText(instance.InstanceAccessUrl, 'Instance.InstanceAccessUrl'),
    serviceRole: optionalText(instance.ServiceRole, 'Instance.ServiceRole'),
    createdAt: optionalTime(instance.CreatedTime, 'Instance.CreatedTime'),
    globalSignInEndpoint: optionalText(replication?.GlobalSignInEndpoint, 'ReplicationConfiguration.GlobalSignInEndpoint'),
  };
}

/** @throws IncompleteAnswer */
export function listedInstanceOf(wire: InstanceSummary | undefined, member: string): ListedInstance {
  const { Id, Arn, InstanceAlias } = structure(wire, member);
  return {
    id: idIn(optionalText(Id, `${member}.Id`) ?? text(Arn, `${member}.Arn`)),
    alias: optionalText(InstanceAlias, `${member}.InstanceAlias`),
  };
}
