import type { Proficiency, User } from '../state/things';
import { invalidParameter } from '../wire/service-error';
import { both, stringPredicate, type Fields, type Predicate, type SearchCase, type StringCondition } from './search-conditions';

export interface ListCondition {
  readonly TargetListType?: string;
  readonly Conditions?: readonly { readonly StringCondition?: StringCondition; readonly NumberCondition?: NumberCondition }[];
}

interface NumberCondition {
  readonly FieldName?: string;
  readonly MinValue?: number;
  readonly MaxValue?: number;
  readonly ComparisonType?: string;
}

const FIELDS: Fields<Proficiency> = {
  PredefinedAttributeName: ({ AttributeName }) => AttributeName,
  PredefinedAttributeValue: ({ AttributeValue }) => AttributeValue,
};

/** A user with one proficiency that meets all the conditions. */
export function listPredicate({ TargetListType, Conditions = [] }: ListCondition, answers: SearchCase): Predicate<User> {
  if (TargetListType !== 'PROFICIENCIES') throw invalidParameter('TargetListType must be PROFICIENCIES.');
  const matches = both(
    ...Conditions.flatMap(({ StringCondition, NumberCondition }) => [
      ...(StringCondition ? [stringPredicate(StringCondition, FIELDS, answers)] : []),
      ...(NumberCondition ? [levelPredicate(NumberCondition)] : []),
    ]),
  );
  return (user) => user.Proficiencies.some(matches);
}

function levelPredicate({ MinValue, MaxValue, ComparisonType }: NumberCondition): Predicate<Proficiency> {
  const lower = MinValue ?? -Infinity;
  const upper = MaxValue ?? Infinity;
  const single = MinValue ?? MaxValue;
  switch (ComparisonType) {
    case 'GREATER_OR_EQUAL':
      return ({ Level }) => Level >= lower;
    case 'GREATER':
      return ({ Level }) => Level > lower;
    case 'LESSER_OR_EQUAL':
      return ({ Level }) => Level <= upper;
    case 'LESSER':
      return ({ Level }) => Level < upper;
    case 'EQUAL':
      return ({ Level }) => Level === single;
    case 'NOT_EQUAL':
      return ({ Level }) => Level !== single;
    case 'RANGE':
      return ({ Level }) => Level >= lower && Level <= upper;
    default:
      throw invalidParameter('A NumberCondition needs a ComparisonType.');
  }
}
