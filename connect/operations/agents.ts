import { GetCurrentUserDataCommand, ListAgentStatusesCommand, PutUserStatusCommand } from '@aws-sdk/client-connect';
import { Together } from '../bulk/together';
import type { Caller } from '../calls/caller';
import { listAll, listing } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { succeeded } from '../failure';
import type { AgentAtWork, Agents, AgentStatus, Id } from '../gateway';
import { onDemand } from '../on-demand';
import { agentAtWorkOf, agentStatusOf } from '../shapes/agent-shape';
import { nothing, orAbsent } from './answers';

/** The most agents that one call asks about are those of a page. */
const agentsAtWork = listing(GetCurrentUserDataCommand, 100, 'UserDataList', agentAtWorkOf);
const agentStatuses = listing(ListAgentStatusesCommand, 1000, 'AgentStatusSummaryList', agentStatusOf);

export function agentsOf(clock: Clock): (caller: Caller) => Agents {
  const statuses = new SharedReads<readonly AgentStatus[]>(agentStatuses.operation, clock);
  const { operation, size } = agentsAtWork;
  const atWork = onDemand(
    (region: string, instanceId: Id) =>
      new Together<AgentAtWork>({ operation, region }, size, clock, async (caller, userIds) => {
        const all = await listAll(caller, agentsAtWork, region, { InstanceId: instanceId, Filters: { Agents: [...userIds] } });
        return all.ok ? succeeded(new Map(all.value)) : all;
      }),
  );
  return (caller) => ({
    atWork: ({ instanceId, userId, region = caller.region }) => orAbsent(atWork(region, instanceId).ask(caller, userId)),

    statuses: (instanceId, region = caller.region) =>
      statuses.get({ region, id: instanceId }, caller, () => listAll(caller, agentStatuses, region, { InstanceId: instanceId })),

    setStatus: ({ instanceId, userId, region }, statusId) =>
      caller.call(PutUserStatusCommand, region, { InstanceId: instanceId, UserId: userId, AgentStatusId: statusId }, nothing),
  });
}
