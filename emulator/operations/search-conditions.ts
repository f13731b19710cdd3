import { own } from '../own';
import type { Answers } from '../settings';
import type { Tags } from '../state/things';
import { invalidParameter, invalidRequest } from '../wire/service-error';

/** The conditions that searches share. */

export interface StringCondition {
  readonly FieldName?: string;
  readonly Value?: string;
  readonly ComparisonType?: string;
}

export interface TagCondition {
  readonly TagKey?: string;
  readonly TagValue?: string;
}

export interface TagFilter {
  readonly OrConditions?: readonly (readonly TagCondition[])[];
  readonly AndConditions?: readonly TagCondition[];
  readonly TagCondition?: TagCondition;
}

export type Predicate<T> = (subject: T) => boolean;

export const both =
  <T>(...predicates: readonly Predicate<T>[]): Predicate<T> =>
  (subject) =>
    predicates.every((predicate) => predicate(subject));
export const either =
  <T>(predicates: readonly Predicate<T>[]): Predicate<T> =>
  (subject) =>
    predicates.some((predicate) => predicate(subject));

/** Of several members that hold one condition each, exactly one may be set. */
export function single<T>(where: string, members: Readonly<Record<string, T | undefined>>): void {
  const set = Object.entries(members).filter(([, value]) => value !== undefined);
  if (set.length !== 1) throw invalidRequest(`${where} must have exactly one of ${Object.keys(members).join(', ')}.`);
}

/** How to read the fields that a condition may name; one may have several values, as security profiles do. */
export type Fields<T> = Readonly<Record<string, (subject: T) => string | readonly string[]>>;

/** Whether searches tell upper from lower case. It is asked for only where the case makes a difference. */
export type SearchCase = Pick<Answers, 'searchCase'>;

/** A condition on a text field. */
export function stringPredicate<T>(condition: StringCondition, fields: Fields<T>, answers: SearchCase): Predicate<T> {
  const { FieldName = '', Value = '', ComparisonType = 'EXACT' } = condition;
  const field = own(fields, FieldName);
  if (!field) throw invalidParameter(`FieldName must be one of ${Object.keys(fields).join(', ')}.`);
  if (ComparisonType === 'CONTAINS' && (Value.length < 2 || Value.length > 25))
    throw invalidParameter('A CONTAINS condition needs a Value of 2 to 25 characters.');
  const comparisons: Readonly<Record<string, (text: string, wanted: string) => boolean>> = {
    EXACT: (text, wanted) => text === wanted,
    STARTS_WITH: (text, wanted) => text.startsWith(wanted),
    CONTAINS: (text, wanted) => text.includes(wanted),
  };
  const compare = own(comparisons, ComparisonType);
  if (!compare) throw invalidParameter('ComparisonType is not supported.');
  const lowerCase = Value.toLowerCase();
  const matches = (text: string): boolean =>
    compare(text, Value) || (compare(text.toLowerCase(), lowerCase) && answers.searchCase === 'insensitive');
  return (subject) => {
    const value = field(subject);
    return typeof value === 'string' ? matches(value) : value.some(matches);
  };
}

export function tagPredicate({ TagKey, TagValue }: TagCondition): Predicate<{ readonly Tags: Tags }> {
  return ({ Tags }) => {
    if (TagKey === undefined) return TagValue === undefined || Object.values(Tags).includes(TagValue);
    const value = own(Tags, TagKey);
    return value !== undefined && (TagValue === undefined || value === TagValue);
  };
}

export function tagFilterPredicate(filter: TagFilter): Predicate<{ readonly Tags: Tags }> {
  const { OrConditions, AndConditions, TagCondition } = filter;
  single('TagFilter', { OrConditions, AndConditions, TagCondition });
  if (OrConditions) return either(OrConditions.map((all) => both(...all.map(tagPredicate))));
  if (AndConditions) return both(...AndConditions.map(tagPredicate));
  return tagPredicate(TagCondition ?? {});
}

/** Criteria of searches that compare texts only. */
export interface TextCriteria {
  readonly OrConditions?: readonly TextCriteria[];
  readonly AndConditions?: readonly TextCriteria[];
  readonly StringCondition?: StringCondition;
}

/** No criteria find everything. */
export function textPredicate<T>(criteria: TextCriteria = {}, fields: Fields<T>, answers: SearchCase): Predicate<T> {
  const { OrConditions, AndConditions, StringCondition } = criteria;
  if (Object.keys(criteria).length === 0) return both();
  single('SearchCriteria', { OrConditions, AndConditions, StringCondition });
  const nested = (conditions: readonly TextCriteria[]): readonly Predicate<T>[] =>
    conditions.map((condition) => textPredicate(condition, fields, answers));
  if (OrConditions) return either(nested(OrConditions));
  if (AndConditions) return both(...nested(AndConditions));
  return stringPredicate(StringCondition ?? {}, fields, answers);
}
