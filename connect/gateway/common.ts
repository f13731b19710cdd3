import type { Outcome } from '../failure';

declare const parsed: unique symbol;

/**
 * The bare id of something. People, states and the service itself may write an id as an ARN: such a text becomes an `Id` where it comes
 * in, by `bareId` of custom-resources/values/identifiers.ts for what people write, by `idIn` of shapes/ids.ts for answers.
 */
export type Id = string & { readonly [parsed]: true };

/** Milliseconds since the epoch, by the service's clock. */
export type ServiceTime = number;

export interface OfInstance {
  readonly instanceId: Id;
  /** Where to call. @default the provider's Region */
  readonly region?: string;
}

/** What a change tells: when the service answered (in whole seconds); nothing when nothing was called. */
export interface Written {
  readonly at?: ServiceTime;
}

/** A thing of an instance as a list shows it. */
export interface Listed {
  readonly id: Id;
  readonly arn?: string;
  readonly name?: string;
}

/** Lists things of an instance, by id. */
export type ListOf<T> = (instanceId: Id, region?: string, options?: Fresh) => Promise<Outcome<ReadonlyMap<string, T>>>;

export interface Fresh {
  readonly fresh?: boolean;
}

export interface Recent {
  readonly recent?: boolean;
}
