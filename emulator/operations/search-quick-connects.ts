import type { Entry } from '../state/collection';
import type { QuickConnect } from '../state/things';
import { operation, type Operation } from './call';
import { searchPage } from './pages';
import { quickConnectDetail } from './quick-connects';
import {
  both,
  either,
  single,
  stringPredicate,
  tagFilterPredicate,
  type Fields,
  type Predicate,
  type StringCondition,
  type TagFilter,
} from './search-conditions';

interface Criteria {
  readonly OrConditions?: readonly Criteria[];
  readonly AndConditions?: readonly Criteria[];
  readonly StringCondition?: StringCondition;
}

interface SearchInput {
  readonly InstanceId: string;
  readonly NextToken?: string;
  readonly MaxResults?: number;
  readonly SearchFilter?: { readonly TagFilter?: TagFilter };
  readonly SearchCriteria?: Criteria;
}

type Subject = Entry<QuickConnect>;

const FIELDS: Fields<Subject> = {
  name: ({ value }) => value.Name,
  description: ({ value }) => value.Description ?? '',
  resourceID: ({ id }) => id,
};

export const searchQuickConnects: Readonly<Record<string, Operation>> = {
  SearchQuickConnects: operation<SearchInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const caseSensitive = call.settings.answers.searchCase === 'sensitive';
    const { SearchCriteria, SearchFilter } = input;
    const hasTags = SearchFilter?.TagFilter && tagFilterPredicate(SearchFilter.TagFilter);
    const matches = both<Subject>(
      ...(SearchCriteria && Object.keys(SearchCriteria).length > 0 ? [criteriaPredicate(SearchCriteria, caseSensitive)] : []),
      ...(hasTags ? [({ value }: Subject) => hasTags(value)] : []),
    );
    const { items, ...page } = searchPage(instance.quickConnects, call.view, { where: matches }, input);
    return { QuickConnects: items.map(({ id, value }) => quickConnectDetail(instance, id, value, call)), ...page };
  }),
};

function criteriaPredicate(criteria: Criteria, caseSensitive: boolean): Predicate<Subject> {
  const { OrConditions, AndConditions, StringCondition } = criteria;
  single('SearchCriteria', { OrConditions, AndConditions, StringCondition });
  const nested = (conditions: readonly Criteria[]): readonly Predicate<Subject>[] =>
    conditions.map((condition) => criteriaPredicate(condition, caseSensitive));
  if (OrConditions) return either(nested(OrConditions));
  if (AndConditions) return both(...nested(AndConditions));
  return stringPredicate(StringCondition ?? {}, FIELDS, caseSensitive);
}
