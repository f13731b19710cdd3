import { uncovered, uncoveredLines } from '../../custom-resources/contract/visible';

/** Text for a terminal: what came from elsewhere can neither steer it nor flood it. */

const SUMMARY = { head: 200, tail: 60 };
const DETAIL = { head: 7000, tail: 3000 };

/** One line of at most about 300 characters. */
export const printableSummary = (text: string): string => uncovered(cut(text, SUMMARY));

/** Lines of at most about 10,000 characters in all. The end stays: it says what to do. */
export const printableDetail = (text: string): string => uncoveredLines(cut(text.replaceAll('\r\n', '\n'), DETAIL));

function cut(text: string, { head, tail }: { readonly head: number; readonly tail: number }): string {
  const left = text.length - head - tail;
  if (left <= 0) return text;
  return `${text.slice(0, head)} [... ${left} characters left out ...] ${text.slice(-tail)}`;
}
