import type { DataSource } from '../contract/resource';
import { lookupOf } from '../lookup/lookup-of';
import { QUEUE } from '../values/identifiers';
import { type QueueState, schema } from './data-source-schema';

export const queue: DataSource<QueueState> = lookupOf(
  { type: 'connect_queue', schema, operations: { plan: { ListQueues: 'finds the queue' } } },
  { identifier: QUEUE, idAttribute: 'queue_id', nameAttribute: 'name', listIn: ({ catalogue }) => catalogue.queues },
);
