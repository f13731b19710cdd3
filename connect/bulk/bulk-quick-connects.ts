import type { Caller } from '../calls/caller';
import type { Clock } from '../clock';
import type { RefreshMode } from '../connection';
import type { Outcome } from '../failure';
import type { Id, QuickConnectRef, QuickConnectSettings } from '../model';
import { onDemand } from '../on-demand';
import { findByName, findQuickConnect, foundQuickConnects } from '../operations/find-quick-connect';
import { entry, SharedList } from './shared-list';
import { SideBySide } from './side-by-side';

/** Whether quick connects are as expected: by a call for each, or by the pages of a search of the whole instance, whichever is cheaper. */
export class BulkQuickConnects {
  private readonly at = onDemand((instanceId: Id, region: string) => {
    const shown = new SharedList(foundQuickConnects, instanceId, region, this.clock, ({ name }) => name);
    return {
      shown,
      readers: new SideBySide<QuickConnectSettings | 'unchanged' | undefined>('DescribeQuickConnect', region, shown, this.clock),
      holders: new SideBySide<QuickConnectSettings | undefined>('SearchQuickConnects', region, shown, this.clock),
    };
  });

  constructor(
    private readonly clock: Clock,
    private readonly mode: RefreshMode,
  ) {}

  observe(
    caller: Caller,
    quickConnect: QuickConnectRef,
    agrees: (shown: QuickConnectSettings) => boolean,
  ): Promise<Outcome<QuickConnectSettings | 'unchanged' | undefined>> {
    const ask = () => findQuickConnect(caller, quickConnect);
    if (this.mode === 'exact') return ask();
    const { shown, readers } = this.at(quickConnect.instanceId, quickConnect.region ?? caller.region);
    return readers.answer({
      caller,
      lists: [shown],
      known: () => {
        const seen = entry(shown, quickConnect.quickConnectId);
        if (seen === undefined) return undefined;
        return seen !== 'none' && agrees(seen) ? { value: 'unchanged' } : 'ask';
      },
      ask,
    });
  }

  /** How many there are, about. */
  count(caller: Caller, instanceId: Id, region: string): Promise<Outcome<number | undefined>> {
    return this.at(instanceId, region).shown.size(caller);
  }

  /** SearchQuickConnects of all. */
  search(caller: Caller, instanceId: Id, region: string): Promise<Outcome<ReadonlyMap<string, QuickConnectSettings>>> {
    return this.at(instanceId, region).shown.all(caller);
  }

  /** Which one has a name: by an exact search, or by the pages of all. */
  holderOf(caller: Caller, instanceId: Id, name: string, region: string): Promise<Outcome<QuickConnectSettings | undefined>> {
    const { shown, holders } = this.at(instanceId, region);
    return holders.answer({
      caller,
      lists: [shown],
      known: () => {
        const holder = shown.byName(name);
        return shown.failure ? 'ask' : holder || shown.complete ? { value: holder } : undefined;
      },
      ask: () => findByName(caller, instanceId, name, region),
    });
  }
}
