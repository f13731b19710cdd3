import type { Attribute, AttributesOf, Block } from '../../contract/schema';
import type { Value, Values } from '../../contract/value';
import { present } from '../../values/present';

/*
 * Between the blocks of a user and what the gateway takes and shows. The schema alone knows the names: each attribute of a block says
 * which member of the gateway's model it is.
 */

/** A block whose attributes are members of `M`. */
export type BlockOf<M> = Block & { readonly attributes: Readonly<Record<string, Attribute & { readonly member: keyof M }>> };

/** What a block declares. */
export const membersOf = <M>({ attributes }: Block, block: Values): M =>
  present(Object.fromEntries(Object.entries(attributes).map(([name, { member = name }]) => [member, block[name]]))) as M;

/** What Connect holds of a block. */
export const heldBlock = <A extends Block['attributes']>({ attributes }: { readonly attributes: A }, held: object) =>
  Object.fromEntries(Object.entries(attributes).map(([name, { member = name }]) => [name, (held as Values)[member] ?? null])) as {
    readonly [K in keyof A]: AttributesOf<A>[K] | null;
  };

/**
 * The block that shows it: all of it where there was none before. An optional attribute that was not declared stays out; one that
 * was, and that Connect leaves out, is at its default.
 */
export function shownBlock<B extends Values>(block: Block, held: object, before: B | undefined): B {
  const values: Values = heldBlock(block, held);
  const shown = ([name, { presence, type }]: [string, Attribute]): [string, Value] => {
    const value = values[name] ?? null;
    if (presence !== 'optional') return [name, value ?? defaultOf(type)];
    if (!before) return [name, value];
    return [name, (before[name] ?? null) === null ? null : (value ?? defaultOf(type))];
  };
  return Object.fromEntries(Object.entries(block.attributes).map(shown)) as B;
}

const defaultOf = (type: Attribute['type']): Value => (type === 'bool' ? false : type === 'number' ? 0 : null);

/** Whether what Connect holds agrees in every declared member; what it leaves out is at its default. */
export function agrees(held: object, declared: object): boolean {
  const members = held as Values;
  return Object.entries(declared as Values).every(
    ([member, value]) => members[member] === value || (members[member] === undefined && (value === false || value === 0)),
  );
}
