import type { Outcome } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { Id, QuickConnectSettings, UserRef } from '../../connect/model';
import type { PrivateData } from '../contract/value';
import { type MemberOf, membershipsOf } from '../membership/of-user';
import { notedQuickConnects } from './private-data';
import type { UserState } from './schema';
import { userRef } from './to-connect';

/** What goes along with a user that is destroyed. */
export interface Dependants {
  /** Those that point at the user; none where the configuration retains them. */
  readonly quickConnects: readonly QuickConnectSettings[];
  /** In all Regions of the instance. */
  readonly memberships: readonly MemberOf[];
}

/** Reads by `operation` what `noun` names. Nothing when that fails: who looks decides what becomes of the failure. */
export type Look = <T>(noun: string, operation: string, read: () => Promise<Outcome<T>>) => Promise<{ readonly value: T } | undefined>;

/** The plan names them, and the removal ends them. `recent` asks for lists that are at most some seconds old; others may be as old as the process. */
export async function dependantsOf(
  connect: Gateway,
  state: UserState,
  known: PrivateData,
  look: Look,
  options: { readonly recent?: boolean } = {},
): Promise<Dependants> {
  const user = userRef(state, state.user_id ?? '');
  const quickConnects =
    state.quick_connects_on_delete === 'retain'
      ? undefined
      : await look('quick connects', 'SearchQuickConnects', () => danglingQuickConnects(connect, user, known));
  const memberships = await look('memberships', 'ListTrafficDistributionGroupUsers', () => membershipsOf(connect, user, options));
  return { quickConnects: quickConnects?.value ?? [], memberships: memberships?.value ?? [] };
}

/** The queues that offer some of the quick connects: they stop doing so with them. One call for each queue of the instance, once. */
export const queuesOffering = (
  { queues }: Gateway,
  { instanceId, region }: UserRef,
  quickConnectIds: readonly Id[],
  options: { readonly fresh?: boolean } = {},
) => queues.offering(instanceId, quickConnectIds, region, options);

/**
 * The quick connects that point at the user, with those that an unfinished removal noted and that point at nobody.
 * Nobody would look for them again, so a single "not found" is not taken for an empty list. Those of one Region: Amazon
 * Connect mirrors quick connects to the others.
 */
export async function danglingQuickConnects(
  connect: Gateway,
  user: UserRef,
  known: PrivateData,
): Promise<Outcome<readonly QuickConnectSettings[]>> {
  const list = (): Promise<Outcome<readonly QuickConnectSettings[]>> => connect.quickConnects.listForUser(user, notedQuickConnects(known));
  const found = await list();
  return !found.ok && found.failure.kind === 'not-found' ? list() : found;
}
