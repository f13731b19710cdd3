/** Operations that need more than the action of their own name (Service Authorization Reference). */
const DEPENDENT: Readonly<Record<string, readonly string[]>> = {
  AssociateTrafficDistributionGroupUser: ['connect:DescribeUser', 'connect:SearchUsers'],
};

const OTHER_SERVICES: Readonly<Record<string, string>> = {
  AssumeRole: 'sts:AssumeRole',
  GetCallerIdentity: 'sts:GetCallerIdentity',
};

/** Steps of ours that call no API. */
const LOCAL: ReadonlySet<string> = new Set(['ResolveCredentials', 'ResolveRegion']);

/** The IAM actions that a caller of an API operation needs: its own first; none for a step that is no API call. */
export const iamActions = (operation: string): readonly string[] =>
  LOCAL.has(operation)
    ? []
    : [OTHER_SERVICES[operation] ?? `connect:${operation}`, ...(DEPENDENT[operation] ?? [])];
