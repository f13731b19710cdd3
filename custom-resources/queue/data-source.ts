import type { Listed } from '../../connect/model';
import type { DataSource } from '../contract/resource';
import { checkAsked } from '../lookup/check-asked';
import { findOne } from '../lookup/find-one';
import { BY_NAME, type NamedKind, quoted } from '../lookup/kind';
import { QUEUE } from '../values/identifiers';
import { type QueueState, schema } from './data-source-schema';

const KIND: NamedKind<Listed> = {
  ...BY_NAME,
  identifier: QUEUE,
  idAttribute: 'queue_id',
  listIn: ({ catalogue }) => catalogue.queues,
};

export const queue: DataSource<QueueState> = {
  type: 'connect_queue',
  schema,
  operations: { plan: { ListQueues: 'finds the queue' } },

  validate: ({ instance_id, name, queue_id }) => checkAsked(KIND, instance_id, { name, id: queue_id }),

  read: (config, context) =>
    findOne(KIND, config, { label: quoted(config.name), id: config.queue_id }, context, ({ thing, region, id }) => ({
      ...config,
      name: thing.name ?? null,
      queue_id: config.queue_id ?? thing.id,
      region,
      id,
      arn: thing.arn ?? null,
    })),
};
