import type { Value, Values } from '../contract/value';

/* Values out of the state of another provider's resource, which `moved` hands over. */

/** Nothing for what is left out, which other providers write as "" too. */
export function textOf(values: Values, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export const listOf = (value: Value | undefined): readonly Values[] => (Array.isArray(value) ? (value as readonly Values[]) : []);

export const stringsOf = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((element: Value): element is string => typeof element === 'string') : [];

/** No tags are written as `{}` there, whether they were declared so or left out. */
export function mapOf(value: Value | undefined): Readonly<Record<string, string>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length === 0) return null;
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
