/**
 * Things of one kind with their recent past, so that a read can see what the service would already show:
 * a new thing is unknown at first, a list lags behind, and the other Region lags further. Nothing in
 * this folder knows of requests, operations or settings.
 */

/** From where and when somebody looks. */
export interface View {
  readonly now: number;
  readonly region: string;
}

/** When and where somebody writes, and how long until others see it. */
export interface Stamp {
  readonly at: number;
  readonly region: string;
  /** Milliseconds until reads see a new thing, and lists see any change. */
  readonly lag: number;
  /** Milliseconds more until the other Region sees it. */
  readonly mirrorLag: number;
}

/** A version without a value is a deletion. */
export interface Version<T> extends Stamp {
  readonly value?: T;
}

export interface Thing<T> {
  readonly id: string;
  /** Order of creation; lists and page tokens follow it. */
  readonly sequence: number;
  /** Oldest first, never empty. */
  versions: readonly Version<T>[];
}

/** A thing as a list shows it. */
export interface Entry<T> {
  readonly id: string;
  readonly sequence: number;
  readonly value: T;
}

export interface Page<T> {
  readonly items: readonly Entry<T>[];
  /** Where the next page starts; absent on the last one. */
  readonly next?: number;
}

export interface ListOptions<T> {
  /** The sequence number of the last entry that was already seen. */
  readonly after?: number;
  readonly limit?: number;
  readonly where?: (entry: Entry<T>) => boolean;
  /** Looks at the things with these ids only. */
  readonly among?: readonly string[];
}

const mirrored = (version: Stamp, view: View): number => version.at + (version.region === view.region ? 0 : version.mirrorLag);

export class Collection<T> {
  private readonly byId = new Map<string, Thing<T>>();
  private readonly byKey = new Map<string, Set<string>>();
  private readonly ordered: Thing<T>[] = [];
  private deleted: Thing<T>[] = [];
  private changed = new Set<Thing<T>>();
  private live = 0;
  private nextSequence = 1;

  /** Things may have a key that they keep for life and can be found by, as users their name. */
  constructor(
    things: readonly Thing<T>[] = [],
    private readonly keyOf?: (value: T) => string,
  ) {
    for (const thing of things) this.add(thing);
  }

  /** How many things exist, seen or not yet seen. */
  get size(): number {
    return this.live;
  }

  /** The newest value, whether or not anybody may see it yet. */
  latest(id: string): T | undefined {
    return this.byId.get(id)?.versions.at(-1)?.value;
  }

  /** What a call that names the thing finds. Changes show at once in their own Region. */
  find(id: string, view: View): T | undefined {
    const versions = this.byId.get(id)?.versions;
    const first = versions?.[0];
    if (!versions || !first || mirrored(first, view) + first.lag > view.now) return undefined;
    return versions.findLast((version) => mirrored(version, view) <= view.now)?.value;
  }

  /** The newest value of a thing that a call can find: what a change starts from. */
  current(id: string, view: View): T | undefined {
    return this.find(id, view) === undefined ? undefined : this.latest(id);
  }

  /** What a list shows of one thing that a call can find. */
  listed(id: string, view: View): T | undefined {
    const thing = this.byId.get(id);
    return thing && this.find(id, view) !== undefined ? shown(thing.versions, view) : undefined;
  }

  /** What a list or a search shows, in order of creation: what matches, after a sequence number, up to a limit. */
  list(view: View, { limit = Infinity, ...options }: ListOptions<T> = {}): readonly Entry<T>[] {
    const entries: Entry<T>[] = [];
    if (limit > 0) this.scan(view, options, (entry) => entries.push(entry) < limit);
    return entries;
  }

  /** Up to `size` entries of a list from a page's start on. */
  page(view: View, size: number, options: Omit<ListOptions<T>, 'limit'> = {}): Page<T> {
    return pageOf(this.list(view, { ...options, limit: size + 1 }), size);
  }

  /** The first page, and of how many entries it is. */
  firstPage(view: View, size: number, options: Omit<ListOptions<T>, 'limit' | 'after'> = {}): Page<T> & { readonly total: number } {
    const entries: Entry<T>[] = [];
    let total = 0;
    this.scan(view, options, (entry) => {
      if (total++ <= size) entries.push(entry);
      return true;
    });
    return { ...pageOf(entries, size), total };
  }

  /** The ids of the things with that key, deleted ones included as long as somebody may see them. */
  idsWith(key: string): readonly string[] {
    return [...(this.byKey.get(key) ?? [])];
  }

  /** All newest values, in order of creation. */
  *values(): Generator<{ readonly id: string; readonly value: T }> {
    for (const { id, versions } of this.ordered) {
      const value = versions.at(-1)?.value;
      if (value !== undefined) yield { id, value };
    }
  }

