import type { AttributeType, Block, Schema } from '../contract/schema';
import { isUnknown, type Value, type Values } from '../contract/value';

/** Whether two values of a type are the same to Terraform: the order of a set does not count. */
export function equalValues(type: AttributeType, left: Value, right: Value): boolean {
  if (isUnknown(left) || isUnknown(right)) return false;
  if (left === null || right === null) return left === right;
  if (typeof type === 'string') return String(left) === String(right);
  if ('set' in type) return equalSets(asList(left), asList(right), (a, b) => equalValues(type.set, a, b));
  if ('list' in type) return equalLists(asList(left), asList(right), (a, b) => equalValues(type.list, a, b));
  const [from, to] = [asMap(left), asMap(right)];
  if ('object' in type)
    return Object.entries(type.object).every(([name, member]) => equalValues(member, from[name] ?? null, to[name] ?? null));
  const keys = Object.keys(from);
  return (
    keys.length === Object.keys(to).length &&
    keys.every((key) => Object.hasOwn(to, key) && equalValues(type.map, from[key] ?? null, to[key] ?? null))
  );
}

type Same = (left: Value, right: Value) => boolean;

const equalLists = (left: readonly Value[], right: readonly Value[], same: Same): boolean =>
  left.length === right.length && left.every((element, index) => same(element, right[index] ?? null));

function equalSets(left: readonly Value[], right: readonly Value[], same: Same): boolean {
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

const asMap = (value: Value): Values => (isObject(value) ? value : {});

/** Whether two states of a schema are the same to Terraform. */
export function equalStates<S extends object>(schema: Schema, left: S, right: S): boolean {
  const [from, to] = [left as Values, right as Values];
  return (
    Object.entries(schema.attributes).every(([name, { type }]) => equalValues(type, from[name] ?? null, to[name] ?? null)) &&
    Object.entries(schema.blocks).every(([name, block]) => equalBlocks(block, from[name] ?? null, to[name] ?? null))
  );
}

function equalBlocks(block: Block, left: Value, right: Value): boolean {
  const equal = (from: Value, to: Value): boolean => equalElements(block, from, to);
  if (!Array.isArray(left) || !Array.isArray(right)) return equal(left, right);
  return block.nesting === 'set' ? equalSets(left, right, equal) : equalLists(left, right, equal);
}

function equalElements({ attributes }: Block, left: Value, right: Value): boolean {
  if (!isObject(left) || !isObject(right)) return left === right;
  return Object.entries(attributes).every(([name, { type }]) => equalValues(type, left[name] ?? null, right[name] ?? null));
}

const isObject = (value: Value): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnknown(value);

export const sameSet = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  left.size === right.size && [...left].every((member) => right.has(member));
