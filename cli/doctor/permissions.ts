import type { Failure, Outcome } from '../../connect/failure';
import type { Gateway, Id } from '../../connect/gateway';
import { iamActions } from '../../connect/iam-actions';
import { dataSources, resources } from '../../custom-resources';
import { bareId, USER } from '../../custom-resources/values/identifiers';
import { type Finding, notTried, ok, warning, wrong } from './finding';

/** Belongs to nothing. */
const NOBODY = bareId(USER, '00000000-0000-4000-8000-000000000000');

type Probe = (connect: Gateway, instanceId: Id) => Promise<Outcome<unknown>>;

/** For each operation that reads, a call that is cheap: a short list, or the question for something that is not there. */
const PROBES: Readonly<Record<string, Probe>> = {
  DescribeUser: ({ users }, instanceId) => users.find({ instanceId, userId: NOBODY }),
  SearchUsers: ({ users }, instanceId) => users.findByUsername(instanceId, NOBODY),
  ListUserProficiencies: ({ users }, instanceId) => users.listProficiencies({ instanceId, userId: NOBODY }),
  DescribeQuickConnect: ({ quickConnects }, instanceId) => quickConnects.find({ instanceId, quickConnectId: NOBODY }),
  SearchQuickConnects: ({ quickConnects }, instanceId) => quickConnects.findByName(instanceId, NOBODY),
  ListQuickConnects: ({ catalogue }, instanceId) => catalogue.quickConnects(instanceId),
  ListQueues: ({ catalogue }, instanceId) => catalogue.queues(instanceId),
  DescribePredefinedAttribute: ({ predefinedAttributes }, instanceId) => predefinedAttributes.find(instanceId, NOBODY),
  ListRoutingProfiles: ({ catalogue }, instanceId) => catalogue.routingProfiles(instanceId),
  ListSecurityProfiles: ({ catalogue }, instanceId) => catalogue.securityProfiles(instanceId),
  ListUserHierarchyGroups: ({ catalogue }, instanceId) => catalogue.hierarchyGroups(instanceId),
  SearchUserHierarchyGroups: ({ catalogue }, instanceId) => catalogue.hierarchyPaths(instanceId),
  ListTrafficDistributionGroups: ({ groups }, instanceId) => groups.list(instanceId),
  DescribeTrafficDistributionGroup: ({ groups }) => groups.find({ group: NOBODY }),
  ListTrafficDistributionGroupUsers: ({ groups }) => groups.listUsers({ group: NOBODY }),
  GetTrafficDistribution: ({ distributions }) => distributions.find({ group: NOBODY }),
};

/** Told elsewhere. */
const SEEN: ReadonlySet<string> = new Set(['ListInstances', 'DescribeInstance', 'ListUsers', 'GetServiceQuota']);

const called = [...resources, ...dataSources].flatMap(({ operations }) => Object.entries(operations) as [string, object][]);
const operationsOf = (isMeant: (phase: string) => boolean): readonly string[] =>
  [...new Set(called.filter(([phase]) => isMeant(phase)).flatMap(([, operations]) => Object.keys(operations)))].sort();

/** Whether the credentials may do what plans need; of what only applies need, nothing is tried. */
export async function permissions(connect: Gateway, instanceId: Id): Promise<readonly Finding[]> {
  const reads = operationsOf((phase) => phase === 'plan');
  const asked = reads.filter((operation) => Object.hasOwn(PROBES, operation));
  const findings = await Promise.all(asked.map(async (operation) => findingOf(operation, await PROBES[operation]?.(connect, instanceId))));
  const rest = reads.filter((operation) => !Object.hasOwn(PROBES, operation) && !SEEN.has(operation));
  const writes = operationsOf((phase) => phase !== 'plan').filter((operation) => !reads.includes(operation));
  const unseen = actionsOf(writes).filter((action) => !actionsOf(reads).includes(action));
  return [
    ...findings,
    ...(rest.length > 0 ? [notTried(`${actionsOf(rest).join(', ')}: no cheap call would show it`)] : []),
    notTried(`${unseen.join(', ')}: only an apply needs them, and doctor changes nothing. docs/iam-policy.md has a policy that allows all`),
  ];
}

function findingOf(operation: string, outcome: Outcome<unknown> | undefined): Finding {
  const [action = operation] = iamActions(operation);
  if (outcome === undefined || outcome.ok || outcome.failure.kind === 'not-found') return ok(action);
  return failureFinding(action, outcome.failure);
}

/** What a call that failed means for who may do what. */
export function failureFinding(action: string, { kind, code, operation }: Failure): Finding {
  if (kind === 'denied')
    return wrong(
      `${action} is denied${`connect:${operation}` === action ? '' : ` (${operation})`}`,
      'Allow it in the policy of these credentials (docs/iam-policy.md), and look for a "Deny", a permissions boundary or a service control policy.',
    );
  return warning(`${action}: ${operation} ended with ${code}, which tells nothing about permissions`, 'Run doctor again later.');
}

const actionsOf = (operations: readonly string[]): readonly string[] => [...new Set(operations.flatMap(iamActions))].sort();
