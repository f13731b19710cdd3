import { randomUUID } from 'node:crypto';
import { initialDistributions } from '../state/distributions';
import type { Instance } from '../state/instance';
import type { Group, Tags } from '../state/things';
import { invalidRequest, ServiceError } from '../wire/service-error';
import { operation, type Call, type Operation } from './call';
import { findGroup } from './find-group';
import { pageByKey } from './pages';

interface CreateInput {
  readonly Name: string;
  readonly Description?: string;
  readonly InstanceId: string;
  readonly ClientToken?: string;
  readonly Tags?: Tags;
}

interface ListInput {
  readonly InstanceId?: string;
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

interface GroupInput {
  readonly TrafficDistributionGroupId: string;
}

function existing(instance: Instance, call: Call): readonly { readonly id: string; readonly value: Group }[] {
  return [...instance.groups.values()].filter(({ value }) => call.status(value) !== 'GONE');
}

function summary(instance: Instance, id: string, group: Group, call: Call): object {
  return {
    ...group,
    Id: id,
    Arn: call.groupArn(instance, id),
    InstanceArn: call.arn(`instance/${instance.facts.id}`, instance.facts.homeRegion),
    Status: call.status(group),
  };
}

export const groups: Readonly<Record<string, Operation>> = {
  CreateTrafficDistributionGroup: operation<CreateInput>((input, call) => {
    const instance = call.instanceByIdOrArn(input.InstanceId);
    const { homeRegion, replicaRegion } = instance.facts;
    if (!replicaRegion || call.region !== homeRegion)
      throw invalidRequest('A traffic distribution group needs an instance that has been replicated, in its source Region.');
    const present = existing(instance, call);
    const repeated = input.ClientToken === undefined ? undefined : present.find(({ value }) => value.ClientToken === input.ClientToken);
    if (repeated) return { Id: repeated.id, Arn: call.groupArn(instance, repeated.id) };
    if (present.some(({ value }) => value.Name === input.Name))
      throw new ServiceError('ResourceConflictException', 'A traffic distribution group with this Name already exists.');
    const { trafficDistributionGroups } = call.settings.quotas;
    if (present.length >= trafficDistributionGroups)
      throw new ServiceError(
        'ServiceQuotaExceededException',
        `The instance has reached its quota of ${trafficDistributionGroups} traffic distribution groups.`,
      );

    const id = randomUUID();
    const group: Group = {
      Name: input.Name,
      Description: input.Description,
      IsDefault: false,
      Tags: input.Tags ?? {},
      ClientToken: input.ClientToken,
      Status: 'CREATION_IN_PROGRESS',
      Becomes: { Status: 'ACTIVE', at: call.now + call.settings.groupDelay },
      ...initialDistributions(homeRegion, replicaRegion, false),
    };
    instance.groups.put(id, group, call.stampAtHome(instance));
    return { Id: id, Arn: call.groupArn(instance, id) };
  }),

  DescribeTrafficDistributionGroup: operation<GroupInput>((input, call) => {
    const { id, instance, group } = findGroup(call, input.TrafficDistributionGroupId);
    return { TrafficDistributionGroup: summary(instance, id, group, call) };
  }),

  /** The model declares no ResourceNotFoundException here, so a missing group counts as deleted. */
  DeleteTrafficDistributionGroup: operation<GroupInput>((input, call) => {
    const missing = (error: unknown): error is ServiceError => error instanceof ServiceError && error.code === 'ResourceNotFoundException';
    try {
      const { id, instance, group } = findGroup(call, input.TrafficDistributionGroupId);
      if (call.region !== instance.facts.homeRegion)
        throw invalidRequest('A traffic distribution group is deleted in the Region where it was created.');
      if (group.IsDefault) throw invalidRequest('The default traffic distribution group cannot be deleted.');
      instance.groups.put(
        id,
        { ...group, Status: 'PENDING_DELETION', Becomes: { Status: 'GONE', at: call.now + call.settings.groupDelay } },
        call.stampAtHome(instance),
      );
    } catch (error) {
      if (!missing(error)) throw error;
    }
    return undefined;
  }),

  ListTrafficDistributionGroups: operation<ListInput>((input, call) => {
    const instances =
      input.InstanceId === undefined
        ? call.caller.account === call.world.account
          ? call.world.instancesIn(call.region)
          : []
        : [instanceOrNone(input.InstanceId, call)];
    const all = instances.flatMap((instance) =>
      instance
        ? instance.groups
            .list(call.viewAtHome(instance), { where: ({ value }) => call.status(value) !== 'GONE' })
            .map((entry) => ({ instance, ...entry }))
        : [],
    );
    const { items, NextToken } = pageByKey(
      all,
      ({ instance, sequence }) => `${instance.facts.id} ${String(sequence).padStart(12, '0')}`,
      input,
      10,
    );
    return { TrafficDistributionGroupSummaryList: items.map(({ instance, id, value }) => summary(instance, id, value, call)), NextToken };
  }),
};

/** This operation declares no ResourceNotFoundException either: an unknown instance has no groups. */
function instanceOrNone(idOrArn: string, call: Call): Instance | undefined {
  try {
    return call.instanceByIdOrArn(idOrArn);
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}
