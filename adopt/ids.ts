/**
 * Ids for code: from what a person reads, and the same at every run. Two names that would give one id get a short mark of their own, made
 * from the whole name, so that whoever comes or goes changes nobody else's.
 */
import { createHash } from 'node:crypto';

/** @param separator between the words: `_` for Terraform's addresses, `-` for files */
export function idsOf(names: Iterable<string>, separator: '_' | '-'): ReadonlyMap<string, string> {
  const byId = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const id = idOf(name, separator);
    byId.set(id, [...(byId.get(id) ?? []), name]);
  }
  return new Map(
    [...byId].flatMap(([id, alike]) => alike.map((name) => [name, alike.length === 1 ? id : `${id}${separator}${mark(name)}`] as const)),
  );
}

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
