import type { DataSource } from '../contract/resource';
import { lookupOf } from '../lookup/lookup-of';
import { QUICK_CONNECT } from '../values/identifiers';
import { type QuickConnectState, schema } from './data-source-schema';

export const quickConnect: DataSource<QuickConnectState> = lookupOf(
  { type: 'connect_quick_connect', schema, operations: { plan: { ListQuickConnects: 'finds the quick connect' } } },
  {
    identifier: QUICK_CONNECT,
    idAttribute: 'quick_connect_id',
    nameAttribute: 'name',
    listIn: ({ catalogue }) => catalogue.quickConnects,
  },
  ({ type = null }) => ({ type }),
);
