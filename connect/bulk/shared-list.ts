import type { Caller } from '../calls/caller';
import { gaveUp } from '../calls/own-failures';
import { type Listing, PageWatch } from '../calls/pages';
import { within } from '../calls/scope';
import { endedByScope } from '../calls/shared-reads';
import type { Clock } from '../clock';
import { failed, type Failure, isOutOfTime, type Outcome, succeeded } from '../failure';

/** A list of the users of an instance, or of its quick connects, shared by all, that is read as far as somebody needs it. */
export class SharedList<T extends { readonly id: string }> {
  private things = new Map<string, T>();
  private names = new Map<string, T>();
  private pagesRead = 0;
  private nextToken: string | undefined;
  private watch: PageWatch;
  private underWay: Promise<PageRead> | undefined;
  /** Whether every page was read. */
  complete = false;
  /** Why the list cannot be read on, until somebody reads it anew. */
  failure: Failure | undefined;
  total: number | undefined;

  constructor(
    private readonly pages: Listing<{ readonly InstanceId: string }, T>,
    private readonly instanceId: string,
    private readonly region: string,
    private readonly clock: Clock,
    private readonly nameOf: (thing: T) => string,
  ) {
    this.watch = new PageWatch({ operation: this.operation, region });
  }

  get operation(): string {
    return this.pages.operation;
  }

  /** Whether some of it was read, or could not be. */
  get begun(): boolean {
    return this.pagesRead > 0 || this.failure !== undefined;
  }

  byId(id: string): T | undefined {
    return this.things.get(id);
  }

  byName(name: string): T | undefined {
    return this.names.get(name);
  }

  /** Pages still to read of so many users, if they hold as many as so far. Where the number is unknown or wrong: as many as were read. */
  pagesLeft(total: number | undefined): number {
    if (this.complete) return 0;
    const left = (total ?? 0) - this.things.size;
    if (left <= 0) return Math.max(1, this.pagesRead);
    return Math.ceil(left / (this.pagesRead === 0 ? this.pages.size : Math.max(1, this.things.size / this.pagesRead)));
  }

  /** Reads the next page, or waits for the one that is under way. */
  more(caller: Caller): Promise<PageRead> {
    this.underWay ??= this.readPage(caller).finally(() => {
      this.underWay = undefined;
    });
    return this.underWay;
  }

  /** How many there are: as the service says with a page, or as they were read. */
  async size(caller: Caller): Promise<Outcome<number | undefined>> {
    const failure = await this.readUntil(() => this.begun, caller);
    const known = failure ?? this.failure;
    return known ? failed(known) : succeeded(this.complete ? this.things.size : this.total);
  }

  /** All of them, by id. A failure is not kept: who asks after it reads anew. */
  async all(caller: Caller): Promise<Outcome<ReadonlyMap<string, T>>> {
    const failure = await this.readUntil(() => this.complete, caller);
    return failure ? failed(failure) : succeeded(this.things);
  }

  private async readUntil(done: () => boolean, caller: Caller): Promise<Failure | undefined> {
    let before: Failure | undefined;
    // Whoever has no time left for a page of its own knows from the others what was wrong.
    const left = (failure: Failure): Failure => (isOutOfTime(failure) && before ? before : failure);
    while (!done()) {
      // A page of one's own ends by itself when the time is up, and tells what the service said last.
      const page = this.underWay ? await within(caller.scope, this.clock, () => this.more(caller)) : { value: await this.more(caller) };
      if ('ended' in page) return left(gaveUp({ operation: this.operation, region: this.region }, page.ended));
      const { by, failure } = page.value;
      // The page of somebody whose time is up is read again.
      if (failure && (by === caller || !endedByScope(failure))) return left(failure);
      // That another was stopped is no word of the service.
      if (failure?.kind !== 'cancelled') before = failure && left(failure);
    }
    return undefined;
  }

  private async readPage(caller: Caller): Promise<PageRead> {
    if (this.failure) this.startAnew();
    const page = await this.pages.page(caller, this.region, { InstanceId: this.instanceId }, this.nextToken);
    if (!page.ok) {
      // What passes with an outage is asked for again when somebody needs it.
      if (!endedByScope(page.failure) && !page.failure.outage) this.failure = page.failure;
      return { by: caller, failure: page.failure };
    }
    for (const thing of page.value.items) {
      this.things.set(thing.id, thing);
      this.names.set(this.nameOf(thing), thing);
    }
    this.pagesRead += 1;
    this.total = page.value.total ?? this.total;
    this.nextToken = page.value.nextToken;
    this.complete = this.nextToken === undefined;
    this.failure = this.watch.after(page.value);
    return { by: caller, failure: this.failure };
  }

  private startAnew(): void {
    this.failure = undefined;
    this.things = new Map();
    this.names = new Map();
    this.watch = new PageWatch({ operation: this.operation, region: this.region });
    this.pagesRead = 0;
    this.nextToken = undefined;
  }
}

/** Who read a page, and what went wrong. */
export interface PageRead {
  readonly by: Caller;
  readonly failure?: Failure;
}

/** Whether a list shows a thing as it is expected. Nothing yet while the list goes on without it. */
export function confirms<T extends { readonly id: string }>(
  list: SharedList<T>,
  id: string,
  agrees: (thing: T) => boolean,
): boolean | undefined {
  const thing = list.byId(id);
  return thing ? agrees(thing) : list.complete || list.failure ? false : undefined;
}

/** What lists tell of a thing that each of them has to confirm: that nothing of it changed, or that only a call can tell. */
export function unchanged(...confirmations: readonly (boolean | undefined)[]): { readonly value: 'unchanged' } | 'ask' | undefined {
  if (confirmations.includes(false)) return 'ask';
  return confirmations.includes(undefined) ? undefined : { value: 'unchanged' };
}
