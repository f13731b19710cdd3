import { list, optionalStructure, structure } from './members';

/**
 * The members of `M`, in our own words, as answers and requests have them in `W`: the name on the wire, how the member is
 * read, and how it is written where that is not as it is.
 */
export type Fields<M, W> = { readonly [K in keyof M]-?: Field<M[K], W> };

type Field<T, W> = readonly [wireName: keyof W & string, read: Read<T>, write?: (value: T) => unknown];

/** `unit` is how many of the answer's time units make a second. */
type Read<T> = (value: never, member: string, unit: number) => T | undefined;

/** What is absent in the answer is absent here. @throws IncompleteAnswer */
export function read<M, W extends object>(fields: Fields<M, W>, wire: W | undefined, member: string, unit = 1): M {
  const from = structure(wire, member);
  const members: Partial<M> = {};
  // A loop: this runs for each structure of each user of an instance.
  for (const name in fields) {
    const [wireName, readOne] = fields[name];
    const value = readOne(from[wireName] as never, `${member}.${wireName}`, unit);
    if (value !== undefined) members[name] = value;
  }
  return members as M;
}

export const write = <M, W>(fields: Fields<M, W>, members: M): W =>
  Object.fromEntries(
    entriesOf(fields).map(([name, [wireName, , writeOne]]) => [wireName, writeOne ? writeOne(members[name]) : members[name]]),
  ) as W;

const entriesOf = <M, W>(fields: Fields<M, W>) => Object.entries(fields) as [keyof M & string, Field<M[keyof M], W>][];

/** A member that is a structure of such members. */
export const structureOf = <M, W extends object>(fields: Fields<M, W>) =>
  [
    (wire: W | undefined, member: string, unit: number): M | undefined =>
      optionalStructure(wire, member) && read(fields, wire, member, unit),
    (members: M | undefined): W | undefined => members && write(fields, members),
  ] as const;

/** A member that is a list of them; read, an empty list is an absent one. */
export const listOf = <M, W extends object>(fields: Fields<M, W>) =>
  [
    (wires: readonly W[] | undefined, member: string, unit: number): readonly M[] | undefined => {
      const all = list(wires, member, (wire, name) => read(fields, wire, name, unit));
      return all.length > 0 ? all : undefined;
    },
    (all: readonly M[] | undefined): W[] | undefined => all?.map((one) => write(fields, one)),
  ] as const;
