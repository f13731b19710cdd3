import type { Entry } from '../state/collection';
import type { QuickConnect } from '../state/things';
import { operation, type Operation } from './call';
import { type PageInput, searchPage } from './pages';
import { quickConnectDetail } from './quick-connects';
import { both, tagFilterPredicate, textPredicate, type Fields, type TagFilter, type TextCriteria } from './search-conditions';

interface SearchInput extends PageInput {
  readonly InstanceId: string;
  readonly SearchFilter?: { readonly TagFilter?: TagFilter };
  readonly SearchCriteria?: TextCriteria;
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
    const { SearchCriteria, SearchFilter } = input;
    const hasTags = SearchFilter?.TagFilter && tagFilterPredicate(SearchFilter.TagFilter);
    const matches = both<Subject>(
      textPredicate(SearchCriteria, FIELDS, call.settings.answers),
      ...(hasTags ? [({ value }: Subject) => hasTags(value)] : []),
    );
    const { items, ...page } = searchPage(instance.quickConnects, call.view, { where: matches }, input);
    return { QuickConnects: items.map(({ id, value }) => quickConnectDetail(instance, id, value, call)), ...page };
  }),
};
