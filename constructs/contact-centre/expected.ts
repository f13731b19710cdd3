import { Token } from 'cdktf';

/*
 * What programs hand over, looked at where its types cannot: a program without types, or a value that was read from elsewhere. What
 * has another kind would be left out of the configuration without a word, as a `Map` is.
 */

/** Refuses a value; messages name what was asked, such as `agents/ada: phone`. */
export const unexpected = (value: unknown, noun: string, asked: string): Error =>
  new Error(`[${asked}] expects ${noun}, and got ${said(value)}.`);

/** A value as messages name it. */
export function said(value: unknown): string {
  if (value === '') return 'an empty text';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  return `an object of ${value.constructor?.name ?? 'no class'}`;
}

/** Whether something is there to look at: null is nothing, as CDKTF has it. */
export const isSaid = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null;

/** The thing, which programs may have left out: `profiles[site]` of a site that is not there. */
export function given<T>(thing: T, noun: string, asked: string): T {
  if (thing !== '' && (typeof thing === 'string' || (typeof thing === 'object' && thing !== null))) return thing;
  throw unexpected(thing, noun, asked);
}

/** An object or a function that has a member. */
export function having<T>(thing: T, member: string, noun: string, asked: string): T {
  if (typeof thing === 'object' && thing !== null && member in thing) return thing;
  throw unexpected(thing, noun, asked);
}

/** A text that holds something, or a token for one. */
export function textual<T>(text: T, noun: string, asked: string): T {
  if (isTextual(text)) return text;
  throw unexpected(text, noun, asked);
}

/**
 * A name to look a thing up by, which becomes part of a construct's id.
 * @param dataSource what looks up a name that only Terraform will know
 */
export function writtenName(name: string, noun: string, dataSource: string, asked: string): string {
  if (!isTextual(name)) throw unexpected(name, noun, asked);
  if (!Token.isUnresolved(name)) return name;
  throw new Error(
    `[${asked}] must be a literal value in the program, but it is a token, which only Terraform will know. Look it up with a ${dataSource} of your own, and pass that to the agents.`,
  );
}

/** The path of a hierarchy group, likewise. */
export const writtenPath = (path: readonly string[], asked: string): readonly string[] =>
  listOf(path, 'names', asked).map((name) => writtenName(name, 'names', 'DataConnectUserHierarchyGroup', asked));

export const isTextual = (text: unknown): boolean => (typeof text === 'string' && text !== '') || Token.isUnresolved(text);

/** A list that is written out in the program, as far as its entries are looked at; refuses a token in its place. */
export function listOf<T>(list: readonly T[], noun: string, asked: string): readonly T[] {
  if (isToken(list)) throw notWrittenOut(asked);
  if (Array.isArray(list)) return list;
  throw unexpected(list, `a list of ${noun}`, asked);
}

/** An object with values by key, likewise. */
export function keyed<T extends object>(value: T, noun: string, asked: string): T {
  if (isToken(value)) throw notWrittenOut(asked);
  if (isKeyed(value)) return value;
  throw unexpected(value, noun, asked);
}

/** What holds its values by key where CDKTF looks for them. */
export const isKeyed = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map) && !(value instanceof Set);

const isToken = (value: unknown): boolean => Token.isUnresolved(value) || (Array.isArray(value) && value.some(isListToken));

/** How CDKTF writes a token for a list: as its one element. */
const isListToken = (element: unknown): boolean => typeof element === 'string' && element.includes('#{TfToken[');

const notWrittenOut = (asked: string): Error =>
  new Error(
    `[${asked}] must be written out in the program, but it is a token, whose entries only Terraform will know. Write the entries out, or use a ConnectUser with ids in place of the Agent.`,
  );
