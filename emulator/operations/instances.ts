import type { Instance } from '../state/instance';
import { operation, type Call, type Operation } from './call';
import { pageByKey } from './pages';

interface ListInput {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

function summary(instance: Instance, call: Call): object {
  const { id, alias, identityManagementType, createdTime } = instance.facts;
  return {
    Id: id,
    Arn: call.arn(`instance/${id}`),
    IdentityManagementType: identityManagementType,
    InstanceAlias: alias,
    CreatedTime: createdTime,
    ServiceRole: `arn:aws:iam::${call.world.account}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect`,
    InstanceStatus: 'ACTIVE',
    InboundCallsEnabled: true,
    OutboundCallsEnabled: true,
    InstanceAccessUrl: `https://${alias}.my.connect.aws`,
    Tags: instance.tags,
  };
}

function replication(instance: Instance): object | undefined {
  const { homeRegion, replicaRegion, alias } = instance.facts;
  if (!replicaRegion) return undefined;
  return {
    SourceRegion: homeRegion,
    GlobalSignInEndpoint: `https://${alias}.global.my.connect.aws`,
    ReplicationStatusSummaryList: instance.regions.map((Region) => ({ Region, ReplicationStatus: 'INSTANCE_REPLICATION_COMPLETE' })),
  };
}

export const instances: Readonly<Record<string, Operation>> = {
  DescribeInstance: operation<{ readonly InstanceId: string }>((input, call) => {
    const instance = call.instance(input.InstanceId);
    return { Instance: summary(instance, call), ReplicationConfiguration: replication(instance) };
  }),

  /** Telephony is on, as `DescribeInstance` says; the instances of the emulator have nothing else switched on. */
  DescribeInstanceAttribute: operation<{ readonly InstanceId: string; readonly AttributeType: string }>((input, call) => {
    call.instance(input.InstanceId);
    const isOn = input.AttributeType === 'INBOUND_CALLS' || input.AttributeType === 'OUTBOUND_CALLS';
    return { Attribute: { AttributeType: input.AttributeType, Value: String(isOn) } };
  }),

  ListInstances: operation<ListInput>((input, call) => {
    const all = call.caller.account === call.world.account ? call.world.instancesIn(call.region) : [];
    const { items, NextToken } = pageByKey(all, ({ facts }) => facts.id, input, 10);
    return { InstanceSummaryList: items.map((instance) => summary(instance, call)), NextToken };
  }),
};
