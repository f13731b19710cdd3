import type { Gateway, ListOf } from '../../connect/gateway';
import type { Listed } from '../../connect/model';
import type { IdentifierKind } from '../values/identifiers';

/** A kind of thing of an instance that a configuration names, as people call it or by its id. */
export interface NamedKind<T extends Listed> {
  readonly identifier: IdentifierKind;
  /** The attribute that takes the id: `routing_profile_id`. */
  readonly idAttribute: string;
  /** The attribute that takes what people call it. */
  readonly nameAttribute: string;
  /** What people call it. Two things are called alike where their labels are the same. */
  readonly labelOf: (thing: T) => string | undefined;
  /** All of an instance, in a list that all lookups share. */
  readonly listIn: (connect: Gateway) => ListOf<T>;
}

/** A name as errors show it, whatever is in it. */
export const quoted = (name: string | null | undefined): string | undefined =>
  typeof name === 'string' ? JSON.stringify(name) : undefined;

/** For what people call by its name. */
export const BY_NAME = {
  nameAttribute: 'name',
  labelOf: ({ name }: Listed) => quoted(name),
};

/** What a configuration says: one of the two. */
export interface Asked {
  readonly label: string | undefined;
  /** As an id or ARN. */
  readonly id: string | null;
}

/** Where it is looked for. */
export interface DeclaredPlace {
  readonly instance_id: string;
  readonly region: string | null;
}
