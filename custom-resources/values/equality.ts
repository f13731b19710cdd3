import type { AttributeType } from '../contract/schema';
import { isUnknown, type Value } from '../contract/value';

/** Whether two values of a type are the same to Terraform: the order of a set does not count. */
export function equalValues(type: AttributeType, left: Value, right: Value): boolean {
  if (isUnknown(left) || isUnknown(right)) return false;
  if (left === null || right === null) return left === right;
  if (typeof type === 'string') return left === right || String(left) === String(right);
  if ('set' in type) return equalSets(asList(left), asList(right), (a, b) => equalValues(type.set, a, b));
  if ('list' in type) return equalLists(asList(left), asList(right), (a, b) => equalValues(type.list, a, b));
  const [from, to] = [asMap(left), asMap(right)];
  const keys = Object.keys(from);
  return keys.length === Object.keys(to).length && keys.every((key) => Object.hasOwn(to, key) && equalValues(type.map, from[key] ?? null, to[key] ?? null));
}

type Same = (left: Value, right: Value) => boolean;

export const equalLists = (left: readonly Value[], right: readonly Value[], same: Same): boolean =>
  left.length === right.length && left.every((element, index) => same(element, right[index] ?? null));

export function equalSets(left: readonly Value[], right: readonly Value[], same: Same): boolean {
  if (left.length !== right.length) return false;
  const rest = [...right];
  return left.every((element) => {
    const index = rest.findIndex((candidate) => same(element, candidate));
    if (index < 0) return false;
    rest.splice(index, 1);
    return true;
  });
}

const asList = (value: Value): readonly Value[] => (Array.isArray(value) ? value : []);

const asMap = (value: Value): Readonly<Record<string, Value>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Value>>) : {};
