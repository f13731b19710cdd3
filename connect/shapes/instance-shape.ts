import type {
  DescribeInstanceResponse,
  Instance as WireInstance,
  InstanceSummary,
  ReplicationConfiguration,
} from '@aws-sdk/client-connect';
import type { Instance, ListedInstance } from '../gateway';
import { type Fields, read } from './fields';
import { idIn, regionOfArn } from './ids';
import { idOf, list, optionalFlag, optionalId, optionalStructure, optionalText, optionalTime, structure, text } from './members';

const INSTANCE: Fields<Omit<Instance, 'id' | 'sourceRegion' | 'regions' | 'globalSignInEndpoint'>, WireInstance> = {
  arn: ['Arn', text],
  identityManagement: ['IdentityManagementType', text],
  alias: ['InstanceAlias', optionalText],
  status: ['InstanceStatus', optionalText],
  inboundCalls: ['InboundCallsEnabled', optionalFlag],
  outboundCalls: ['OutboundCallsEnabled', optionalFlag],
  accessUrl: ['InstanceAccessUrl', optionalText],
  serviceRole: ['ServiceRole', optionalText],
  createdAt: ['CreatedTime', optionalTime],
};

const REPLICATION: Fields<Pick<Instance, 'sourceRegion' | 'globalSignInEndpoint'>, ReplicationConfiguration> = {
  sourceRegion: ['SourceRegion', optionalText],
  globalSignInEndpoint: ['GlobalSignInEndpoint', optionalText],
};

/** @throws IncompleteAnswer */
export function instanceOf({ Instance: wire, ReplicationConfiguration }: DescribeInstanceResponse): Instance {
  const instance = read(INSTANCE, wire, 'Instance');
  const wireReplication = optionalStructure(ReplicationConfiguration, 'ReplicationConfiguration') ?? {};
  const replication = read(REPLICATION, wireReplication, 'ReplicationConfiguration');
  const replicas = list(wireReplication.ReplicationStatusSummaryList, 'ReplicationStatusSummaryList', (replica, member) =>
    optionalText(structure(replica, member).Region, `${member}.Region`),
  );
  const regions = [replication.sourceRegion ?? regionOfArn(instance.arn), ...replicas].filter((region) => region !== undefined);
  const id = optionalId(wire?.Id, 'Instance.Id') ?? idIn(instance.arn);
  return { ...instance, ...replication, id, regions: [...new Set(regions)] };
}

/** @throws IncompleteAnswer */
export function listedInstanceOf(wire: InstanceSummary | undefined, member: string): ListedInstance {
  const { Id, Arn, InstanceAlias } = structure(wire, member);
  return {
    id: optionalId(Id, `${member}.Id`) ?? idOf(Arn, `${member}.Arn`),
    alias: optionalText(InstanceAlias, `${member}.InstanceAlias`),
  };
}
