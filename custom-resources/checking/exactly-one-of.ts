import { type Diagnostic, errorAt } from '../contract/diagnostic';
import { isUnknown } from '../contract/value';

/** That exactly one of some attributes says which thing is meant. What is unknown is left for later: it may turn out to be null. */
export function exactlyOneOf(attributes: Readonly<Record<string, unknown>>): readonly Diagnostic[] {
  const names = Object.keys(attributes);
  const given = names.filter((name) => attributes[name] !== null && !isUnknown(attributes[name]));
  const [, second] = given;
  const list = (words: readonly string[], word: string): string => words.map((name) => `"${name}"`).join(word);
  if (second !== undefined)
    return [
      errorAt([second], `Both ${list(given, ' and ')}`, 'Both identify the same thing, and they could disagree. Remove one of them.'),
    ];
  if (names.every((name) => attributes[name] === null))
    return [errorAt([], `Neither ${list(names, ' nor ')}`, `One of them is required. Declare ${list(names, ' or ')}.`)];
  return [];
}
