import type { Operation } from './changes';
import type { UserState } from './schema';

/**
 * What a state is after an operation of a group whose next operation failed: proficiencies and tags take several. Other
 * groups take one, and are written or not.
 */
export function afterOperation(state: UserState, operation: Operation, desired: UserState): UserState {
  if (operation.group === 'proficiencies') return { ...state, proficiency: proficienciesAfter(state, operation) };
  if (operation.group !== 'tags') return state;
  if (operation.verb === 'untag') {
    const gone = new Set(operation.keys);
    return withTags(state, (tags) => Object.fromEntries(Object.entries(tags).filter(([key]) => !gone.has(key))));
  }
  const declared = desired.tags ?? {};
  const own = Object.fromEntries(Object.entries(operation.tags).filter(([key]) => key in declared));
  return { ...state, tags: { ...state.tags, ...own }, tags_all: { ...state.tags_all, ...operation.tags } };
}

function proficienciesAfter({ proficiency }: UserState, { verb, proficiencies }: Extract<Operation, { readonly group: 'proficiencies' }>): UserState['proficiency'] {
  const changed = proficiencies.map(({ attributeName, attributeValue, level }) => ({ attribute_name: attributeName, attribute_value: attributeValue, level }));
  const others = proficiency.filter((one) => !changed.some(({ attribute_name: name, attribute_value: value }) => name === one.attribute_name && value === one.attribute_value));
  return verb === 'disassociate' ? others : [...others, ...changed];
}

type Tags = NonNullable<UserState['tags']>;

const withTags = (state: UserState, change: (tags: Tags) => Tags): UserState => ({
  ...state,
  tags: state.tags && change(state.tags),
  tags_all: state.tags_all && change(state.tags_all),
});
