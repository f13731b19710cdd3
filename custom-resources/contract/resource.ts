import type { Clock } from '../../connect/clock';
import type { Gateway } from '../../connect/gateway';
import type { Logger } from '../../connect/logger';
import type { Diagnostic, PathStep } from './diagnostic';
import type { GivenIdentity, IdentityAttribute } from './identity';
import type { Identity, Ledger } from './ledger';
import type { Operations } from './operations';
import type { Schema } from './schema';
import type { Settings } from './settings';
import type { PlannedState, PrivateData, Values } from './value';

/**
 * The contract of a custom resource: observe · plan · reconcile · remove.
 *
 * `S` is the state, typed by the resource's schema. The protocol layer calls these with values that
 * its codec has checked against the schema, and turns whatever they throw into a "bug in the
 * provider" diagnostic: failures of the environment are returned, as diagnostics, never thrown.
 */
export interface ManagedResource<S = Values> {
  /** The Terraform type, `connect_...`. */
  readonly type: string;
  readonly schema: Schema;
  readonly operations: Operations;
  /**
   * A replacement by the same thing changes it in place: nothing is removed, and `reconcile` gets what was there as `prior`.
   * @default false
   */
  readonly replacedInPlace?: boolean;

  /** Which things of Amazon Connect a state or plan is about, as far as they are known. Pure. */
  identify(state: PlannedState<S>): readonly Identity[];

  /** Which one thing it is, for Terraform 1.12 and later. */
  readonly identity: ResourceIdentity<S>;

  /**
   * What is wrong with a configuration by itself, beyond the checks of the schema. Pure.
   * @param evaluated whether variables have their values in it: what is null may then be written all the same. @default false
   */
  validate?(config: PlannedState<S>, evaluated?: boolean): readonly Diagnostic[];

  /** From the prior state and the configuration to the planned state. Pure: no call, no clock. */
  plan(request: PlanRequest<S>): PlanResponse<S>;

  /**
   * What the user forbids plans to do (`deletion_protection`, limits of the provider). Calls nothing. Unlike a check it holds
   * whatever `plan_checks` says, and where Terraform destroys.
   */
  guard?(request: CheckRequest<S>, context: Context): Promise<readonly Diagnostic[]>;

  /** What Connect already tells about a plan that would fail at apply, where the provider is to look (`plan_checks`). Reads only. */
  check?(request: CheckRequest<S>, context: Context): Promise<readonly Diagnostic[]>;

  /** The live state, or nothing when it is gone. Never guesses from the prior state. */
  observe(request: ObserveRequest<S>, context: Context): Promise<Observation<S>>;

  /** Makes Connect match what is planned, whatever is there now. A second call writes nothing. */
  reconcile(request: ReconcileRequest<S>, context: Context): Promise<Reconciliation<S>>;

  /** Deletes. Already absent is success. */
  remove(request: RemoveRequest<S>, context: Context): Promise<Removal<S>>;

  /** A state with just enough in it for `observe`, from the id given to `terraform import`. Pure. */
  importState(id: string): ImportResult<S>;

  /** A state of this type from a `moved` block whose source is another resource type. Pure. */
  moveState?(source: MoveSource): ImportResult<S> | undefined;
}

/**
 * What tells the thing of a resource from all others: Terraform 1.12 and later keep it beside the state, import by it, and name by it
 * what `terraform query` finds. It has one spelling, bare ids, whatever the configuration has: it stays the same as long as the thing
 * does.
 */
export interface ResourceIdentity<S = Values> {
  /** All are texts. */
  readonly attributes: Readonly<Record<string, IdentityAttribute>>;

  /** Of a state or plan: null where it does not say, unknown where Terraform will know it at apply. Pure. */
  of(state: PlannedState<S>): Values;

  /** As `importState` of the resource. What is required is given, and everything has passed its check. Pure. */
  importState(given: GivenIdentity): ImportResult<S>;
}

export interface PlanRequest<S> {
  /** Absent on create. */
  readonly prior?: S;
  readonly config: PlannedState<S>;
  readonly private: PrivateData;
  /** Absent while the provider's own configuration is unknown. */
  readonly settings?: Settings;
}

