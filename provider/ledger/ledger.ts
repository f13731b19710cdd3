import { type Diagnostic, hasErrors } from '../../custom-resources/contract/diagnostic';
import type { Ledger, Removing } from '../../custom-resources/contract/ledger';
import type { CheckRequest, Held, ManagedResource, Reconciliation, Removal } from '../../custom-resources/contract/resource';
import type { PlannedState, Values } from '../../custom-resources/contract/value';
import { Claims } from './claims';
import { keptAsMade, keptInPlace } from './diagnostics';

/** What a resource has for itself. */
const ownedBy = (resource: ManagedResource, state: PlannedState<Values>): readonly string[] =>
  resource.identify(state).flatMap(({ thing, use }) => (use === 'shared' ? [] : [thing]));

/** What one process knows of its plan or apply, for as long as it is configured. It knows things by name, and none by kind. */
export class ProcessLedger implements Ledger {
  private readonly claims = new Claims();
  private readonly inState = new Map<string, Held<Values>>();
  private readonly makings = new Set<string>();
  private readonly removals = new Map<string, Removing>();
  /** What was left where it is for a successor that is the same. */
  private readonly left = new Map<string, Values>();
  private readonly topics = new Map<string, Set<string>>();

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

  isOwned(thing: string): boolean {
    return this.inState.has(thing) || this.claims.exclusive(thing) !== undefined;
  }

  isGoing(thing: string): boolean {
    const claim = this.claims.exclusive(thing);
    return claim ? !claim.stays : this.inState.has(thing);
  }

  told(topic: string): Set<string> {
    const told = this.topics.get(topic) ?? new Set();
    this.topics.set(topic, told);
    return told;
  }

  /** What is in the state. */
  note(resource: ManagedResource, held: Held<Values>): void {
    for (const thing of ownedBy(resource, held.state)) this.inState.set(thing, held);
  }

  /** What a resource of the plan was, and is to be; and what other resources have against it. */
  plan(resource: ManagedResource, { prior, planned, replanned = false, private: known }: CheckRequest<Values>): readonly Diagnostic[] {
    if (prior) this.note(resource, { state: prior, private: known });
    if (replanned) return [];
    return this.claims.add(resource.type, prior ? resource.identify(prior) : [], planned ? resource.identify(planned) : []);
  }

  /** What is in the state as the same thing. */
  held(resource: ManagedResource, planned: PlannedState<Values>): Held<Values> | undefined {
    return ownedBy(resource, planned)
      .map((thing) => this.inState.get(thing))
      .find((held) => held !== undefined);
  }

  /**
   * A creation. What it makes counts as made from its beginning, unless nothing comes of it. It goes on from what was left for it,
   * which is then in the state whatever comes of it.
   */
  async making(
    resource: ManagedResource,
    planned: PlannedState<Values>,
    make: (left: Values | undefined) => Promise<Reconciliation<Values>>,
  ): Promise<Reconciliation<Values>> {
    const things = ownedBy(resource, planned);
    const left = things.map((thing) => this.left.get(thing)).find((state) => state !== undefined);
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

  /** A removal; none of what this process made, nor of what its successor goes on with. */
  async removing(
    resource: ManagedResource,
    state: Values,
    successor: string | undefined,
    remove: () => Promise<Removal<Values>>,
  ): Promise<Removal<Values>> {
    const things = ownedBy(resource, state);
    const kept = things.length > 0 ? this.keep(resource, things, state, successor) : undefined;
    if (kept) return { diagnostics: [kept] };
    let end: Removing = 'failed';
    this.noteRemoval(things, 'under way');
    try {
      const removal = await remove();
      if (!hasErrors(removal.diagnostics ?? [])) end = 'gone';
      return removal;
    } finally {
      this.noteRemoval(things, end);
    }
  }

  private keep({ replacedInPlace = false }: ManagedResource, things: readonly string[], state: Values, successor?: string) {
    if (things.every((thing) => this.wasMade(thing))) return keptAsMade(things, replacedInPlace);
    if (!replacedInPlace || successor === undefined || successor !== state['id']) return undefined;
    for (const thing of things) this.left.set(thing, state);
    return keptInPlace(things);
  }

  private noteRemoval(things: readonly string[], how: Removing): void {
    for (const thing of things) this.removals.set(thing, how);
  }
}
