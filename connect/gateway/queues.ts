import type { Outcome } from '../failure';
import type { Fresh, Id, Listed } from './common';
import type { QuickConnectRef } from './quick-connects';

export type Queue = Required<Pick<Listed, 'id' | 'name'>>;

export interface Queues {
  /**
   * The standard queues that offer some of the quick connects, and which of them. ListQueues, then
   * ListQueueQuickConnects for each queue; once per process, unless `fresh` asks for what is there now.
   */
  offering(
    instanceId: Id,
    quickConnectIds: readonly Id[],
    region?: string,
    options?: Fresh,
  ): Promise<Outcome<readonly (Queue & { readonly quickConnectIds: readonly Id[] })[]>>;
  /** AssociateQueueQuickConnects. A queue that offers it already is left as it is. */
  addQuickConnect(quickConnect: QuickConnectRef, queueId: Id): Promise<Outcome<void>>;
  /** DisassociateQueueQuickConnects, 50 a call. */
  removeQuickConnects(instanceId: Id, queueId: Id, quickConnectIds: readonly Id[], region?: string): Promise<Outcome<void>>;
}
