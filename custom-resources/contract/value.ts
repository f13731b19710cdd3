/**
 * Values as Terraform sees them, in plain JavaScript: what the codec of `provider/` produces and
 * what every custom resource works with. Keys are the snake_case names of the schema.
 */

/** A value that Terraform will only know at apply. There is one instance: compare with `isUnknown`. */
export class Unknown {
  static readonly instance = new Unknown();
  private constructor() {}
  toJSON(): string {
    return '(known after apply)';
  }
}

export const UNKNOWN: Unknown = Unknown.instance;

export const isUnknown = (value: unknown): value is Unknown => value instanceof Unknown;

/** A number that a JavaScript `number` cannot hold exactly, as its decimal text. */
export class Decimal {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type Value = null | string | number | boolean | Decimal | Unknown | readonly Value[] | Values;

/** An object or a map. */
export interface Values {
  readonly [key: string]: Value;
}

/** `T` of which any part may still be unknown: what a configuration or a plan holds. */
export type Planned<T> = T extends readonly (infer E)[]
  ? readonly Planned<E>[] | Unknown
  : T extends object
    ? { readonly [K in keyof T]: Planned<T[K]> } | Unknown
    : T | Unknown;

/** The top level of a configuration or plan: an object that is itself known. */
export type PlannedState<S> = { readonly [K in keyof S]: Planned<S[K]> };

/** Bookkeeping that Terraform keeps beside the state and shows to nobody. Holds no secret. */
export type PrivateData = Readonly<Record<string, string | number | boolean>>;

/** Whether no part of a value is unknown. */
export function isWhollyKnown(value: unknown): boolean {
  if (isUnknown(value)) return false;
  if (Array.isArray(value)) return value.every(isWhollyKnown);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isWhollyKnown);
  return true;
}
