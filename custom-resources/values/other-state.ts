import type { MoveSource } from '../contract/resource';
import type { Attribute, Block, Schema } from '../contract/schema';
import type { Value, Values } from '../contract/value';

/* Values out of the state of another provider's resource, which `moved` hands over. */

/**
 * Whether it is the resource of the AWS provider. Of a resource with `count` or `for_each` Terraform hands over the first instance that a
 * `moved` block names as that of the AWS provider, and all others as if they were ours already.
 */
export const isFromAws = ({ provider, type }: MoveSource, expected: `aws_${string}`): boolean =>
  type === expected && /\/(hashicorp\/aws|[^/]+\/connect)$/.test(provider);

/** Nothing for what is left out, which other providers write as "" too. */
export function textOf(values: Values, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export const listOf = (value: Value | undefined): readonly Values[] => (Array.isArray(value) ? (value as readonly Values[]) : []);

const stringsOf = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((element: Value): element is string => typeof element === 'string') : [];

/** No tags are written as `{}` there, whether they were declared so or left out. */
function mapOf(value: Value | undefined): Readonly<Record<string, string>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length === 0) return null;
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** What the state says of attributes of the same name as ours; a number or a flag that it lacks is at our default. */
export const sameNamed = <S>(attributes: Block['attributes'], state: Values): S =>
  Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, valueOf(attribute, name, state)])) as S;

function valueOf({ type, presence, default: usual }: Attribute, name: string, state: Values): Value {
  const value = state[name] ?? null;
  if (type === 'string') return textOf(state, name) ?? (presence === 'required' ? '' : null);
  if (typeof type === 'string') return value ?? usual ?? null;
  if ('map' in type) return mapOf(value);
  return presence === 'required' ? stringsOf(value) : null;
}

/** A state that says nothing, for a read to fill in. */
export const nothingKnown = <S>({ attributes, blocks }: Schema): S => ({
  ...sameNamed<S>(attributes, {}),
  ...Object.fromEntries(Object.entries(blocks).map(([name, { nesting }]) => [name, nesting === 'single' ? null : []])),
});
