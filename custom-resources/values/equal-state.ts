import type { Block, Schema } from '../contract/schema';
import { isUnknown, type Value, type Values } from '../contract/value';
import { equalLists, equalSets, equalValues } from './equality';

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
