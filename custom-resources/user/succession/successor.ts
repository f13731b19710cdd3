import type { Id } from '../../../connect/gateway';
import type { Ledger } from '../../contract/ledger';
import { isUnknown, isWhollyKnown, type PlannedState, type PrivateData } from '../../contract/value';
import { theUserName } from '../../identity/things';
import { settled } from '../../planning/plan-attributes';
import { canonical } from '../../values/canonical';
import { bareId, INSTANCE } from '../../values/identifiers';
import type { UserState } from '../schema';
import { identity, newUser, proficiencies } from '../fields/to-connect';

/** What the removal of an account is to know of the one that takes its place. Nothing while the name is not known. */
export const handOnTo = ({ name, instance_id: instance }: PlannedState<UserState>): PrivateData | undefined =>
  isUnknown(name) || isUnknown(instance) ? undefined : { successor: name, instanceId: bareId(INSTANCE, instance) };

/** The user name to which goes on what the user leaves. */
export const successorOf = (state: UserState, handedOn: PrivateData | undefined): string | undefined =>
  typeof handedOn?.['successor'] === 'string' && handedOn['instanceId'] === bareId(INSTANCE, state.instance_id)
    ? handedOn['successor']
    : undefined;

/** What this process keeps for a user that is yet to be made: quick connects, each with its contact flow; groups, each with its home Region. */
export const waitingFor = (ledger: Ledger, name: string, instanceId: string): { quickConnects: Map<Id, string>; groups: Map<Id, string> } =>
  ledger.kept(`what waits for ${theUserName(instanceId, name)}`, { quickConnects: new Map(), groups: new Map() });

/** Whether a user is told from others by more than its settings. */
export const saysWho = (state: UserState): boolean => {
  const { firstName, lastName } = identity(state) ?? {};
  return Boolean(firstName && lastName);
};

/**
 * With create_before_destroy Terraform does not tell which account took the place of another. This process made it before, and it is
 * the one that differs in nothing but the name: ids of the users that are alike, as far as they say who they are.
 */
export const alike = (ledger: Ledger, state: UserState): Set<Id> =>
  saysWho(state) ? ledger.kept(`users like ${likeness(state)}`, new Set()) : new Set();

/** All that is declared of a user but the name, in the instance as in its directory. */
const likeness = (state: UserState): string =>
  canonical([{ ...newUser(state, null), username: undefined, directoryUserId: undefined, region: undefined }, proficiencies(state)]);

/** The user who takes the place of another, as far as a plan shows it. */
export interface Successor {
  readonly name: string;
  /** Whether create_before_destroy would not find it: it differs in more than the name, or does not say who it is. */
  readonly isUnlike: boolean;
}

/** Nobody, where the name is known only at apply. */
export function successorIn(planned: PlannedState<UserState>, state: UserState): Successor | undefined {
  const name = successorOf(state, handOnTo(planned));
  if (name === undefined) return undefined;
  const after: PlannedState<UserState> = { ...planned, id: null, arn: null, user_id: null, directory_user_id: null };
  return { name, isUnlike: isWhollyKnown(after) && !(saysWho(state) && likeness(settled(after)) === likeness(state)) };
}
