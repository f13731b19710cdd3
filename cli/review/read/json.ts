/** JSON as it was parsed: nothing in it can be relied on. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An empty one where there is none. */
export const objectIn = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/** An empty one where there is none. */
export const listIn = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const textIn = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

export const textsIn = (value: Json | undefined): readonly string[] => listIn(value).filter((item) => typeof item === 'string');

/** The same text for equal values, whatever the order of their members. */
export function canonical(value: Json | undefined): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}
