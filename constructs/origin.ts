import type { IConstruct } from 'constructs';

/* Where a construct was declared, if that is not in the program: the line of a roster. */

const origins = new WeakMap<IConstruct, string>();

/** All that is below the construct comes from there, too. */
export const setOrigin = (construct: IConstruct, origin: string): void => void origins.set(construct, origin);

/** For the end of a message: ` (berlin.csv, line 12)`, or nothing. */
export function originOf(construct: IConstruct): string {
  for (let one: IConstruct | undefined = construct; one !== undefined; one = one.node.scope) {
    const origin = origins.get(one);
    if (origin !== undefined) return ` (${origin})`;
  }
  return '';
}
