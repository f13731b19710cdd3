import type { Value } from './value';

/**
 * A schema is data, and the only source: it feeds the plugin protocol, the CDKTF bindings, the
 * reference pages and, through `StateOf`, the types of the code that handles the resource.
 */

export type AttributeType =
  | 'string'
  | 'number'
  | 'bool'
  | { readonly list: AttributeType }
  | { readonly set: AttributeType }
  | { readonly map: AttributeType }
  | { readonly object: Readonly<Record<string, AttributeType>> };

/**
 * Who sets an attribute: the user must (`required`), the user may (`optional`), the provider does
 * (`computed`), or the provider does where the user does not (`optional-computed`).
 */
export type Presence = 'required' | 'optional' | 'computed' | 'optional-computed';

/** Says what is wrong with a known, non-null value ("must be ..., got ..."), or nothing. */
export interface Check {
  (value: Value): string | undefined;
  /** All texts that it does not refuse, where these are few: the type of the attribute in programs. */
  readonly allowed?: readonly string[];
}

export interface Attribute {
  readonly type: AttributeType;
  readonly presence: Presence;
  /** Markdown, one or two sentences: meaning, unit, range, default. */
  readonly description: string;
  /** Terraform hides the value in its output. */
  readonly sensitive?: true;
  /** The value is never stored; needs Terraform 1.11. */
  readonly writeOnly?: true;
  /** What an `optional-computed` attribute is when the user leaves it out; else what it was. */
  readonly default?: string | number | boolean;
  /** Connect has no operation that changes it: a change replaces the resource. */
  readonly replaces?: true;
  /** The one form of all spellings of a thing, of each element in a set; the prior spelling is kept while that is the same. */
  readonly canonical?: (value: string) => string;
  readonly check?: Check;
  /** The member of the gateway (connect/gateway/) that it is. */
  readonly member?: string;
}

export interface Block {
  readonly nesting: 'single' | 'list' | 'set';
  /** How many blocks must be there. @default 0 */
  readonly min?: number;
  /** How many blocks may be there. @default unbounded */
  readonly max?: number;
  readonly description: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** The list of the gateway (connect/gateway/) that such blocks are. */
  readonly member?: string;
}

export interface Schema {
  /** Raised when the shape of the state changes in a way that an upgrade must handle. */
  readonly version: number;
  readonly description: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly blocks: Readonly<Record<string, Block>>;
}

type ValueOf<T> = T extends 'string'
  ? string
  : T extends 'number'
    ? number
    : T extends 'bool'
      ? boolean
      : T extends { readonly list: infer E } | { readonly set: infer E }
        ? readonly ValueOf<E>[]
        : T extends { readonly map: infer E }
          ? { readonly [key: string]: ValueOf<E> }
          : T extends { readonly object: infer O }
            ? { readonly [K in keyof O]: ValueOf<O[K]> | null }
            : never;

type AttributeValue<A> = A extends { readonly type: infer T; readonly presence: infer P }
  ? P extends 'required'
    ? ValueOf<T>
    : ValueOf<T> | null
  : never;

export type AttributesOf<A> = { readonly [K in keyof A]: AttributeValue<A[K]> };

type BlockValue<B> = B extends { readonly nesting: 'single'; readonly attributes: infer A }
  ? AttributesOf<A> | null
  : B extends { readonly attributes: infer A }
    ? readonly AttributesOf<A>[]
    : never;

/** The state of a resource whose schema is `S` (declared `as const satisfies Schema`). */
export type StateOf<S> = S extends { readonly attributes: infer A; readonly blocks: infer B }
  ? AttributesOf<A> & { readonly [K in keyof B]: BlockValue<B[K]> }
  : never;
