/** The same order in every plan, whatever that of the service is. */
export const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
