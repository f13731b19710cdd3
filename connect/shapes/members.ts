import type { Id } from '../gateway';
import { idIn } from './ids';

export const INCOMPLETE = 'IncompleteAnswer';

/** The service left out a member that it always gives, or gave one of another type; asking again may help. */
export class IncompleteAnswer extends Error {
  override readonly name = 'IncompleteAnswer';
  readonly code = INCOMPLETE;
}

/*
 * Members of an answer, looked at before they are used: the SDK promises their types and does not check
 * them. `undefined` and `null` are both "absent". Each throws IncompleteAnswer, which names the member.
 */

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

export function present<T>(value: T | null | undefined, member: string): T {
  if (isAbsent(value)) throw new IncompleteAnswer(`The answer lacks ${member}.`);
  return value;
}

const wrong = (member: string, expected: string): IncompleteAnswer => new IncompleteAnswer(`In the answer, ${member} is not ${expected}.`);

export function structure<T extends object>(value: T | undefined, member: string): T {
  return present(optionalStructure(value, member), member);
}

export function optionalStructure<T extends object>(value: T | undefined, member: string): T | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw wrong(member, 'an object');
  return value;
}

/** A text that must be there, and not empty. */
export function text<T extends string>(value: T | undefined, member: string): T {
  return present(optionalText(value, member), member);
}

/** An id that must be there, which the service may also give as an ARN. */
export const idOf = (value: string | undefined, member: string): Id => idIn(text(value, member));

export function optionalId(value: string | undefined, member: string): Id | undefined {
  const id = optionalText(value, member);
  return id === undefined ? undefined : idIn(id);
}

/** An empty text is one that is not set. Letters with marks are composed (NFC), as Terraform has every text: a name is found however it was typed. */
export function optionalText<T extends string>(value: T | undefined, member: string): T | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'string') throw wrong(member, 'a text');
  return value === '' ? undefined : (value.normalize() as T);
}

export function flag(value: boolean | undefined, member: string): boolean {
  return present(optionalFlag(value, member), member);
}

export function optionalFlag(value: boolean | undefined, member: string): boolean | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'boolean') throw wrong(member, 'true or false');
  return value;
}

export function number(value: number | undefined, member: string): number {
  return present(optionalNumber(value, member), member);
}

export function optionalNumber(value: number | undefined, member: string): number | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'number') throw wrong(member, 'a number');
  return value;
}

/**
 * Seconds; not rounded: AWS says of SearchUsers that it tells the time limit of a user in milliseconds, and of the limits per channel nothing. If they
 * were seconds, small ones would become 0, which is a setting of its own. @param unit how many of the answer's time units make a second
 */
export function optionalSeconds(value: number | undefined, member: string, unit: number): number | undefined {
  const time = optionalNumber(value, member);
  return time === undefined ? undefined : time / unit;
}

/** Milliseconds since the epoch. */
export function optionalTime(value: Date | undefined, member: string): number | undefined {
  if (isAbsent(value)) return undefined;
  const time: unknown = value;
  if (!(time instanceof Date) || Number.isNaN(time.getTime())) throw wrong(member, 'a time');
  return time.getTime();
}

/** An absent list is an empty one. */
export function list<T, U>(values: readonly T[] | undefined, member: string, item: (value: T, member: string) => U): readonly U[] {
  if (isAbsent(values)) return [];
  if (!Array.isArray(values)) throw wrong(member, 'a list');
  return values.map((value: T, index) => item(value, `${member}[${index}]`));
}

/** A map of texts; an absent one is empty. */
export function texts(values: Readonly<Record<string, string>> | undefined, member: string): Readonly<Record<string, string>> {
  if (isAbsent(values)) return {};
  const entries = Object.entries(structure(values, member));
  for (const [key, value] of entries) if (typeof value !== 'string') throw wrong(`${member}["${key}"]`, 'a text');
  return values;
}
