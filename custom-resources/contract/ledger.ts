import type { Clock } from '../../connect/clock';
import type { PathStep } from './diagnostic';

/**
 * Something in Amazon Connect that two resources can both have to do with. Several of one resource are its names: it is the same as
 * another only where all that are exclusive are the same.
 */
export interface Identity {
  /** As messages name it: `the membership a,b,c`. One thing has one name, however the configuration spells it. */
  readonly thing: string;
  /** `exclusive`: one resource can have it. `shared`: many have parts of it, while none has it exclusively. @default 'exclusive' */
  readonly use?: 'exclusive' | 'shared';
  /** The attribute that says which thing it is. */
  readonly path?: readonly PathStep[];
}

/** How the removal of a thing goes. */
export type Removing = 'under way' | 'gone' | 'failed';

/**
 * What one process knows of its one plan or apply, by the names of things. The protocol layer notes what resources `identify`, and
 * tells by itself of things that are declared twice, or are to be removed and made at once; this is what resources may ask and add.
 */
export interface Ledger {
  /** Whether this process has begun to change things: what it read before may be past. */
  readonly applying: boolean;
  /** Whether this process made the thing, took it over, or is at it: "not found" means "not yet". */
  wasMade(thing: string): boolean;
  /** For what only shows which thing it is while it is made. From now on this process does not remove it. */
  made(thing: string): void;
  /** It is not taken over after all. */
  unmade(thing: string): void;
  /** Nothing where this process did not begin to remove it. */
  removal(thing: string): Removing | undefined;
  /** Whether a read of this process found that it is gone: the state that Terraform keeps has it all the same until it writes another. */
  wasFoundGone(thing: string): boolean;
  /** Whether a resource has it exclusively, in the state or in the plan, as far as Terraform has shown them. */
  isOwned(thing: string): boolean;
  /** Whether the plan has shown that it goes, or the state that somebody declares it. What depends on the one who asks comes later: `false` is not "no". */
  isGoing(thing: string): boolean;
  /**
   * What resources keep for others under a topic: what was told for all who have it in common, what waits for one that is yet to be made.
   * @param first what is kept where nothing is; of one type for a topic
   */
  kept<T>(topic: string, first: T): T;
  /** Counts names that resources of a plan have in common, such as those of users who are deleted; each once. */
  count(heading: string, names: readonly string[]): void;
  counted(heading: string): number;
  /**
   * Counts as well. Where there are more than `most`, one of those who ask gets them all, once Terraform has nothing else to
   * plan; everybody else gets nothing. So a plan is told of it once, however many resources go beyond.
   */
  beyond(
    heading: string,
    names: readonly string[],
    most: () => number,
    request: { readonly clock: Clock; readonly signal: AbortSignal },
  ): Promise<readonly string[] | undefined>;
  /**
   * One of those who ask goes ahead, and gets what lets the others follow; these wait for that, and get nothing.
   * @param topic what the first finds out for all
   */
  goAhead(topic: string): Promise<(() => void) | undefined>;
  /**
   * Hands in what many resources of a plan tell together. One of those who do gets it all, once Terraform has nothing else to plan;
   * everybody else gets nothing.
   * @param topic always with items of one type
   */
  gather<T>(
    topic: string,
    items: readonly T[],
    request: { readonly clock: Clock; readonly signal: AbortSignal },
  ): Promise<readonly T[] | undefined>;
}
