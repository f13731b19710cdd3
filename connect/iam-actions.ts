/** Operations that need more than the action of their own name (Service Authorization Reference). */
const DEPENDENT: Readonly<Record<string, readonly string[]>> = {
  AssociateTrafficDistributionGroupUser: ['connect:DescribeUser', 'connect:SearchUsers'],
  SearchQuickConnects: ['connect:DescribeQuickConnect'],
  SearchUserHierarchyGroups: ['connect:DescribeUserHierarchyGroup'],
  SearchUsers: ['connect:DescribeUser', 'connect:ListUserProficiencies'],
};

/** What they need of other services beside. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  DescribeInstance: ['ds:DescribeDirectories'],
  ListInstances: ['ds:DescribeDirectories'],
};

/** Actions that know no resources: a policy allows them on `*`. */
const WITHOUT_RESOURCE: ReadonlySet<string> = new Set([
  'connect:ListInstances',
  'connect:ListTrafficDistributionGroups',
  'ds:DescribeDirectories',
  'servicequotas:GetServiceQuota',
]);

const OTHER_SERVICES: Readonly<Record<string, string>> = {
  AssumeRole: 'sts:AssumeRole',
  GetCallerIdentity: 'sts:GetCallerIdentity',
  GetServiceQuota: 'servicequotas:GetServiceQuota',
};

/** Steps of ours that call no API. */
const LOCAL: ReadonlySet<string> = new Set(['ResolveCredentials', 'ResolveRegion']);

/** The IAM actions that a caller of an API operation needs: its own first; none for a step that is no API call. */
export const iamActions = (operation: string): readonly string[] =>
  LOCAL.has(operation) ? [] : [OTHER_SERVICES[operation] ?? `connect:${operation}`, ...(DEPENDENT[operation] ?? [])];

/** What a policy has to allow for an API operation: those actions, and what other services ask for. */
export const policyActions = (operation: string): readonly string[] => [...iamActions(operation), ...(BESIDE[operation] ?? [])];

export const knowsResources = (action: string): boolean => !WITHOUT_RESOURCE.has(action);
