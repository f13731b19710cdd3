import type { DataSource } from '../contract/resource';
import { lookupOf } from '../lookup/lookup-of';
import { HIERARCHY_GROUP } from '../values/identifiers';
import { type HierarchyGroupState, schema } from './data-source-schema';

export const userHierarchyGroup: DataSource<HierarchyGroupState> = lookupOf(
  { type: 'connect_user_hierarchy_group', schema, operations: { plan: { SearchUserHierarchyGroups: 'finds the hierarchy group' } } },
  {
    identifier: HIERARCHY_GROUP,
    idAttribute: 'hierarchy_group_id',
    nameAttribute: 'path',
    listIn: ({ catalogue }) => catalogue.hierarchyPaths,
  },
  ({ name = null, path }) => ({ name, level: path.length }),
);
