/**
 * How long a refusal is waited for that nothing explains (ms): AWS says of eventual consistency that it may take several
 * minutes.
 */
export const UNEXPLAINED_MS = 4 * 60_000;

/** Statuses that end in ACTIVE by themselves. */
export const PASSING = ['CREATION_IN_PROGRESS', 'UPDATE_IN_PROGRESS'];
