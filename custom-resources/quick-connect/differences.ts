import type { QuickConnectSettings, QuickConnectTarget } from '../../connect/model';
import type { Settings } from '../contract/settings';
import { tagChanges } from '../values/tags';
import { targetOf } from './connect-shape';
import type { QuickConnectState } from './schema';

export const equalTargets = (one: QuickConnectTarget | undefined, other: QuickConnectTarget | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** In what a quick connect differs from a declared one, in words for messages; which queues offer it is left out. */
export function differences(shown: QuickConnectSettings, desired: QuickConnectState, settings: Settings): readonly string[] {
  const { set, remove } = tagChanges(settings, shown.tags, desired.tags_all ?? {});
  return [
    ...(equalTargets(shown.target, targetOf(desired)) ? [] : ['where it leads']),
    ...((shown.description ?? null) === desired.description ? [] : ['description']),
    ...(Object.keys(set).length + remove.length > 0 ? ['tags'] : []),
  ];
}
