/** Scripts in which a joiner changes how letters look: Arabic and its like, and those of India and around. */
const JOINING = ['Arabic', 'Syriac', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada']
  .concat('Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Tibetan')
  .map((script) => `\\p{Script=${script}}`)
  .join('');

/** What joins letters of such a script or pictures, or chooses how a picture looks. */
const JOINER = String.raw`(?<=[${JOINING}])[\u200C\u200D]|(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier})[\u200D\uFE0E\uFE0F]|(?<=\uFE0F)\u200D|\uFE0F\u20E3`;

/** Signs that stand around Arabic and Syriac numbers, and can be seen. */
const NUMBER_SIGN = String.raw`[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2]`;

/**
 * Characters of which a reader sees nothing, or something else: controls, turns of the writing direction, blanks that are not what they
 * seem, and what no font shows. Two names that differ in them look like one.
 */
const UNSEEN = `(?!${JOINER}|${NUMBER_SIGN})[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800]|(?![ \\u3000])\\p{Zs}`;

/**
 * Where a line of a log becomes a command, wherever in the line it stands: "##vso[task.setvariable ...]" to Azure Pipelines, "##[group]" to
 * GitHub Actions.
 */
const COMMAND = String.raw`(?<=#)#(?=[a-z]*\[)`;

/** Made when first used: V8 takes a millisecond for these scripts, and most starts of the provider show nothing. */
const made = (source: string): (() => RegExp) => {
  let pattern: RegExp | undefined;
  return () => (pattern ??= new RegExp(source, 'gu'));
};
const hidden = made(`${UNSEEN}|${COMMAND}`);
const unseen = made(UNSEEN);

/** The text as one line that shows all that is in it, and that no terminal and no pipeline obeys. */
export const uncovered = (text: string): string => text.replace(hidden(), codePoint);

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
export const replaceUnseen = (text: string, written: (character: string) => string): string => text.replace(unseen(), written);

/**
 * The first character of a user name that hides in it. Stricter than what is shown: no script needs a joiner or another blank than the
 * ordinary one to log in with.
 */
export const hiddenInName = (name: string): string | undefined =>
  /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]|[^\S ]/u.exec(name)?.[0];
