import type { HierarchyGroup } from '../../connect/model';
import type { DataSource } from '../contract/resource';
import { checkAsked } from '../lookup/check-asked';
import { findOne } from '../lookup/find-one';
import { type NamedKind, quoted } from '../lookup/kind';
import { HIERARCHY_GROUP } from '../values/identifiers';
import { type HierarchyGroupState, schema } from './data-source-schema';

/** `"Europe" / "Berlin"` */
const labelOf = (path: readonly string[]): string => path.map(quoted).join(' / ');

const KIND: NamedKind<HierarchyGroup> = {
  identifier: HIERARCHY_GROUP,
  idAttribute: 'hierarchy_group_id',
  nameAttribute: 'path',
  labelOf: ({ path }) => labelOf(path),
  listIn: ({ catalogue }) => catalogue.hierarchyPaths,
};

export const userHierarchyGroup: DataSource<HierarchyGroupState> = {
  type: 'connect_user_hierarchy_group',
  schema,
  operations: { plan: { SearchUserHierarchyGroups: 'finds the hierarchy group' } },

  validate: ({ instance_id, path, hierarchy_group_id }) => checkAsked(KIND, instance_id, { name: path, id: hierarchy_group_id }),

  read: (config, context) =>
    findOne(
      KIND,
      config,
      { label: config.path ? labelOf(config.path) : undefined, id: config.hierarchy_group_id },
      context,
      ({ thing, region, id }) => ({
        ...config,
        path: thing.path,
        hierarchy_group_id: config.hierarchy_group_id ?? thing.id,
        region,
        id,
        arn: thing.arn ?? null,
        name: thing.name ?? null,
        level: thing.path.length,
      }),
    ),
};
