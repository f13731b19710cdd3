/**
 * Ids for code: from what a person reads, and the same at every run. Two names that would give one id get a short mark of their own, made
 * from the whole name, so that whoever comes or goes changes nobody else's. Where two things have the same name, their ids tell them apart.
 */
import { createHash } from 'node:crypto';

/** @param separator between the words: `_` for Terraform's addresses, `-` for files */
export const idsOf = (names: Iterable<string>, separator: '_' | '-'): ReadonlyMap<string, string> =>
  idsOfThings(new Map([...names].map((name) => [name, name])), separator);

/**
 * The same for things that may share a name, by what tells them apart.
 *
 * @param names by the ids that Connect gave
 */
export function idsOfThings(names: ReadonlyMap<string, string>, separator: '_' | '-'): ReadonlyMap<string, string> {
  const byId = new Map<string, (readonly [key: string, name: string])[]>();
  for (const thing of names) {
    const id = idOf(thing[1], separator);
    const alike = byId.get(id);
    if (alike) alike.push(thing);
    else byId.set(id, [thing]);
  }
  return new Map(
    [...byId].flatMap(([id, alike]) =>
      alike.map(([key, name]) => [key, alike.length === 1 ? id : `${id}${separator}${mark(tellingApart(key, name, alike))}`] as const),
    ),
  );
}

const tellingApart = (key: string, name: string, alike: readonly (readonly [string, string])[]): string =>
  alike.some(([other, same]) => other !== key && same === name) ? `${name} ${key}` : name;

function idOf(name: string, separator: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}+/gu, '');
  const words = plain
    .replace(/[^a-zA-Z0-9]+/g, separator)
    .replace(new RegExp(`^\\${separator}+|\\${separator}+$`, 'g'), '')
    .toLowerCase();
  if (words === '') return `x${separator}${mark(name)}`;
  return /^[a-z]/.test(words) ? words : `n${separator}${words}`;
}

const mark = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 6);
