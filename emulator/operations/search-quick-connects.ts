import type { Entry } from '../state/collection';
import type { QuickConnect } from '../state/things';
import { operation, readToken, writeToken, type Operation } from './call';
import { quickConnectDetail } from './quick-connects';
import { both, either, single, stringPredicate, tagFilterPredicate, type Fields, type Predicate, type StringCondition, type TagFilter } from './search-conditions';

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
    const all = instance.quickConnects.list(call.view, { where: matches });
    const start = readToken(input.NextToken);
    const rest = all.filter(({ sequence }) => sequence > start);
    const page = rest.slice(0, input.MaxResults ?? 100);
    return {
      QuickConnects: page.map(({ id, value }) => quickConnectDetail(instance, id, value, call)),
      NextToken: writeToken(rest.length > page.length ? page.at(-1)?.sequence : undefined),
      ApproximateTotalCount: all.length,
    };
  }),
};

function criteriaPredicate(criteria: Criteria, caseSensitive: boolean): Predicate<Subject> {
  const { OrConditions, AndConditions, StringCondition } = criteria;
  single('SearchCriteria', { OrConditions, AndConditions, StringCondition });
  const nested = (conditions: readonly Criteria[]): readonly Predicate<Subject>[] => conditions.map((condition) => criteriaPredicate(condition, caseSensitive));
  if (OrConditions) return either(nested(OrConditions));
  if (AndConditions) return both(...nested(AndConditions));
  return stringPredicate(StringCondition ?? {}, FIELDS, caseSensitive);
}
