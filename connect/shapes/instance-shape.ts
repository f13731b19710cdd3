import type { DescribeInstanceResponse } from '@aws-sdk/client-connect';
import type { Instance } from '../model';
import { bareId, regionOfArn } from './ids';
import { list, optionalStructure, optionalText, structure, text } from './members';

/** @throws IncompleteAnswer */
export function instanceOf({ Instance: wire, ReplicationConfiguration }: DescribeInstanceResponse): Instance {
  const { Id, Arn, IdentityManagementType } = structure(wire, 'Instance');
  const replication = optionalStructure(ReplicationConfiguration, 'ReplicationConfiguration');
  const arn = text(Arn, 'Instance.Arn');
  const sourceRegion = optionalText(replication?.SourceRegion, 'ReplicationConfiguration.SourceRegion');
  const replicas = list(replication?.ReplicationStatusSummaryList, 'ReplicationStatusSummaryList', (replica, member) =>
    optionalText(structure(replica, member).Region, `${member}.Region`),
  );
  const regions = [sourceRegion ?? regionOfArn(arn), ...replicas].filter((region) => region !== undefined);
  return {
    id: optionalText(Id, 'Instance.Id') ?? bareId(arn),
    arn,
    identityManagement: text(IdentityManagementType, 'Instance.IdentityManagementType'),
    ...(sourceRegion && { sourceRegion }),
    regions: [...new Set(regions)],
  };
}
