import { randomBytes } from 'node:crypto';

/** How a thing of this suite is known again, beside its name: nothing without this tag is ever removed. */
export const TAG = { key: 'cdktf-amazon-connect-live', value: 'made by npm run test:live' } as const;
export const TAGS: Readonly<Record<string, string>> = { [TAG.key]: TAG.value };

/** The names of one run: `PREFIX`, four characters for the run, and a word. */
export interface Names {
  /** How all names of this run begin. */
  readonly run: string;
  /** @param word 7 characters at most: on some instances a user name has 20 */
  of(word: string): string;
}

export function namesOf(prefix: string, run = randomBytes(2).toString('hex')): Names {
  const begin = `${prefix}${run}-`;
  return {
    run: begin,
    of: (word) => {
      if (word.length > 7) throw new Error(`"${word}" is too long for a name`);
      return `${begin}${word}`;
    },
  };
}

/** Names that differ in case alone are the suite's, too. */
export const beginsWith = (name: string | undefined, prefix: string): boolean => name?.toLowerCase().startsWith(prefix) ?? false;
