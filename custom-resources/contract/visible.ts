/**
 * Characters of which a reader sees nothing, or something else: controls, turns of the writing direction, blanks that are not what they
 * seem, and what no font shows. Two names that differ in them look like one. What joins letters or pictures of a script other than Latin
 * is not among them.
 */
const UNSEEN =
  /(?!(?<=[^\p{ASCII}\p{Script=Latin}])(?:\u200C|\u200D|\uFE0E|\uFE0F))[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?![ \u3000])\p{Zs}/u;

/**
 * Where a line of a log becomes a command, wherever in the line it stands: "##vso[task.setvariable ...]" to Azure Pipelines, "##[group]" to
 * GitHub Actions.
 */
const COMMAND = /(?<=#)#(?=[a-z]*\[)/;

const HIDDEN = new RegExp(`${UNSEEN.source}|${COMMAND.source}`, 'gu');
const UNSEEN_EACH = new RegExp(UNSEEN.source, 'gu');

/** The text as one line that shows all that is in it, and that no terminal and no pipeline obeys. */
export const uncovered = (text: string): string => text.replace(HIDDEN, codePoint);

/** The same for a text of several lines: its line breaks and tabs are ours. */
export const uncoveredLines = (text: string): string =>
  text
    .split(/([\n\t])/)
    .map((part, index) => (index % 2 === 1 ? part : uncovered(part)))
    .join('');

/** `<U+001B>` */
export const codePoint = (character: string): string =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;

/** The text with what is not seen written otherwise, as in code. */
export const replaceUnseen = (text: string, written: (character: string) => string): string => text.replace(UNSEEN_EACH, written);
