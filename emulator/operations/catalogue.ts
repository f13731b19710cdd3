import type { Collection } from '../state/collection';
import type { Instance } from '../state/instance';
import type { Named } from '../state/things';
import { notFound } from '../wire/service-error';
import { operation, readToken, writeToken, type Call, type Operation, type ResourceType } from './call';

/** What users refer to and this emulator does not change: profiles, hierarchy groups, predefined attributes. */

interface ListInput {
  readonly InstanceId: string;
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

function summary(instance: Instance, type: ResourceType, id: string, { Name, LastModifiedTime, LastModifiedRegion }: Named, call: Call): object {
  return { Id: id, Arn: call.arnIn(instance, type, id), Name, LastModifiedTime, LastModifiedRegion };
}

function list(member: string, type: ResourceType, things: (instance: Instance) => Collection<Named>): Operation {
  return operation<ListInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const { items, next } = things(instance).page(call.view, input.MaxResults ?? 100, { after: readToken(input.NextToken) });
    return { [member]: items.map(({ id, value }) => summary(instance, type, id, value, call)), NextToken: writeToken(next) };
  });
}

function find(things: Collection<Named>, id: string, what: string, call: Call): Named {
  const thing = things.find(id, call.view);
  if (!thing) throw notFound(`${what} ${id}`);
  return thing;
}

const LEVELS = ['LevelOne', 'LevelTwo', 'LevelThree', 'LevelFour', 'LevelFive'];

/** The groups from the top of the hierarchy down to this one. */
function pathTo(instance: Instance, id: string): readonly { readonly id: string; readonly group: Named }[] {
  const group = instance.hierarchyGroups.latest(id);
  if (!group) return [];
  return [...(group.ParentId === undefined ? [] : pathTo(instance, group.ParentId)), { id, group }];
}

export const catalogue: Readonly<Record<string, Operation>> = {
  ListRoutingProfiles: list('RoutingProfileSummaryList', 'routing-profile', (instance) => instance.routingProfiles),
  ListSecurityProfiles: list('SecurityProfileSummaryList', 'security-profile', (instance) => instance.securityProfiles),
  ListUserHierarchyGroups: list('UserHierarchyGroupSummaryList', 'agent-group', (instance) => instance.hierarchyGroups),

  DescribeRoutingProfile: operation<{ readonly InstanceId: string; readonly RoutingProfileId: string }>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const profile = find(instance.routingProfiles, input.RoutingProfileId, 'Routing profile', call);
    const users = instance.users.list(call.view, { where: ({ value }) => value.RoutingProfileId === input.RoutingProfileId });
    const [queue] = instance.queues.values();
    return {
      RoutingProfile: {
        ...profile,
        InstanceId: instance.facts.id,
        RoutingProfileId: input.RoutingProfileId,
        RoutingProfileArn: call.arnIn(instance, 'routing-profile', input.RoutingProfileId),
        MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
        DefaultOutboundQueueId: queue?.id,
        NumberOfAssociatedUsers: users.length,
        AgentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY',
      },
    };
  }),

  /** Routing profiles of the emulator have no queues. */
  ListRoutingProfileQueues: operation<{ readonly InstanceId: string; readonly RoutingProfileId: string }>((input, call) => {
    const { LastModifiedTime, LastModifiedRegion } = find(call.instance(input.InstanceId).routingProfiles, input.RoutingProfileId, 'Routing profile', call);
    return { RoutingProfileQueueConfigSummaryList: [], LastModifiedTime, LastModifiedRegion };
  }),

  /** Security profiles of the emulator permit nothing in particular. */
  ListSecurityProfilePermissions: operation<{ readonly InstanceId: string; readonly SecurityProfileId: string }>((input, call) => {
    const { LastModifiedTime, LastModifiedRegion } = find(call.instance(input.InstanceId).securityProfiles, input.SecurityProfileId, 'Security profile', call);
    return { Permissions: [], LastModifiedTime, LastModifiedRegion };
  }),

  DescribeSecurityProfile: operation<{ readonly InstanceId: string; readonly SecurityProfileId: string }>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const profile = find(instance.securityProfiles, input.SecurityProfileId, 'Security profile', call);
    return {
      SecurityProfile: {
        ...profile,
        Id: input.SecurityProfileId,
        Arn: call.arnIn(instance, 'security-profile', input.SecurityProfileId),
        OrganizationResourceId: instance.facts.id,
        SecurityProfileName: profile.Name,
      },
    };
  }),

  DescribeUserHierarchyGroup: operation<{ readonly InstanceId: string; readonly HierarchyGroupId: string }>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const group = find(instance.hierarchyGroups, input.HierarchyGroupId, 'Hierarchy group', call);
    const path = pathTo(instance, input.HierarchyGroupId);
    return {
      HierarchyGroup: {
        ...group,
        Id: input.HierarchyGroupId,
        Arn: call.arnIn(instance, 'agent-group', input.HierarchyGroupId),
        LevelId: String(path.length),
        HierarchyPath: Object.fromEntries(path.map((step, depth) => [LEVELS[depth], summary(instance, 'agent-group', step.id, step.group, call)])),
      },
    };
  }),

  ListPredefinedAttributes: operation<ListInput>((input, call) => {
    const { items, next } = call.instance(input.InstanceId).predefinedAttributes.page(call.view, input.MaxResults ?? 100, { after: readToken(input.NextToken) });
    return {
      PredefinedAttributeSummaryList: items.map(({ id, value }) => ({ Name: id, LastModifiedTime: value.LastModifiedTime, LastModifiedRegion: value.LastModifiedRegion })),
      NextToken: writeToken(next),
    };
  }),
};
