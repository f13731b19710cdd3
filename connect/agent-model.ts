/** Agents while they work, in our own words. */

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
