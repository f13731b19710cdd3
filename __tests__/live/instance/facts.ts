import type { Connect } from '@aws-sdk/client-connect';

/** What there is on the instance that accounts and quick connects need. */
export interface Facts {
  readonly instanceId: string;
  readonly region: string;
  readonly identityManagement: 'SAML' | 'CONNECT_MANAGED';
  /** One or two of them. */
  readonly routingProfileIds: readonly string[];
  /** That of agents, and one more where there is one that is no administrator's. */
  readonly securityProfileIds: readonly string[];
  readonly hierarchyGroupId?: string;
  /** Of agent transfers. */
  readonly flowId?: string;
  readonly hoursOfOperationId?: string;
}

/** An instance on which the suite cannot run. */
export class UnsuitableInstance extends Error {}

/** Profiles that every new instance comes with. The last ones see more than an agent, and nobody knows how to sign in as ours. */
const SECURITY_PROFILES = ['Agent', 'QualityAnalyst', 'CallCenterManager'];

interface Named {
  readonly Id?: string;
  readonly Name?: string;
}

export async function readFacts(client: Connect, InstanceId: string, region: string, flow: string | undefined): Promise<Facts> {
  const { Instance } = await client.describeInstance({ InstanceId });
  const identityManagement = Instance?.IdentityManagementType;
  if (identityManagement !== 'SAML' && identityManagement !== 'CONNECT_MANAGED')
    throw new UnsuitableInstance(
      'The accounts of this instance are those of a directory: this suite cannot make any up. Take an instance with SAML or with accounts of its own.',
    );
  const first = { InstanceId, MaxResults: 1000 };
  const routing = idsOf((await client.listRoutingProfiles(first)).RoutingProfileSummaryList);
  const security = (await client.listSecurityProfiles(first)).SecurityProfileSummaryList ?? [];
  const securityProfileIds = SECURITY_PROFILES.flatMap((name) => idsOf(security.filter(({ Name }) => Name === name)));
  if (routing.length === 0) throw new UnsuitableInstance('The instance has no routing profile.');
  if (!security.some(({ Name }) => Name === SECURITY_PROFILES[0]))
    throw new UnsuitableInstance(
      'The instance has no security profile "Agent", which every new instance has. Make one without permissions.',
    );
  const [hierarchyGroupId] = idsOf((await client.listUserHierarchyGroups(first)).UserHierarchyGroupSummaryList);
  const [hoursOfOperationId] = idsOf((await client.listHoursOfOperations(first)).HoursOfOperationSummaryList);
  const flowId = flow ?? (await agentTransferFlow(client, InstanceId));
  return {
    instanceId: InstanceId,
    region,
    identityManagement,
    routingProfileIds: routing.slice(0, 2),
    securityProfileIds: securityProfileIds.slice(0, 2),
    ...(hierarchyGroupId !== undefined && { hierarchyGroupId }),
    ...(hoursOfOperationId !== undefined && { hoursOfOperationId }),
    ...(flowId !== undefined && { flowId }),
  };
}

const idsOf = (summaries: readonly Named[] | undefined): readonly string[] => (summaries ?? []).flatMap(({ Id }) => Id ?? []);

/** The one that every new instance comes with, or any. Nothing where that list cannot be read: quick connects are then left out. */
async function agentTransferFlow(client: Connect, InstanceId: string): Promise<string | undefined> {
  const flows = await client.listContactFlows({ InstanceId, ContactFlowTypes: ['AGENT_TRANSFER'], MaxResults: 1000 }).then(
    ({ ContactFlowSummaryList }) => ContactFlowSummaryList,
    () => undefined,
  );
  const [usual] = idsOf(flows?.filter(({ Name }) => Name === 'Default agent transfer'));
  return usual ?? idsOf(flows)[0];
}
