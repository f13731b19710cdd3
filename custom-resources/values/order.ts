/** One order of texts, whatever that of the service is and whatever the language of the computer. */
export const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
