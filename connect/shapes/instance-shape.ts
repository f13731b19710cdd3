import type { DescribeInstanceResponse } from '@aws-sdk/client-connect';
import type { Instance } from '../model';
import { bareId, regionOfArn } from './ids';
import { present } from './incomplete-answer';

/** @throws IncompleteAnswer */
export function instanceOf({ Instance: wire, ReplicationConfiguration: replication }: DescribeInstanceResponse): Instance {
  const arn = present(wire?.Arn, 'Instance.Arn');
  const sourceRegion = replication?.SourceRegion;
  const replicas = replication?.ReplicationStatusSummaryList?.map((replica) => replica.Region) ?? [];
  const regions = [sourceRegion ?? regionOfArn(arn), ...replicas].filter((region) => region !== undefined);
  return {
    id: wire?.Id ?? bareId(arn),
    arn,
    identityManagement: present(wire?.IdentityManagementType, 'Instance.IdentityManagementType'),
    ...(sourceRegion && { sourceRegion }),
    regions: [...new Set(regions)],
  };
}
