import type { Instance } from '../state/instance';
import type { Presence } from '../state/floor';
import { invalidRequest, notFound } from '../wire/service-error';
import { operation, type Call, type Operation } from './call';
import { findUserToChange } from './find-user';
import { pageByKey, type PageInput } from './pages';

/** Every instance has these; their ids are fixed. */
export const AGENT_STATUSES = [
  { id: 'bbbbbbbb-aaaa-4bbb-8ccc-000000000001', name: 'Available', type: 'ROUTABLE' },
  { id: 'bbbbbbbb-aaaa-4bbb-8ccc-000000000002', name: 'Offline', type: 'OFFLINE' },
  { id: 'bbbbbbbb-aaaa-4bbb-8ccc-000000000003', name: 'Break', type: 'CUSTOM' },
] as const;

interface UserDataInput extends PageInput {
  readonly InstanceId: string;
  readonly Filters: { readonly Agents?: readonly string[] };
}

export const agentStatuses: Readonly<Record<string, Operation>> = {
  ListAgentStatuses: operation<PageInput & { readonly InstanceId: string; readonly AgentStatusTypes?: readonly string[] }>(
    (input, call) => {
      const instance = call.instance(input.InstanceId);
      const types: readonly string[] = input.AgentStatusTypes ?? [];
      const wanted = AGENT_STATUSES.filter(({ type }) => types.length === 0 || types.includes(type));
      const { items, NextToken } = pageByKey(wanted, ({ id }) => id, input);
      return {
        AgentStatusSummaryList: items.map(({ id, name, type }) => ({
          Id: id,
          Arn: call.arnIn(instance, 'agent-state', id),
          Name: name,
          Type: type,
        })),
        NextToken,
      };
    },
  ),

  /** Of an agent who is on a contact, it sets the next status. */
  PutUserStatus: operation<{ readonly InstanceId: string; readonly UserId: string; readonly AgentStatusId: string }>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const { id } = findUserToChange(instance, call, input.UserId);
    const status = AGENT_STATUSES.find((known) => known.id === input.AgentStatusId);
    if (!status) throw notFound(`Agent status ${input.AgentStatusId}`);
    if (instance.floor.find(id, call.now)?.region !== call.region) throw invalidRequest('The agent is not signed in.');
    instance.floor.setStatus(id, status.name, call.now);
    return {};
  }),

  /** Tells of agents who are signed in, in the Region where they are. */
  GetCurrentUserData: operation<UserDataInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const { Agents } = input.Filters;
    if (!Agents) throw invalidRequest('The emulator knows the filter Agents alone.');
    const present = Agents.flatMap((agent) => {
      const { id } = findUserToChange(instance, call, agent);
      const presence = instance.floor.find(id, call.now);
      return presence?.region === call.region ? [{ id, presence }] : [];
    });
    const { items, NextToken } = pageByKey(present, ({ id }) => id, input);
    return {
      UserDataList: items.map(({ id, presence }) => userData(instance, id, presence, call)),
      NextToken,
      ApproximateTotalCount: present.length,
    };
  }),
};

function userData(instance: Instance, id: string, presence: Presence, call: Call): object {
  const status = AGENT_STATUSES.find(({ name }) => name === presence.status);
  return {
    User: { Id: id, Arn: call.arnIn(instance, 'agent', id) },
    Status: {
      StatusStartTimestamp: presence.since,
      ...(status && { StatusArn: call.arnIn(instance, 'agent-state', status.id) }),
      StatusName: presence.status,
    },
    Contacts: presence.contacts.map((contact) => ({
      ContactId: contact.id,
      Channel: contact.channel,
      AgentContactState: contact.state,
    })),
    ...(presence.nextStatus !== undefined && { NextStatus: presence.nextStatus }),
  };
}
