export const INCOMPLETE = 'IncompleteAnswer';

/** The service left out a member that it always gives, or gave one of another type; asking again may help. */
export class IncompleteAnswer extends Error {
  override readonly name = 'IncompleteAnswer';
  readonly code = INCOMPLETE;
}

/** @throws IncompleteAnswer when `value` is absent. */
export function present<T>(value: T | null | undefined, member: string): T {
  if (value === undefined || value === null) throw new IncompleteAnswer(`The answer lacks ${member}.`);
  return value;
}
