import { type Diagnostic, hasErrors } from '../../custom-resources/contract/diagnostic';
import type { Ledger, Removing } from '../../custom-resources/contract/ledger';
import type { CheckRequest, Context, Held, ManagedResource, Reconciliation, Removal } from '../../custom-resources/contract/resource';
import type { PlannedState, Values } from '../../custom-resources/contract/value';
import { Claims } from './claims';
import { Counts } from './counts';
import { changedPlaces, type Clash, keptAsMade, keptInPlace, madeTwice } from './diagnostics';
import { Gatherings } from './gatherings';
import { Lull } from './lull';

/** What a resource has for itself. */
const ownedBy = (resource: ManagedResource, state: PlannedState<Values>): readonly string[] =>
  resource.identify(state).flatMap(({ thing, use }) => (use === 'shared' ? [] : [thing]));

const firstOf = <T>(found: ReadonlyMap<string, T>, things: readonly string[]): T | undefined =>
  things.map((thing) => found.get(thing)).find((one) => one !== undefined);

/** What one process knows of its plan or apply, for as long as it is configured. It knows things by name, and none by kind. */
export class ProcessLedger implements Ledger {
  applying = false;
  private readonly claims = new Claims();
  private readonly inState = new Map<string, Held<Values>>();
  private readonly foundGone = new Set<string>();
  private readonly makings = new Set<string>();
  private readonly removals = new Map<string, Removing>();
  /** What was left where it is for a successor that is the same. */
  private readonly left = new Map<string, Values>();
  private readonly topics = new Map<string, unknown>();
  private readonly counts = new Counts();
  private readonly gatherings = new Gatherings();
  private readonly ahead = new Map<string, Promise<void>>();

  /** @param lull knows when Terraform has nothing else to ask for */
  constructor(private readonly lull = new Lull()) {}

  wasMade(thing: string): boolean {
    return this.makings.has(thing);
  }

  made(...things: readonly string[]): void {
    for (const thing of things) this.makings.add(thing);
  }

  unmade(...things: readonly string[]): void {
    for (const thing of things) this.makings.delete(thing);
  }

  removal(thing: string): Removing | undefined {
    return this.removals.get(thing);
  }

  wasFoundGone(thing: string): boolean {
    return this.foundGone.has(thing);
  }

  isOwned(thing: string): boolean {
    return this.inState.has(thing) || this.claims.exclusive(thing) !== undefined;
  }

  isGoing(thing: string): boolean {
    const claim = this.claims.exclusive(thing);
    return claim ? !claim.stays : this.inState.has(thing);
  }

  kept<T>(topic: string, first: T): T {
    if (!this.topics.has(topic)) this.topics.set(topic, first);
    return this.topics.get(topic) as T;
  }

  count(heading: string, names: readonly string[]): void {
    this.counts.add(heading, names);
  }

  counted(heading: string): number {
    return this.counts.size(heading);
  }

  beyond(
    heading: string,
    names: readonly string[],
    most: () => number,
    request: Pick<Context, 'clock' | 'signal'>,
  ): Promise<readonly string[] | undefined> {
    return this.counts.beyond(heading, names, most, () => this.lull.come(request));
  }

  async goAhead(topic: string): Promise<(() => void) | undefined> {
    const begun = this.ahead.get(topic);
    if (begun) {
      await begun;
      return undefined;
    }
    let follow = (): void => undefined;
    this.ahead.set(topic, new Promise((resolve) => (follow = resolve)));
    return follow;
  }

  gather<T>(topic: string, items: readonly T[], request: Pick<Context, 'clock' | 'signal'>): Promise<readonly T[] | undefined> {
    return this.gatherings.gather(topic, items, () => this.lull.come(request));
  }

  /** What is in the state. */
  note(resource: ManagedResource, held: Held<Values>): void {
    for (const thing of ownedBy(resource, held.state)) this.inState.set(thing, held);
  }

  /** What was in the state, and is not there any more. */
  noteGone(resource: ManagedResource, state: Values): void {
    for (const thing of ownedBy(resource, state)) this.foundGone.add(thing);
  }

  /** What the state holds as the same thing, while there is no prior. */
  replaced(resource: ManagedResource, { prior, planned }: Pick<CheckRequest<Values>, 'prior' | 'planned'>): Held<Values> | undefined {
    return prior || !planned ? undefined : firstOf(this.inState, ownedBy(resource, planned));
  }

  /** The problems of a resource of the plan with others. */
  plan(resource: ManagedResource, request: CheckRequest<Values>): readonly Clash[] {
    const { prior, planned, replacing = false, replanned = false, private: known } = request;
    if (prior) this.note(resource, { state: prior, private: known });
    const [before, after] = [prior, planned].map((state) => (state ? resource.identify(state) : []));
    const inPlace = prior !== undefined && planned !== undefined && !replacing;
    return replanned ? [] : this.claims.add(resource.type, before ?? [], after ?? [], inPlace);
  }

  /**
   * What a resource has to tell of these problems: that a thing is created and destroyed in one plan, one tells for all, as every agent of a
   * roster is concerned whose construct got another id.
   */
  async together(problems: readonly Clash[], request: Pick<Context, 'clock' | 'signal'>): Promise<readonly Diagnostic[]> {
    const [others, moves] = [problems.filter((one) => !one.createdAndDestroyed), problems.filter((one) => one.createdAndDestroyed)];
    if (moves.length === 0) return others;
    const all = (await this.gather('created and destroyed in one plan', moves, request)) ?? [];
    return [...others, ...(all.length > 1 ? [changedPlaces(all.flatMap((one) => one.createdAndDestroyed ?? []))] : all)];
  }

  /**
   * A creation; none of what this process made already. What it makes counts as made from its beginning, unless nothing comes of it. It goes on from what was left for it,
   * which is then in the state whatever comes of it.
   */
  async making(
    resource: ManagedResource,
    planned: PlannedState<Values>,
    make: (left: Values | undefined) => Promise<Reconciliation<Values>>,
  ): Promise<Reconciliation<Values>> {
    const things = ownedBy(resource, planned);
    if (things.length > 0 && things.every((thing) => this.wasMade(thing))) return { diagnostics: [madeTwice(things)] };
    const left = firstOf(this.left, things);
    const begun = things.filter((thing) => !this.wasMade(thing));
    this.made(...begun);
    let made: Reconciliation<Values> = {};
    try {
      made = await make(left);
    } finally {
      if (!made.state) this.unmade(...begun);
    }
    const state = made.state ?? left;
    if (state) this.made(...ownedBy(resource, state));
    return { ...made, state };
  }

  /** A removal; none of what this process made, nor of what is replaced in place. @param again whether the plan makes the same */
  async removing(
    resource: ManagedResource,
    state: Values,
    again: boolean,
    remove: () => Promise<Removal<Values>>,
  ): Promise<Removal<Values>> {
    const { replacedInPlace = false } = resource;
    const things = ownedBy(resource, state);
    const note = <T>(notes: Map<string, T>, what: T) => things.forEach((thing) => notes.set(thing, what));
    if (things.length > 0 && things.every((thing) => this.wasMade(thing))) return { diagnostics: [keptAsMade(things, replacedInPlace)] };
    if (things.length > 0 && replacedInPlace && again) {
      note(this.left, state);
      return { diagnostics: [keptInPlace(things)] };
    }
    let end: Removing = 'failed';
    note(this.removals, 'under way');
    try {
      const removal = await remove();
      if (!hasErrors(removal.diagnostics ?? [])) end = 'gone';
      return removal;
    } finally {
      note(this.removals, end);
    }
  }
}
