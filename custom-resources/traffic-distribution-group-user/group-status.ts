/** Statuses that end in ACTIVE by themselves. */
export const PASSING = ['CREATION_IN_PROGRESS', 'UPDATE_IN_PROGRESS'];
