import type { Entry } from '../state/collection';
import type { HierarchyGroup } from '../state/setup';
import type { Tags } from '../state/things';
import { operation, type Operation } from './call';
import { groupDetail } from './hierarchy-groups';
import { depthOf } from './hierarchy-structure';
import { type PageInput, searchPage } from './pages';
import {
  both,
  either,
  single,
  tagPredicate,
  textPredicate,
  type Fields,
  type Predicate,
  type TagCondition,
  type TextCriteria,
} from './search-conditions';

interface AndCondition {
  readonly TagConditions?: readonly TagCondition[];
}

interface AttributeFilter {
  readonly OrConditions?: readonly AndCondition[];
  readonly AndCondition?: AndCondition;
  readonly TagCondition?: TagCondition;
}

interface SearchInput extends PageInput {
  readonly InstanceId: string;
  readonly SearchFilter?: { readonly AttributeFilter?: AttributeFilter };
  readonly SearchCriteria?: TextCriteria;
}

type Subject = Entry<HierarchyGroup>;

export const searchHierarchyGroups: Readonly<Record<string, Operation>> = {
  SearchUserHierarchyGroups: operation<SearchInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const fields: Fields<Subject> = {
      name: ({ value }) => value.Name,
      parentId: ({ value }) => value.ParentId ?? '',
      levelId: ({ id }) => String(depthOf(instance, id)),
      resourceID: ({ id }) => id,
    };
    const { SearchCriteria, SearchFilter } = input;
    const hasTags = SearchFilter?.AttributeFilter && tagsPredicate(SearchFilter.AttributeFilter);
    const matches = both<Subject>(
      textPredicate(SearchCriteria, fields, call.settings.answers),
      ...(hasTags ? [({ value }: Subject) => hasTags(value)] : []),
    );
    const { items, ...page } = searchPage(instance.hierarchyGroups, call.view, { where: matches }, input);
    return { UserHierarchyGroups: items.map(({ id, value }) => groupDetail(instance, id, value, call)), ...page };
  }),
};

function tagsPredicate({ OrConditions, AndCondition, TagCondition }: AttributeFilter): Predicate<{ readonly Tags: Tags }> {
  single('AttributeFilter', { OrConditions, AndCondition, TagCondition });
  const all = ({ TagConditions = [] }: AndCondition): Predicate<{ readonly Tags: Tags }> => both(...TagConditions.map(tagPredicate));
  if (OrConditions) return either(OrConditions.map(all));
  return AndCondition ? all(AndCondition) : tagPredicate(TagCondition ?? {});
}
