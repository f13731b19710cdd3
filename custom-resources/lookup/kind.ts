import type { Gateway, Listed, ListOf } from '../../connect/gateway';
import type { IdentifierKind } from '../values/identifiers';

/** What people call by its name, or by its path. */
export type Named = Listed & { readonly path?: readonly string[] };

/** A kind of thing of an instance that a configuration names, as people call it or by its id. */
export interface NamedKind<T extends Named> {
  readonly identifier: IdentifierKind;
  /** The attribute that takes the id: `routing_profile_id`. */
  readonly idAttribute: string;
  /** The attribute that takes what people call it. */
  readonly nameAttribute: 'name' | 'path';
  /** All of an instance, in a list that all lookups share. */
  readonly listIn: (connect: Gateway) => ListOf<T>;
}

/** What people call it, as errors show it: `"Sales"`, `"Europe" / "Berlin"`. */
export const quoted = (name: unknown): string | undefined => {
  if (Array.isArray(name)) return name.map(quoted).join(' / ');
  return typeof name === 'string' ? JSON.stringify(name) : undefined;
};

/** Two things are called alike where their labels are the same. */
export const labelOf = ({ nameAttribute }: Pick<NamedKind<Named>, 'nameAttribute'>, thing: Named): string | undefined =>
  quoted(thing[nameAttribute]);
