import type { Caller } from '../calls/caller';
import type { Clock } from '../clock';
import type { RefreshMode } from '../connection';
import type { Id, QuickConnects, QuickConnectSettings } from '../gateway';
import { onDemand } from '../on-demand';
import { findByName, findQuickConnect, foundQuickConnects } from '../operations/find-quick-connect';
import { confirms, SharedList, unchanged } from './shared-list';
import { SideBySide } from './side-by-side';

/** Whether quick connects are as expected: by a call for each, or by the pages of a search of the whole instance, whichever is cheaper. */
export function bulkQuickConnects(
  clock: Clock,
  mode: RefreshMode,
): (caller: Caller) => Pick<QuickConnects, 'observe' | 'deniedList' | 'count' | 'search' | 'holderOf'> {
  const quickConnectsOf = onDemand((instanceId: Id, region: string) => {
    const shown = new SharedList(foundQuickConnects, instanceId, region, clock, ({ name }) => name);
    return {
      shown,
      readers: new SideBySide<QuickConnectSettings | 'unchanged' | undefined>('DescribeQuickConnect', region, shown, clock),
      holders: new SideBySide<QuickConnectSettings | undefined>('SearchQuickConnects', region, shown, clock),
    };
  });

  return (caller) => ({
    observe(quickConnect, agrees) {
      const ask = () => findQuickConnect(caller, quickConnect);
      if (mode === 'exact') return ask();
      const { shown, readers } = quickConnectsOf(quickConnect.instanceId, quickConnect.region ?? caller.region);
      return readers.answer({
        caller,
        lists: [shown],
        known: () => unchanged(confirms(shown, quickConnect.quickConnectId, agrees)),
        ask,
      });
    },

    deniedList: (instanceId, region = caller.region) => quickConnectsOf(instanceId, region).readers.denied,

    count: (instanceId, region = caller.region) => quickConnectsOf(instanceId, region).shown.size(caller),

    search: (instanceId, region = caller.region) => quickConnectsOf(instanceId, region).shown.all(caller),

    holderOf(instanceId, name, region = caller.region) {
      const { shown, holders } = quickConnectsOf(instanceId, region);
      return holders.answer({
        caller,
        lists: [shown],
        known: () => {
          const holder = shown.byName(name);
          return shown.failure ? 'ask' : holder || shown.complete ? { value: holder } : undefined;
        },
        ask: () => findByName(caller, instanceId, name, region),
      });
    },
  });
}
