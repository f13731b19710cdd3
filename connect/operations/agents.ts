import { GetCurrentUserDataCommand, ListAgentStatusesCommand, PutUserStatusCommand } from '@aws-sdk/client-connect';
import { Together } from '../bulk/together';
import type { Caller } from '../calls/caller';
import { allPages } from '../calls/pages';
import { SharedReads } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { type Outcome, succeeded } from '../failure';
import type { Agents } from '../gateway';
import type { AgentAtWork, AgentStatus, Id } from '../model';
import { agentAtWorkOf, agentStatusOf } from '../shapes/agent-shape';
import { list, optionalText } from '../shapes/members';
import { nothing, orAbsent } from './answers';

/** The most agents that one call asks about, and the largest page of its answer. */
const AGENTS = 100;
const STATUSES_PAGE = 1_000;

export interface AgentMemory {
  readonly clock: Clock;
  readonly statuses: SharedReads<readonly AgentStatus[]>;
  /** By Region and instance. */
  readonly atWork: Map<string, Together<AgentAtWork>>;
}

export const agentMemoryOf = (clock: Clock): AgentMemory => ({
  clock,
  statuses: new SharedReads('ListAgentStatuses', clock),
  atWork: new Map(),
});

export const agentsOf = (caller: Caller, { clock, statuses, atWork }: AgentMemory): Agents => ({
  async atWork({ instanceId, userId, region = caller.region }) {
    const key = `${region} ${instanceId}`;
    const together =
      atWork.get(key) ??
      new Together({ operation: 'GetCurrentUserData', region }, AGENTS, clock, (by, userIds) =>
        readAtWork(by, instanceId, region, userIds),
      );
    atWork.set(key, together);
    return orAbsent(await together.ask(caller, userId));
  },

  statuses: (instanceId, region = caller.region) =>
    statuses.get({ region, id: instanceId }, caller.scope, () =>
      allPages({ operation: 'ListAgentStatuses', region }, (nextToken) =>
        caller.call({
          operation: 'ListAgentStatuses',
          region,
          command: () => new ListAgentStatusesCommand({ InstanceId: instanceId, MaxResults: STATUSES_PAGE, NextToken: nextToken }),
          read: (output) => ({
            items: list(output.AgentStatusSummaryList, 'AgentStatusSummaryList', agentStatusOf),
            nextToken: optionalText(output.NextToken, 'NextToken'),
          }),
        }),
      ),
    ),

  setStatus: ({ instanceId, userId, region }, statusId) =>
    caller.call({
      operation: 'PutUserStatus',
      region,
      command: () => new PutUserStatusCommand({ InstanceId: instanceId, UserId: userId, AgentStatusId: statusId }),
      read: nothing,
    }),
});

async function readAtWork(
  caller: Caller,
  instanceId: Id,
  region: string,
  userIds: readonly string[],
): Promise<Outcome<ReadonlyMap<string, AgentAtWork>>> {
  const all = await allPages({ operation: 'GetCurrentUserData', region }, (nextToken) =>
    caller.call({
      operation: 'GetCurrentUserData',
      region,
      command: () =>
        new GetCurrentUserDataCommand({
          InstanceId: instanceId,
          Filters: { Agents: [...userIds] },
          MaxResults: AGENTS,
          NextToken: nextToken,
        }),
      read: (output) => ({
        items: list(output.UserDataList, 'UserDataList', agentAtWorkOf),
        nextToken: optionalText(output.NextToken, 'NextToken'),
      }),
    }),
  );
  return all.ok ? succeeded(new Map(all.value)) : all;
}