  /** Creates the thing or gives it a new value. */
  put(id: string, value: T, stamp: Stamp): void {
    this.forget(stamp.at);
    const thing = this.byId.get(id);
    if (!thing) {
      const created = { id, sequence: this.nextSequence, versions: [{ ...stamp, value }] };
      this.changed.add(created);
      return this.add(created);
    }
    if (thing.versions.at(-1)?.value === undefined) this.live++;
    thing.versions = [...settled(thing.versions, stamp.at), { ...stamp, value }];
    this.changed.add(thing);
  }

  delete(id: string, stamp: Stamp): void {
    this.forget(stamp.at);
    const thing = this.byId.get(id);
    if (!thing || thing.versions.at(-1)?.value === undefined) return;
    thing.versions = [...settled(thing.versions, stamp.at), { ...stamp }];
    this.live--;
    this.deleted.push(thing);
    this.changed.add(thing);
    this.forget(stamp.at);
  }

  toJSON(): readonly Thing<T>[] {
    return this.ordered;
  }

  /** Up to `limit` things at rest, from the one after a sequence number on. */
  things(after: number, limit: number): readonly Thing<T>[] {
    const start = this.indexAfter(after);
    return this.ordered.slice(start, start + limit);
  }

  /** What was put or deleted since this was last asked, as it is now: deleted things have no newest value. */
  takeChanges(): readonly Thing<T>[] {
    if (this.changed.size === 0) return [];
    const changes = [...this.changed];
    this.changed = new Set();
    return changes;
  }

  /** Visits what a list shows until told to stop. */
  private scan(view: View, { after = 0, where, among }: Omit<ListOptions<T>, 'limit'>, visit: (entry: Entry<T>) => boolean): void {
    this.forget(view.now);
    const source = among ? this.inOrder(among).filter(({ sequence }) => sequence > after) : this.ordered;
    for (let index = among || after === 0 ? 0 : this.indexAfter(after); index < source.length; index++) {
      const thing = source[index];
      const value = thing && shown(thing.versions, view);
      if (!thing || value === undefined) continue;
      const entry = { id: thing.id, sequence: thing.sequence, value };
      if ((!where || where(entry)) && !visit(entry)) return;
    }
  }

  private inOrder(ids: readonly string[]): readonly Thing<T>[] {
    return ids.flatMap((id) => this.byId.get(id) ?? []).sort((one, other) => one.sequence - other.sequence);
  }

  private add(thing: Thing<T>): void {
    this.byId.set(thing.id, thing);
    const key = this.keyIn(thing);
    if (key !== undefined) this.byKey.set(key, (this.byKey.get(key) ?? new Set()).add(thing.id));
    this.ordered.push(thing);
    this.nextSequence = Math.max(this.nextSequence, thing.sequence + 1);
    if (thing.versions.at(-1)?.value === undefined) this.deleted.push(thing);
    else this.live++;
  }

  private forgetKey(thing: Thing<T>): void {
    const key = this.keyIn(thing);
    const ids = key === undefined ? undefined : this.byKey.get(key);
    ids?.delete(thing.id);
    if (key !== undefined && ids?.size === 0) this.byKey.delete(key);
  }

  private keyIn({ versions }: Thing<T>): string | undefined {
    const value = versions.find((version) => version.value !== undefined)?.value;
    return value === undefined ? undefined : this.keyOf?.(value);
  }

  /** Drops deleted things that nobody can see any more. */
  private forget(now: number): void {
    if (this.deleted.length === 0) return;
    this.deleted = this.deleted.filter((thing) => {
      const last = thing.versions.at(-1);
      if (last?.value !== undefined) return false;
      if (last && everywhere(last) > now) return true;
      this.byId.delete(thing.id);
      this.forgetKey(thing);
      this.ordered.splice(this.indexAfter(thing.sequence - 1), 1);
      return false;
    });
  }

  /** The index of the first thing created after that sequence number. */
  private indexAfter(sequence: number): number {
    let low = 0;
    let high = this.ordered.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.ordered[middle]?.sequence ?? 0) > sequence) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** A page from its entries and, if there are more, one of the next page. */
function pageOf<T>(entries: readonly Entry<T>[], size: number): Page<T> {
  const items = entries.slice(0, size);
  return { items, next: entries.length > size ? items.at(-1)?.sequence : undefined };
}

/** The newest version that a list shows already. */
function shown<T>(versions: readonly Version<T>[], view: View): T | undefined {
  for (let index = versions.length - 1; index >= 0; index--) {
    const version = versions[index];
    if (version && mirrored(version, view) + version.lag <= view.now) return version.value;
  }
  return undefined;
}

const everywhere = (version: Stamp): number => version.at + version.lag + version.mirrorLag;

/** The versions that somebody may still see: the newest that everybody sees, and all after it. */
function settled<T>(versions: readonly Version<T>[], now: number): readonly Version<T>[] {
  const seen = versions.findLastIndex((version) => everywhere(version) <= now);
  return seen > 0 ? versions.slice(seen) : versions;
}
