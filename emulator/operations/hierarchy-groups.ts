import type { Instance } from '../state/instance';
import type { HierarchyGroup } from '../state/setup';
import type { Tags } from '../state/things';
import { invalidParameter, invalidRequest } from '../wire/service-error';
import { operation, type Call, type Operation } from './call';
import { list, summary } from './catalogue';
import { depthOf, hasLevel, LEVELS } from './hierarchy-structure';
import { change, checkExists, checkName, create, find, remove, type Naming } from './kind';
import { HIERARCHY_GROUP } from './kinds';

interface CreateInput {
  readonly InstanceId: string;
  readonly Name: string;
  readonly ParentGroupId?: string;
  readonly Tags?: Tags;
}

const MAX_NAME = 100;

function checkLength(name: string): void {
  if (name === '' || [...name].length > MAX_NAME) throw invalidParameter(`Name must have 1 to ${MAX_NAME} characters.`);
}

/** The groups from the top of the hierarchy down to this one. */
function pathTo(instance: Instance, id: string): readonly { readonly id: string; readonly group: HierarchyGroup }[] {
  const group = instance.hierarchyGroups.latest(id);
  if (!group) return [];
  return [...(group.ParentId === undefined ? [] : pathTo(instance, group.ParentId)), { id, group }];
}

/** A group with its way from the top, as it is described and searched. */
export function groupDetail(instance: Instance, id: string, group: HierarchyGroup, call: Call): object {
  const path = pathTo(instance, id);
  return {
    ...group,
    Id: id,
    Arn: call.arnIn(instance, 'agent-group', id),
    LevelId: String(path.length),
    HierarchyPath: Object.fromEntries(
      path.map((step, depth) => [LEVELS[depth], summary(instance, 'agent-group', step.id, step.group, call)]),
    ),
  };
}

function usedBy(instance: Instance, id: string): string | undefined {
  for (const child of instance.hierarchyGroups.values())
    if (child.value.ParentId === id) return `hierarchy group ${child.id}, which is below it`;
  for (const user of instance.users.values()) if (user.value.HierarchyGroupId === id) return `user ${user.id}`;
  return undefined;
}

export const hierarchyGroups: Readonly<Record<string, Operation>> = {
  /** A group belongs to the level below its parent's, which the structure must have. */
  CreateUserHierarchyGroup: operation<CreateInput>(({ InstanceId, Name, ParentGroupId, Tags = {} }, call) => {
    const instance = call.instance(InstanceId);
    checkLength(Name);
    if (ParentGroupId !== undefined) checkExists(HIERARCHY_GROUP, instance, ParentGroupId, call);
    const level = depthOf(instance, ParentGroupId) + 1;
    if (!hasLevel(instance, level)) throw invalidRequest(`The hierarchy of the instance has no level ${level}.`);
    const { id, arn } = create(HIERARCHY_GROUP, instance, { Name, ParentId: ParentGroupId, Tags, ...call.modified }, call);
    return { HierarchyGroupId: id, HierarchyGroupArn: arn };
  }),

  DescribeUserHierarchyGroup: operation<Naming<'HierarchyGroupId'>>((input, call) => {
    const { instance, id, thing } = find(HIERARCHY_GROUP, input, call);
    return { HierarchyGroup: groupDetail(instance, id, thing, call) };
  }),

  UpdateUserHierarchyGroupName: change(
    HIERARCHY_GROUP,
    ({ Name }: Naming<'HierarchyGroupId'> & { readonly Name: string }, { instance, id }) => {
      checkLength(Name);
      checkName(HIERARCHY_GROUP, instance, Name, id);
      return { Name };
    },
  ),

  DeleteUserHierarchyGroup: remove(HIERARCHY_GROUP, ({ instance, id }) => usedBy(instance, id)),

  ListUserHierarchyGroups: list('UserHierarchyGroupSummaryList', 'agent-group', (instance) => instance.hierarchyGroups),
};
