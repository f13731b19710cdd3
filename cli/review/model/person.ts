import type { Change } from './change';
import type { Clash, Holder } from './clashes';
import type { QuickConnect } from './side-effects';
import type { Untold } from './untold';

/** What happens to people, in the order in which a reader wants to know. */
export const FATES = [
  'leaves',
  'replaced',
  'kept',
  'made again',
  'let go',
  'joins',
  'taken over',
  'changes team',
  'changes settings',
  'changed outside',
  'imported',
  'moved',
] as const;

export type Fate = (typeof FATES)[number];

/** An agent of whom the plans change something, or who was changed outside Terraform. */
export interface Person {
  /** The user name; for want of it the id or the address. */
  readonly login: string;
  readonly fullName: string | undefined;
  /** None before the account is made. */
  readonly userId: string | undefined;
  readonly stacks: readonly string[];
  readonly fates: ReadonlySet<Fate>;
  /** What the plan changes because the configuration says so. */
  readonly changes: readonly Change[];
  /** What somebody changed outside Terraform. */
  readonly drift: readonly Drift[];
  readonly groups: Teams;
  /** Of who joins, is taken over or is replaced: what the account is made with. */
  readonly madeWith: { readonly routingProfile: string; readonly securityProfiles: readonly string[] } | undefined;
  /** Of who is replaced: why. */
  readonly reason: Reason | undefined;
  /** Of who leaves or is replaced. */
  readonly takesAlong: TakenAlong;
  /** Somebody deleted the account, and the plan does not make it again at its address. */
  readonly deletedOutside: boolean;
  /** Who leaves or is replaced, and is kept as well. */
  readonly clash: Clash | undefined;
  /** Of who is let go: what has the account from then on; nothing where Terraform no longer manages it. */
  readonly goesTo: Holder | undefined;
  /** The resource type or address that a moved account had before. */
  readonly movedFrom: string | undefined;
}

export interface Teams {
  /** Names of traffic distribution groups. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

export interface Drift extends Change {
  /** What the plan makes of it: the value that the attribute had, another one, or nothing; of an account that goes, nothing is told. */
  readonly plan: 'puts it back' | 'changes it again' | 'leaves it' | undefined;
}

export type Reason =
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  | { readonly kind: 'tainted' | 'asked for' | 'gone, but quick connects point at it' | 'not told' };

export interface Belongings {
  readonly quickConnects: readonly QuickConnect[];
  /** Groups that no resource of the plans lists the person in. */
  readonly undeclaredGroups: readonly string[];
}

export interface TakenAlong extends Belongings {
  /** What is not lost: it goes on to the account that takes the place of this one. */
  readonly handedOn: Belongings & {
    /** The new account is made before the old one is deleted. */
    readonly createdFirst: boolean;
  };
  /** How many memberships end that a resource declares, and whose end no plan shows: as by -target, or those of a stack that is not planned. */
  readonly unshown: number;
  /** Quick connects are kept by `quick_connects_on_delete`, and lead nowhere. */
  readonly retains: boolean;
  /** Why there may be more that is not known; nothing where all is told. */
  readonly untold: Untold | undefined;
}

/** The first of the fates of a person in the order of all fates: who has most to fear comes first. */
export const rank = ({ fates }: Person): number => FATES.findIndex((fate) => fates.has(fate));
