import type { Gateway, ListOf } from '../../connect/gateway';
import type { Listed } from '../../connect/model';
import type { IdentifierKind } from '../values/identifiers';

/** A kind of thing that a configuration may name by its name. */
export interface NamedKind<T extends Listed> {
  readonly identifier: IdentifierKind;
  /** The attribute that takes the id: `routing_profile_id`. */
  readonly idAttribute: string;
  /** All of an instance, in a list that all lookups share. */
  readonly listIn: (connect: Gateway) => ListOf<T>;
}

/** What a configuration says. One of the two is not null. */
export interface Asked {
  readonly name: string | null;
  /** As an id or ARN. */
  readonly id: string | null;
}

/** Where it is looked for. */
export interface Place {
  readonly instance_id: string;
  readonly region: string | null;
}
