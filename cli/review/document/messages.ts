import type { Review } from '../model/review';
import type { Diagnostic } from '../read/events';
import type { Section } from './document';
import { folded } from './fold';
import { data, many, plain, type Rich, say } from './rich';

/** What Terraform and the providers say beside the plan: warnings by their titles, errors with what to do. */
export function messages({ diagnostics, peopleHidden }: Review, severity: 'error' | 'warning'): readonly Section[] {
  const told = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
  if (told.length === 0) return [];
  const items = folded(told.map((one) => ({ text: textOf(one), who: one.address ?? '' }))).map((item) => ({
    ...item,
    who: item.who.filter((address) => address !== ''),
    count: item.who.length,
  }));
  return [
    {
      id: `${severity}s`,
      title: many(told.length, `${severity} of Terraform`, `${severity}s of Terraform`),
      danger: severity === 'error',
      of: ['resource', 'resources'],
      items: peopleHidden
        ? [{ text: ['The texts are hidden: they can hold names.'] }]
        : items.map(({ text, who, count }) => ({ text: count > 1 ? say`${text} (${count} times)` : text, who })),
    },
  ];
}

/** The errors for a terminal, a line each. More than a few are counted. */
export function errorLines({ diagnostics, peopleHidden }: Review): readonly string[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (peopleHidden || errors.length === 0) return [];
  const lines = errors
    .slice(0, MOST)
    .map((error) => plain(error.address === undefined ? textOf(error) : say`${error.address}: ${textOf(error)}`));
  return errors.length > MOST ? [...lines, `and ${many(errors.length - MOST, 'more error', 'more errors')}`] : lines;
}

const MOST = 10;

/** A detail is several sentences and lines, and each is cut where it gets too long to read: what to do comes last. */
function textOf({ severity, summary, detail }: Diagnostic): Rich {
  const parts = severity === 'error' ? detail.split(/\n|(?<=[.:;]) +/).filter((part) => part.trim() !== '') : [];
  return [data(summary), ...parts.slice(0, MOST_PARTS).flatMap((part, index): Rich => [index === 0 ? ': ' : ' ', data(part.trim())])];
}

const MOST_PARTS = 20;
