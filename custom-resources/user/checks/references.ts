import type { Gateway, ListOf } from '../../../connect/gateway';
import { notInInstance } from '../../checking/diagnostics';
import type { Findings } from '../../checking/findings';
import { isUnknown, type PlannedState } from '../../contract/value';
import { bareId, HIERARCHY_GROUP, type IdentifierKind, nounOf, ROUTING_PROFILE, SECURITY_PROFILE } from '../../values/identifiers';
import type { Place } from '../../values/place';
import type { UserState } from '../schema';

/** Whether the routing profile, the security profiles and the hierarchy group exist; what did not change does. */
export async function checkReferences(
  prior: UserState | undefined,
  planned: PlannedState<UserState>,
  connect: Gateway,
  place: Place,
  findings: Findings,
): Promise<void> {
  const { routing_profile_id: routing, hierarchy_group_id: hierarchy, security_profile_ids: security } = planned;
  const before = new Set([prior?.routing_profile_id, prior?.hierarchy_group_id, ...(prior?.security_profile_ids ?? [])]);
  const changed = (values: readonly unknown[]): readonly string[] =>
    values.filter((value): value is string => typeof value === 'string' && !before.has(value));
  const { routingProfiles, hierarchyGroups, securityProfiles } = connect.catalogue;
  const check = (kind: IdentifierKind, path: string, ids: readonly string[], operation: string, list: ListOf<unknown>): Promise<void> =>
    checkAll(kind, path, ids, operation, list, place, findings);

  await check(ROUTING_PROFILE, 'routing_profile_id', changed([routing]), 'ListRoutingProfiles', routingProfiles);
  await check(HIERARCHY_GROUP, 'hierarchy_group_id', changed([hierarchy]), 'ListUserHierarchyGroups', hierarchyGroups);
  await check(
    SECURITY_PROFILE,
    'security_profile_ids',
    isUnknown(security) ? [] : changed(security),
    'ListSecurityProfiles',
    securityProfiles,
  );
}

/** A shared list never concludes "not there": a miss is looked up once more, in a list of now. */
async function checkAll(
  kind: IdentifierKind,
  path: string,
  ids: readonly string[],
  operation: string,
  list: ListOf<unknown>,
  { instanceId, region }: Place,
  findings: Findings,
): Promise<void> {
  const bare = ids.map((id) => bareId(kind, id));
  if (bare.length === 0) return;
  const subject = (id: string): string => `${path} ${id}`;
  // What one user was told to be missing is not looked up again for thousands of others.
  const open = bare.filter((id) => !findings.wasTold(subject(id)));
  let known = await findings.look(operation, () => list(instanceId, region));
  if (known && !open.every((id) => known?.value.has(id)))
    known = await findings.look(operation, () => list(instanceId, region, { fresh: true }));
  if (!known) return;
  const { value } = known;
  for (const id of open.filter((candidate) => !value.has(candidate)))
    findings.addOnce(subject(id), notInInstance([path], nounOf(kind), id, instanceId, region));
}
