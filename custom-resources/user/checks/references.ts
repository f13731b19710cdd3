import type { ListOf } from '../../../connect/gateway';
import { notInInstance } from '../../checking/diagnostics';
import type { Findings } from '../../checking/findings';
import type { PathStep } from '../../contract/diagnostic';
import type { PlannedState } from '../../contract/value';
import { bareId, HIERARCHY_GROUP, type IdentifierKind, nounOf, ROUTING_PROFILE, SECURITY_PROFILE } from '../../values/identifiers';
import type { Place } from '../../values/place';
import type { UserState } from '../schema';
import { references } from '../validate';

/** Whether the routing profile, the hierarchy group and the security profiles exist; what did not change does. */
export async function checkReferences(
  prior: UserState | undefined,
  planned: PlannedState<UserState>,
  { instanceId, region }: Place,
  findings: Findings,
): Promise<void> {
  const { catalogue } = findings.connect;
  const before = new Set(prior ? references(prior).map(({ text }) => text) : []);
  const lists: readonly (readonly [IdentifierKind, operation: string, ListOf<unknown>])[] = [
    [ROUTING_PROFILE, 'ListRoutingProfiles', catalogue.routingProfiles],
    [HIERARCHY_GROUP, 'ListUserHierarchyGroups', catalogue.hierarchyGroups],
    [SECURITY_PROFILE, 'ListSecurityProfiles', catalogue.securityProfiles],
  ];
  for (const [kind, operation, list] of lists) {
    const named = references(planned)
      .filter((one) => one.kind === kind && !before.has(one.text))
      .flatMap(({ path, text }) => (typeof text === 'string' ? [{ path, id: bareId(kind, text) }] : []));
    if (named.length === 0) continue;
    const subject = ({ path, id }: { readonly path: readonly PathStep[]; readonly id: string }): string => `${path.join('.')} ${id}`;
    // What one user was told to be missing is not looked up again for thousands of others.
    const open = named.filter((one) => !findings.wasTold(subject(one)));
    let known = await findings.look(operation, () => list(instanceId, region));
    // A shared list never concludes "not there": a miss is looked up once more, in a list of now.
    if (known && !open.every(({ id }) => known?.value.has(id)))
      known = await findings.look(operation, () => list(instanceId, region, { fresh: true }));
    for (const one of open)
      if (known && !known.value.has(one.id))
        findings.addOnce(subject(one), notInInstance(one.path, nounOf(kind), one.id, instanceId, region));
  }
}
