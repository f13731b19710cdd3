import type { AgentStatusSummary, UserData } from '@aws-sdk/client-connect';
import type { AgentAtWork, AgentStatus } from '../gateway';
import { type Fields, read } from './fields';
import { idOf, list, optionalText, structure, text } from './members';

/** @throws IncompleteAnswer */
export function agentAtWorkOf(wire: UserData, member: string): readonly [userId: string, atWork: AgentAtWork] {
  const { User, Status, NextStatus, Contacts } = structure(wire, member);
  const statusId = idOf(structure(Status, `${member}.Status`).StatusArn, `${member}.Status.StatusArn`);
  const nextStatus = optionalText(NextStatus, `${member}.NextStatus`);
  const contacts = list(Contacts, `${member}.Contacts`, (contact, name) => {
    const { Channel, AgentContactState } = structure(contact, name);
    return {
      channel: optionalText(Channel, `${name}.Channel`) ?? 'contact',
      state: optionalText(AgentContactState, `${name}.AgentContactState`) ?? 'CONNECTED',
    };
  });
  const userId = idOf(structure(User, `${member}.User`).Id, `${member}.User.Id`);
  return [userId, { contacts, statusId, ...(nextStatus !== undefined && { nextStatus }) }];
}

const STATUS: Fields<AgentStatus, AgentStatusSummary> = { id: ['Id', text], name: ['Name', optionalText], type: ['Type', optionalText] };

/** @throws IncompleteAnswer */
export const agentStatusOf = (wire: AgentStatusSummary, member: string): AgentStatus => read(STATUS, wire, member);
