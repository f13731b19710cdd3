import { codePoint } from '../contract/visible';

/**
 * A name of Amazon Connect in quotes, on one line: people give such names to things, and one with line breaks in it could pass itself off as
 * lines of ours, to readers and to the review.
 */
export const quoted = (name: string): string => `"${name.replace(/\p{Cc}/gu, codePoint)}"`;
