import { type Outcome, succeeded } from '../../../connect/failure';
import type { Gateway, QuickConnectSettings } from '../../../connect/gateway';
import type { PrivateData } from '../../contract/value';
import type { MemberOf } from '../../membership/of-user';
import { notedQuickConnects } from '../private-data';
import type { UserState } from '../schema';
import { userRef } from '../fields/to-connect';

/** What goes along with a user that is destroyed. */
export interface Dependants {
  /** Those that point at the user; none where the configuration retains them. */
  readonly quickConnects: readonly QuickConnectSettings[];
  /** In all Regions of the instance. */
  readonly memberships: readonly MemberOf[];
}

/**
 * The quick connects that point at the user, with those that an unfinished removal noted and that point at nobody.
 * Nobody would look for them again, so a single "not found" is not taken for an empty list. Those of one Region: Amazon
 * Connect mirrors quick connects to the others.
 */
export async function danglingQuickConnects(
  { quickConnects }: Gateway,
  state: UserState,
  known: PrivateData,
): Promise<Outcome<readonly QuickConnectSettings[]>> {
  if (state.quick_connects_on_delete === 'retain') return succeeded([]);
  const list = () => quickConnects.listForUser(userRef(state, state.user_id ?? ''), notedQuickConnects(known));
  const found = await list();
  return !found.ok && found.failure.kind === 'not-found' ? list() : found;
}
