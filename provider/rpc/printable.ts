/** Text for a terminal: what came from elsewhere can neither steer it nor flood it. */

const SUMMARY = { head: 200, tail: 60 };
const DETAIL = { head: 7000, tail: 3000 };

/** One line of at most about 300 characters. */
export const printableSummary = (text: string): string => visible(cut(text, SUMMARY), SUMMARY_HIDDEN);

/** Lines of at most about 10,000 characters in all. The end stays: it says what to do. */
export const printableDetail = (text: string): string => visible(cut(text.replaceAll('\r\n', '\n'), DETAIL), DETAIL_HIDDEN);

/**
 * Control characters, those that turn the direction of writing or are no character at all, and separators
 * and tags that no font shows. Line breaks and tabs of a detail are ours; a summary has none.
 */
const SUMMARY_HIDDEN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;
const DETAIL_HIDDEN = /(?![\n\t])[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

const visible = (text: string, hidden: RegExp): string =>
  text.replace(hidden, (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);

function cut(text: string, { head, tail }: { readonly head: number; readonly tail: number }): string {
  const left = text.length - head - tail;
  if (left <= 0) return text;
  return `${text.slice(0, head)} [... ${left} characters left out ...] ${text.slice(-tail)}`;
}
