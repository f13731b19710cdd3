/** Who of an instance's agents is signed in, and what they are on. Not part of the state file: nobody is signed in when the emulator starts. */

export interface AgentContact {
  readonly id: string;
  readonly channel: string;
  /** The state of a contact that goes on; one that is over is ENDED, which is after-contact work. */
  readonly state: string;
  /** When the customer goes, and when the agent has done the work after it. @default never */
  readonly endsAt?: number;
  readonly workEndsAt?: number;
}

export interface Presence {
  /** Where the agent is signed in. */
  readonly region: string;
  readonly status: string;
  readonly since: number;
  /** Becomes the status when the last contact is over. */
  readonly nextStatus?: string;
  readonly contacts: readonly AgentContact[];
}

/** In which nobody is on the line, and no work is left. */
const WITHOUT_CUSTOMER: readonly string[] = ['MISSED', 'ERROR', 'REJECTED'];

export class Floor {
  private readonly present = new Map<string, Presence>();
  private readonly cut: string[] = [];

  /** The contacts that were under way, or being finished, when their agent was deleted. */
  get cutContacts(): readonly string[] {
    return this.cut;
  }

  put(userId: string, presence: Presence | undefined): void {
    if (presence) this.present.set(userId, presence);
    else this.present.delete(userId);
  }

  find(userId: string, now: number): Presence | undefined {
    const presence = this.present.get(userId);
    return presence && asOf(presence, now);
  }

  all(now: number): readonly (Presence & { readonly userId: string })[] {
    return [...this.present].map(([userId, presence]) => ({ userId, ...asOf(presence, now) }));
  }

  setStatus(userId: string, status: string, now: number): void {
    const presence = this.find(userId, now);
    if (!presence) return;
    this.present.set(userId, presence.contacts.length > 0 ? { ...presence, nextStatus: status } : { ...presence, status, since: now });
  }

  /** The account is deleted, whatever the agent was on. */
  leave(userId: string, now: number): void {
    const contacts = this.find(userId, now)?.contacts ?? [];
    this.cut.push(...contacts.filter(({ state }) => !WITHOUT_CUSTOMER.includes(state)).map(({ id }) => id));
    this.present.delete(userId);
  }
}

function asOf({ nextStatus, ...presence }: Presence, now: number): Presence {
  const contacts = presence.contacts
    .filter(({ workEndsAt = Infinity }) => workEndsAt > now)
    .map((contact) => ((contact.endsAt ?? Infinity) > now ? contact : { ...contact, state: 'ENDED' }));
  if (contacts.length > 0 || nextStatus === undefined) return { ...presence, contacts, ...(nextStatus !== undefined && { nextStatus }) };
  return { ...presence, contacts, status: nextStatus, since: now };
}
