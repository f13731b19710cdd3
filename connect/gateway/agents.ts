import type { Outcome } from '../failure';
import type { Id } from './common';
import type { UserRef } from './users';

/** What an agent who is signed in is at. */
export interface AgentAtWork {
  readonly statusId: string;
  /** The name of the status that follows when the contacts are over. */
  readonly nextStatus?: string;
  readonly contacts: readonly AgentContact[];
}

export interface AgentContact {
  /** VOICE, CHAT, TASK, EMAIL */
  readonly channel: string;
  /** INCOMING, PENDING, CONNECTING, CONNECTED, CONNECTED_ONHOLD, MISSED, ERROR, REJECTED; ENDED is after-contact work. */
  readonly state: string;
}

export interface AgentStatus {
  readonly id: string;
  readonly name?: string;
  /** ROUTABLE, CUSTOM, OFFLINE */
  readonly type?: string;
}

/** Agents while they work. */
export interface Agents {
  /** GetCurrentUserData, for all who ask at about the same time (100 a call): nothing for an agent who is not signed in in that Region. */
  atWork(user: UserRef): Promise<Outcome<AgentAtWork | undefined>>;
  /** ListAgentStatuses, all pages, once per process. */
  statuses(instanceId: Id, region?: string): Promise<Outcome<readonly AgentStatus[]>>;
  /** PutUserStatus; the next status of an agent who is on a contact. */
  setStatus(user: UserRef, statusId: string): Promise<Outcome<void>>;
}
