import type { Entry } from '../state/collection';
import type { Instance } from '../state/instance';
import type { User } from '../state/things';
import { invalidParameter, ServiceError } from '../wire/service-error';
import { operation, type Call, type Operation } from './call';
import { searchPage } from './pages';
import {
  both,
  either,
  single,
  stringPredicate,
  tagFilterPredicate,
  tagPredicate,
  type Fields,
  type Predicate,
  type StringCondition,
  type TagCondition,
  type TagFilter,
} from './search-conditions';
import { listPredicate, type ListCondition } from './search-proficiencies';
import { inMilliseconds, shownPhone } from './user-phone';

interface HierarchyGroupCondition {
  readonly Value?: string;
  readonly HierarchyGroupMatchType?: string;
}

interface Criteria {
  readonly OrConditions?: readonly Criteria[];
  readonly AndConditions?: readonly Criteria[];
  readonly StringCondition?: StringCondition;
  readonly ListCondition?: ListCondition;
  readonly HierarchyGroupCondition?: HierarchyGroupCondition;
}

interface AttributeCondition {
  readonly TagConditions?: readonly TagCondition[];
  readonly HierarchyGroupCondition?: HierarchyGroupCondition;
}

interface AttributeFilter {
  readonly OrConditions?: readonly AttributeCondition[];
  readonly AndCondition?: AttributeCondition;
  readonly TagCondition?: TagCondition;
  readonly HierarchyGroupCondition?: HierarchyGroupCondition;
}

interface SearchUsersInput {
  readonly InstanceId: string;
  readonly NextToken?: string;
  readonly MaxResults?: number;
  readonly SearchFilter?: { readonly TagFilter?: TagFilter; readonly UserAttributeFilter?: AttributeFilter };
  readonly SearchCriteria?: Criteria;
}

type Subject = Entry<User>;

const FIELDS: Fields<Subject> = {
  Username: ({ value }) => value.Username,
  FirstName: ({ value }) => value.IdentityInfo.FirstName ?? '',
  LastName: ({ value }) => value.IdentityInfo.LastName ?? '',
  RoutingProfileId: ({ value }) => value.RoutingProfileId,
  SecurityProfileId: ({ value }) => value.SecurityProfileIds,
  resourceId: ({ id }) => id,
};

export const searchUsers: Readonly<Record<string, Operation>> = {
  SearchUsers: operation<SearchUsersInput>((input, call) => {
    const instance = call.instance(input.InstanceId);
    const matches = both(...predicates(input, instance, call));
    const { items, ...page } = searchPage(
      instance.users,
      call.view,
      { where: matches, among: namedIds(input.SearchCriteria?.StringCondition, instance) },
      input,
    );
    return { Users: items.map((entry) => summary(entry, instance, call)), ...page };
  }),
};

const ofUser =
  (predicate: Predicate<User>): Predicate<Subject> =>
  ({ value }) =>
    predicate(value);

/** What a search shows of a user: no addresses, no time of change. */
function summary({ id, value: user }: Subject, instance: Instance, call: Call): object {
  return {
    ...user,
    ...inMilliseconds(shownPhone(user, call.settings.answers.phoneStyles)),
    IdentityInfo: { FirstName: user.IdentityInfo.FirstName, LastName: user.IdentityInfo.LastName },
    Id: id,
    Arn: call.arnIn(instance, 'agent', id),
  };
}

/** A search for one user name looks at few users, however many there are. */
function namedIds(
  { FieldName, Value = '', ComparisonType = 'EXACT' }: StringCondition = {},
  instance: Instance,
): readonly string[] | undefined {
  if (ComparisonType !== 'EXACT') return undefined;
  return FieldName === 'Username' ? instance.users.idsWith(Value.toLowerCase()) : undefined;
}

function predicates({ SearchCriteria, SearchFilter }: SearchUsersInput, instance: Instance, call: Call): readonly Predicate<Subject>[] {
  const { TagFilter, UserAttributeFilter } = SearchFilter ?? {};
  if (TagFilter && UserAttributeFilter)
    throw new ServiceError('AccessDeniedException', 'TagFilter and UserAttributeFilter cannot be used together.');
  return [
    ...(SearchCriteria && Object.keys(SearchCriteria).length > 0 ? [criteriaPredicate(SearchCriteria, instance, call)] : []),
    ...(TagFilter ? [ofUser(tagFilterPredicate(TagFilter))] : []),
    ...(UserAttributeFilter ? [attributePredicate(UserAttributeFilter, instance)] : []),
  ];
}

function criteriaPredicate(criteria: Criteria, instance: Instance, call: Call): Predicate<Subject> {
  const { OrConditions, AndConditions, StringCondition, ListCondition, HierarchyGroupCondition } = criteria;
  single('SearchCriteria', { OrConditions, AndConditions, StringCondition, ListCondition, HierarchyGroupCondition });
  const nested = (conditions: readonly Criteria[]): readonly Predicate<Subject>[] =>
    conditions.map((condition) => criteriaPredicate(condition, instance, call));
  const { answers } = call.settings;
  if (OrConditions) return either(nested(OrConditions));
  if (AndConditions) return both(...nested(AndConditions));
  if (StringCondition) return stringPredicate(StringCondition, FIELDS, answers);
  if (ListCondition) return ofUser(listPredicate(ListCondition, answers));
  return hierarchyPredicate(HierarchyGroupCondition ?? {}, instance);
}

function attributePredicate(filter: AttributeFilter, instance: Instance): Predicate<Subject> {
  const { OrConditions, AndCondition, TagCondition, HierarchyGroupCondition } = filter;
  single('UserAttributeFilter', { OrConditions, AndCondition, TagCondition, HierarchyGroupCondition });
  const all = ({ TagConditions = [], HierarchyGroupCondition: group }: AttributeCondition): Predicate<Subject> =>
    both<Subject>(
      ...TagConditions.map((condition) => ofUser(tagPredicate(condition))),
      ...(group ? [hierarchyPredicate(group, instance)] : []),
    );
  if (OrConditions) return either(OrConditions.map(all));
  if (AndCondition) return all(AndCondition);
  return TagCondition ? ofUser(tagPredicate(TagCondition)) : hierarchyPredicate(HierarchyGroupCondition ?? {}, instance);
}

function hierarchyPredicate({ Value, HierarchyGroupMatchType = 'EXACT' }: HierarchyGroupCondition, instance: Instance): Predicate<Subject> {
  if (Value === undefined) throw invalidParameter('HierarchyGroupCondition needs a Value.');
  const wanted = new Set([Value]);
  if (HierarchyGroupMatchType === 'WITH_CHILD_GROUPS') {
    // A group comes after the group above it, so one pass finds all levels.
    for (const { id, value } of instance.hierarchyGroups.values())
      if (value.ParentId !== undefined && wanted.has(value.ParentId)) wanted.add(id);
  }
  return ({ value: { HierarchyGroupId } }) => HierarchyGroupId !== undefined && wanted.has(HierarchyGroupId);
}
