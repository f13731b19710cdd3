import type { Id } from '../../connect/model';
import type { Diagnostic } from '../contract/diagnostic';
import type { ImportResult } from '../contract/resource';
import { isUnknown, type Planned } from '../contract/value';
import { bareId, type IdentifierKind, identifierProblem, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP, USER } from '../values/identifiers';

/** `INSTANCE,GROUP,USER`: bare ids, as the id of a membership is written. */
export const membershipId = (instance: string, group: string, user: string): string =>
  `${groupUsersId(instance, group)},${bareId(USER, user)}`;

/** `INSTANCE,GROUP`: bare ids, as the id of all users of a group is written. */
export const groupUsersId = (instance: string, group: string): string =>
  `${bareId(INSTANCE, instance)},${bareId(TRAFFIC_DISTRIBUTION_GROUP, group)}`;

/** The things that resources have to do with, as messages and the ledger name them. */
export const theUser = (user: string): string => `the user ${bareId(USER, user)}`;
export const theUserName = (name: string, instance: string): string =>
  `the user name "${name}" of the instance ${bareId(INSTANCE, instance)}`;
export const theQuickConnect = (instanceId: string, quickConnectId: string): string =>
  `the quick connect ${quickConnectId} of the instance ${instanceId}`;
/** @param id as `membershipId` writes it */
export const theMembership = (id: string): string => `the membership ${id}`;
export const theUsersOf = (group: string): string =>
  `the users of the traffic distribution group ${bareId(TRAFFIC_DISTRIBUTION_GROUP, group)}`;

/** A state that is about a group, or about a part of one. */
export interface OfGroup {
  readonly instance_id: string;
  readonly traffic_distribution_group_id: string;
  /** The home Region of the group, as far as it is known. */
  readonly region: string | null;
}

export const groupOf = ({
  instance_id,
  traffic_distribution_group_id,
}: Omit<OfGroup, 'region'>): { readonly instanceId: Id; readonly groupId: Id } => ({
  instanceId: bareId(INSTANCE, instance_id),
  groupId: bareId(TRAFFIC_DISTRIBUTION_GROUP, traffic_distribution_group_id),
});

/** The ids of the users that are known of those whom a configuration names. */
export const knownUserIds = (users: Planned<readonly string[]>): readonly Id[] =>
  isUnknown(users) ? [] : users.flatMap((user) => (isUnknown(user) ? [] : [bareId(USER, user)]));

const KINDS = { INSTANCE, GROUP: TRAFFIC_DISTRIBUTION_GROUP, USER } as const satisfies Readonly<Record<string, IdentifierKind>>;

/**
 * Imports by an id whose parts are separated by commas, each an id or an ARN.
 * @param noun what is imported: `a membership`
 */
export const importOf =
  <S>(noun: string, names: readonly (keyof typeof KINDS)[], imported: (...parts: string[]) => ImportResult<S>) =>
  (id: string): ImportResult<S> => {
    const parts = id.split(',').map((part) => part.trim());
    const problem =
      parts.length === names.length
        ? names.flatMap((name, index) => identifierProblem(KINDS[name], parts[index] ?? '')?.replace(/^/, `${name} `) ?? [])[0]
        : `it has ${parts.length} parts`;
    return problem === undefined ? imported(...parts) : { diagnostics: [badImportId(id, noun, names, problem)] };
  };

const badImportId = (id: string, noun: string, names: readonly string[], problem: string): Diagnostic => ({
  severity: 'error',
  summary: `The import id is not one of ${noun}`,
  detail: `Expected ${names.join(',')}, each an id or an ARN, separated by commas; got "${id}": ${problem}.`,
});
