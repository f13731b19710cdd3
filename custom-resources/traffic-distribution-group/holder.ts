import type { Gateway, TrafficDistributionGroup } from '../../connect/gateway';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context } from '../contract/resource';
import type { Settings } from '../contract/settings';
import { callFailed } from '../failures/diagnostics';
import { placeOf } from '../values/place';
import { isNothing, tagChanges } from '../values/tags';
import type { Attempt } from '../waiting/retry';
import { groupExists, nameLeaving } from './diagnostics';
import { theGroup } from '../identity/things';
import type { GroupState } from './schema';

const LEAVING = 'a group of the name is being deleted';

/**
 * The group that has the name already and is taken over: one that equals the declaration, as an apply leaves it that was cut off.
 * Nothing where the name is free; what to wait for, or what is wrong, for any other group.
 *
 * @param own whether a try of this very apply, its answer lost, may have made it
 */
export async function holderOf(
  connect: Gateway,
  desired: GroupState,
  { settings, ledger }: Pick<Context, 'settings' | 'ledger'>,
  own: boolean,
): Promise<{ readonly group: TrafficDistributionGroup } | Attempt<{ readonly failed: Diagnostic }> | undefined> {
  const { instanceId, region } = placeOf(desired.instance_id, desired.region, connect);
  const action = `looking for a traffic distribution group of the name "${desired.name}"`;
  const listed = await connect.groups.list(instanceId, region, { fresh: true });
  if (!listed.ok) return { done: { failed: callFailed(action, listed.failure) } };
  const shown = listed.value.find(({ name }) => name === desired.name);
  if (!shown) return undefined;
  if (shown.status === 'PENDING_DELETION' || ledger.removal(theGroup(shown.id)) === 'under way')
    return { again: LEAVING, otherwise: { failed: nameLeaving(shown) } };

  const found = await connect.groups.find({ group: shown.id, region });
  if (!found.ok) return { done: { failed: callFailed(action, found.failure) } };
  if (!found.value) return undefined;
  const differing = differencesFromNew(found.value, desired, settings);
  const foreign = settings.adoptExisting === 'never' && !own;
  if (differing.length > 0 || foreign || ledger.wasMade(theGroup(shown.id)))
    return { done: { failed: groupExists(found.value, instanceId, differing) } };
  // Noted in the same step: from here on this process does not delete it.
  ledger.made(theGroup(shown.id));
  return { group: found.value };
}

/** In what a group differs from one that would be made from the declaration. */
export function differencesFromNew(group: TrafficDistributionGroup, desired: GroupState, settings: Settings): readonly string[] {
  return [
    ...((group.description ?? null) === desired.description ? [] : ['description']),
    ...(isNothing(tagChanges(settings, group.tags ?? {}, desired.tags_all ?? {})) ? [] : ['tags']),
  ];
}
