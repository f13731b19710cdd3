import type { Instance } from '../state/instance';
import type { SecuritySettings } from '../state/setup';
import type { Tags } from '../state/things';
import { operation, type Call, type Operation } from './call';
import { list } from './catalogue';
import { change, checkExists, cleared, create, find, remove, type Naming } from './kind';
import { HIERARCHY_GROUP, SECURITY_PROFILE } from './kinds';
import { pageByKey, type PageInput } from './pages';

interface CreateInput extends SecuritySettings {
  readonly InstanceId: string;
  readonly SecurityProfileName: string;
  readonly Tags?: Tags;
}

type UpdateInput = Naming<'SecurityProfileId'> & SecuritySettings;

function checkGroup(instance: Instance, { AllowedAccessControlHierarchyGroupId: id }: SecuritySettings, call: Call): void {
  if (id) checkExists(HIERARCHY_GROUP, instance, id, call);
}

/** What a request sets, and else what was set before. */
function settingsOf(input: SecuritySettings, before: SecuritySettings = {}): SecuritySettings {
  return {
    Description: cleared(input.Description ?? before.Description),
    Permissions: input.Permissions ?? before.Permissions,
    AllowedAccessControlTags: input.AllowedAccessControlTags ?? before.AllowedAccessControlTags,
    TagRestrictedResources: input.TagRestrictedResources ?? before.TagRestrictedResources,
    HierarchyRestrictedResources: input.HierarchyRestrictedResources ?? before.HierarchyRestrictedResources,
    AllowedAccessControlHierarchyGroupId: input.AllowedAccessControlHierarchyGroupId ?? before.AllowedAccessControlHierarchyGroupId,
    Applications: input.Applications ?? before.Applications,
    AllowedFlowModules: input.AllowedFlowModules ?? before.AllowedFlowModules,
    AllowedAIAgents: input.AllowedAIAgents ?? before.AllowedAIAgents,
    GranularAccessControlConfiguration: input.GranularAccessControlConfiguration ?? before.GranularAccessControlConfiguration,
  };
}

export const securityProfiles: Readonly<Record<string, Operation>> = {
  CreateSecurityProfile: operation<CreateInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    checkGroup(instance, input, call);
    const profile = { ...settingsOf(input), Name: input.SecurityProfileName, Tags: input.Tags ?? {}, ...call.modified };
    const { id, arn } = create(SECURITY_PROFILE, instance, profile, call);
    return { SecurityProfileId: id, SecurityProfileArn: arn };
  }),

  DescribeSecurityProfile: operation<Naming<'SecurityProfileId'>>((input, call) => {
    const { instance, id, thing } = find(SECURITY_PROFILE, input, call);
    return {
      SecurityProfile: {
        ...thing,
        Id: id,
        Arn: call.arnIn(instance, 'security-profile', id),
        OrganizationResourceId: instance.facts.id,
        SecurityProfileName: thing.Name,
      },
    };
  }),

  UpdateSecurityProfile: change(SECURITY_PROFILE, (input: UpdateInput, { instance, thing }, call) => {
    checkGroup(instance, input, call);
    return settingsOf(input, thing);
  }),

  DeleteSecurityProfile: remove(SECURITY_PROFILE, ({ instance, id }) => {
    for (const user of instance.users.values()) if (user.value.SecurityProfileIds.includes(id)) return `user ${user.id}`;
    return undefined;
  }),

  ListSecurityProfiles: list('SecurityProfileSummaryList', 'security-profile', (instance) => instance.securityProfiles),

  ListSecurityProfilePermissions: operation<Naming<'SecurityProfileId'> & PageInput>((input, call) => {
    const { Permissions = [], LastModifiedTime, LastModifiedRegion } = find(SECURITY_PROFILE, input, call).thing;
    const { items, NextToken } = pageByKey(Permissions, (permission) => permission, input);
    return { Permissions: items, NextToken, LastModifiedTime, LastModifiedRegion };
  }),
};
