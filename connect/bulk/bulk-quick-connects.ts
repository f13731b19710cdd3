import { SearchQuickConnectsCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../calls/caller';
import type { Clock } from '../clock';
import type { RefreshMode } from '../connection';
import type { Outcome } from '../failure';
import type { Id, QuickConnectRef, QuickConnectSettings } from '../model';
import { list, optionalNumber, optionalText } from '../shapes/members';
import { quickConnectOf } from '../shapes/quick-connect-shape';
import { entry, type ListPages, SharedList } from './shared-list';
import { SideBySide } from './side-by-side';

const PAGE = 100;

/** Where to ask for one quick connect by itself. */
export type FindQuickConnect = (caller: Caller, quickConnect: QuickConnectRef) => Promise<Outcome<QuickConnectSettings | undefined>>;

interface OfInstance {
  readonly shown: SharedList<QuickConnectSettings>;
  readonly readers: SideBySide<QuickConnectSettings | 'unchanged' | undefined>;
  readonly holders: SideBySide<QuickConnectSettings | undefined>;
}

/** Whether quick connects are as expected: by a call for each, or by the pages of a search of the whole instance, whichever is cheaper. */
export class BulkQuickConnects {
  private readonly instances = new Map<string, OfInstance>();

  constructor(
    private readonly clock: Clock,
    private readonly mode: RefreshMode,
    private readonly find: FindQuickConnect,
  ) {}

  observe(
    caller: Caller,
    quickConnect: QuickConnectRef,
    agrees: (shown: QuickConnectSettings) => boolean,
  ): Promise<Outcome<QuickConnectSettings | 'unchanged' | undefined>> {
    const ask = () => this.find(caller, quickConnect);
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

  /** Which one has a name: as `ask` tells, or the pages of all. */
  holderOf(
    caller: Caller,
    { instanceId, name, region }: { readonly instanceId: Id; readonly name: string; readonly region: string },
    ask: () => Promise<Outcome<QuickConnectSettings | undefined>>,
  ): Promise<Outcome<QuickConnectSettings | undefined>> {
    const { shown, holders } = this.at(instanceId, region);
    return holders.answer({
      caller,
      lists: [shown],
      known: () => {
        const holder = shown.byName(name);
        return shown.failure ? 'ask' : holder || shown.complete ? { value: holder } : undefined;
      },
      ask,
    });
  }

  private at(instanceId: Id, region: string): OfInstance {
    const key = `${region} ${instanceId}`;
    const known = this.instances.get(key);
    if (known) return known;
    const shown = new SharedList(shownPages(instanceId, region));
    const made: OfInstance = {
      shown,
      readers: new SideBySide('DescribeQuickConnect', region, shown, this.clock),
      holders: new SideBySide('SearchQuickConnects', region, shown, this.clock),
    };
    this.instances.set(key, made);
    return made;
  }
}

/** SearchQuickConnects of all quick connects. */
const shownPages = (instanceId: Id, region: string): ListPages<QuickConnectSettings> => ({
  operation: 'SearchQuickConnects',
  size: PAGE,
  nameOf: ({ name }) => name,
  read: (caller, nextToken) =>
    caller.call({
      operation: 'SearchQuickConnects',
      region,
      command: () => new SearchQuickConnectsCommand({ InstanceId: instanceId, MaxResults: PAGE, NextToken: nextToken }),
      read: (output) => {
        const total = optionalNumber(output.ApproximateTotalCount, 'ApproximateTotalCount');
        return {
          items: list(output.QuickConnects, 'QuickConnects', quickConnectOf),
          nextToken: optionalText(output.NextToken, 'NextToken'),
          ...(total !== undefined && { total }),
        };
      },
    }),
});
