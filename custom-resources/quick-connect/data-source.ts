import type { ListedQuickConnect } from '../../connect/model';
import type { DataSource } from '../contract/resource';
import { checkAsked } from '../lookup/check-asked';
import { findOne } from '../lookup/find-one';
import { BY_NAME, type NamedKind, quoted } from '../lookup/kind';
import { QUICK_CONNECT } from '../values/identifiers';
import { type QuickConnectState, schema } from './data-source-schema';

const KIND: NamedKind<ListedQuickConnect> = {
  ...BY_NAME,
  identifier: QUICK_CONNECT,
  idAttribute: 'quick_connect_id',
  listIn: ({ catalogue }) => catalogue.quickConnects,
};

export const quickConnect: DataSource<QuickConnectState> = {
  type: 'connect_quick_connect',
  schema,
  operations: { plan: { ListQuickConnects: 'finds the quick connect' } },

  validate: ({ instance_id, name, quick_connect_id }) => checkAsked(KIND, instance_id, { name, id: quick_connect_id }),

  read: (config, context) =>
    findOne(KIND, config, { label: quoted(config.name), id: config.quick_connect_id }, context, ({ thing, region, id }) => ({
      ...config,
      name: thing.name ?? null,
      quick_connect_id: config.quick_connect_id ?? thing.id,
      region,
      id,
      arn: thing.arn ?? null,
      type: thing.type ?? null,
    })),
};