export interface PlanResponse<S> extends Told {
  readonly planned: PlannedState<S>;
  /** Attributes whose change replaces the resource. */
  readonly replace?: readonly (readonly PathStep[])[];
  /** What the removal of the resource is to know, where this plan replaces it. No state keeps it. */
  readonly handOn?: PrivateData;
}

/** `planned` and `config` are absent when the plan is to destroy `prior`. */
export interface CheckRequest<S> {
  readonly prior?: S;
  readonly planned?: PlannedState<S>;
  /** What was declared: the only place where write-only values are. */
  readonly config?: PlannedState<S>;
  /** Whether the plan is to replace `prior`. Terraform then plans once more, as if there were none. @default false */
  readonly replacing?: boolean;
  /** Whether this is that second plan, of a resource that is replaced. @default false */
  readonly replanned?: boolean;
  /**
   * What the state holds as the same thing, while there is no `prior`: Terraform plans the replacement of a tainted resource as if
   * there were nothing before, and so it does, in the end, for -replace.
   */
  readonly replaced?: Held<S>;
  readonly private: PrivateData;
}

/** What Terraform keeps of a resource. */
export interface Held<S> {
  readonly state: S;
  readonly private: PrivateData;
}

export interface RemoveRequest<S> extends Held<S> {
  /** What the plan of the successor handed on; absent where there is none, or where it was there first. */
  readonly handedOn?: PrivateData;
  /** Whether its successor was there first (create_before_destroy): Terraform then does not say which that is. @default false */
  readonly displaced?: boolean;
}

export interface Told {
  readonly diagnostics?: readonly Diagnostic[];
}

export interface ObserveRequest<S> extends Held<S> {
  /** Set for the read that follows an import: `state` then holds little more than ids. */
  readonly imported: boolean;
}

/** `state` absent and no error: it is gone. */
export type Observation<S> = Partial<Held<S>> & Told;

export interface ReconcileRequest<S> {
  /** Absent on create. */
  readonly prior?: S;
  /** Known but for what the provider computes. */
  readonly planned: PlannedState<S>;
  /** Wholly known; the only place where write-only values are. */
  readonly config: S;
  readonly private: PrivateData;
}

/**
 * `state` is what exists now: on an error too, so that nothing is lost. Absent with an error: nothing
 * was made (create) or nothing was changed (update).
 */
export type Reconciliation<S> = Partial<Held<S>> & Told;

/** With an error, the resource stays in the state: as `state`, or as it was. */
export type Removal<S> = Partial<Held<S>> & Told;

/** In `state`, nulls (and no blocks) stand for what is not known yet. */
export type ImportResult<S> = Partial<Held<S>> & Told;

export interface MoveSource {
  /** As Terraform spells it, `registry.terraform.io/hashicorp/aws`. */
  readonly provider: string;
  readonly type: string;
  readonly state: Values;
}

/** A data source reads once; `config` is wholly known. */
export interface DataSource<S = Values> {
  readonly type: string;
  readonly schema: Schema;
  readonly operations: Operations<'plan'>;
  validate?(config: PlannedState<S>): readonly Diagnostic[];
  read(config: S, context: Context): Promise<Reading<S>>;
}

export interface Reading<S> extends Told {
  readonly state?: S;
}

/** What there is of a resource type, for `terraform query`. The config of its `list` block is wholly known. */
export interface ListResource<C = Values> {
  /** That of the managed resource. */
  readonly type: string;
  readonly schema: Schema;
  readonly operations: Operations<'plan'>;
  validate?(config: PlannedState<C>): readonly Diagnostic[];
  /** All that there are, always in the same order. */
  list(config: C, context: Context): Promise<Listing>;
}

export interface Listing extends Told {
  readonly found?: readonly ListedThing[];
}

export interface ListedThing {
  /** As the identity of its resource is written. */
  readonly identity: GivenIdentity;
  /** What people call it. */
  readonly displayName: string;
}

/** What a resource may use while it serves one request. */
export interface Context {
  /** Connect, for calls that give up at the deadline or when Terraform asks the provider to stop: `signal` unless given. */
  connect(scope: { readonly timeoutMs: number; readonly signal?: AbortSignal }): Gateway;
  /** Aborts when the request is cancelled or Terraform asks the provider to stop. */
  readonly signal: AbortSignal;
  readonly settings: Settings;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Logger;
}
