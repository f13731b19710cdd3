import { DEFAULT_SETTINGS, USER_CHANGES, type Answers } from '../../emulator/settings';
import { coveringArray } from './covering-array';

/** Every answer that nobody knows, the documented one first where there is any likelihood. */
export const ANSWERS = {
  reassociate: ['ok', 'conflict'],
  disassociateNonMember: ['ok', 'not-found'],
  memberOfDeletedUser: ['removed', 'lingers'],
  disassociateDeletedUser: ['not-found', 'ok'],
  memberIds: ['id', 'arn'],
  groupUsersPageMax: [1000, 10],
  quickConnectUserIdAfterDelete: ['kept', 'cleared'],
  deleteQuickConnectInQueue: ['ok', 'in-use'],
  deleteUserWithQuickConnect: ['ok', 'refused'],
  omittedOnUpdate: ['kept', 'cleared'],
  phoneStyles: ['only-what-was-set', 'both'],
  usernameCase: ['sensitive', 'insensitive'],
  searchCase: ['insensitive', 'sensitive'],
  userIdAsArn: ['refused', 'accepted'],
  associateWhileUpdating: ['not-found', 'ok'],
  lastModifiedMoves: [DEFAULT_SETTINGS.answers.lastModifiedMoves, [], USER_CHANGES],
} as const satisfies { readonly [K in keyof Answers]: readonly Answers[K][] };

const SWITCHES = Object.entries<readonly unknown[]>(ANSWERS);

/** How many combinations of answers there are. */
export const ROWS = SWITCHES.reduce((count, [, values]) => count * values.length, 1);

/** The combination of that number, from 1 to `ROWS`; the first one is that of the documented answers. */
export function answersOf(row: number): Answers {
  let rest = row - 1;
  const digits = SWITCHES.map(([name, values]) => {
    const value = values[rest % values.length];
    rest = Math.floor(rest / values.length);
    return [name, value] as const;
  });
  return Object.fromEntries(digits) as Answers & Readonly<Record<string, unknown>>;
}

export function rowOf(answers: Answers): number {
  const digits = SWITCHES.map(([name, values]) => values.indexOf(answers[name as keyof Answers]));
  return 1 + digits.reduceRight((rest, digit, index) => rest * (SWITCHES[index]?.[1].length ?? 1) + digit, 0);
}

/** Few rows in which all answers to any three questions meet. */
export const threeByThree = (): readonly number[] =>
  coveringArray(ANSWERS, [{ of: Object.keys(ANSWERS), strength: 3 }]).map((row) => rowOf(row as Answers & typeof row));

/** Near the golden section of `ROWS`, and prime to it: steps of that length come to every row, and to distant ones first. */
const STEP = 60_757;

/** The first `count` rows of a walk over all of them, the same every time. */
export const spread = (count: number): readonly number[] =>
  Array.from({ length: Math.min(count, ROWS) }, (_, index) => ((index * STEP) % ROWS) + 1);

/** `switch=value` for each of them. */
export const pairsOf = (answers: Answers): string =>
  Object.entries(answers as Answers & Readonly<Record<string, unknown>>)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? `[${value.join()}]` : String(value)}`)
    .join(' ');
