import { idsOfThings } from '../ids';
import type { AdoptedQuickConnect } from '../model';

/** A flow that quick connects lead through: code says it once. Connect is not asked for its name. */
export interface ContactFlow {
  readonly id: string;
  /** In words with `_`. */
  readonly name: string;
}

/** The flows of the quick connects; a flow that leads to agents and to queues is there once. */
export function contactFlows(quickConnects: readonly AdoptedQuickConnect[]): readonly ContactFlow[] {
  const uses = new Map<string, string>();
  for (const { state } of quickConnects) {
    for (const { contact_flow_id } of state.queue_config) uses.set(contact_flow_id, 'queue_transfer_flow_id');
    for (const { contact_flow_id } of state.user_config) uses.set(contact_flow_id, 'agent_transfer_flow_id');
  }
  return [...idsOfThings(uses, '_')].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
