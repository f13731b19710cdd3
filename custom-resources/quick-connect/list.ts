import type { ListResource } from '../contract/resource';
import type { Schema, StateOf } from '../contract/schema';
import { place } from '../lookup/attributes';
import { listFailed, located } from '../lookup/located';
import { length, oneOf } from '../values/checks';
import { regionOf } from '../values/identifiers';
import { inOrder } from '../values/order';

const TYPES = ['USER', 'QUEUE', 'PHONE_NUMBER'] as const;

const schema = {
  version: 0,
  description:
    'The quick connects of an instance that the resource can manage: all of them, or those for which everything that is given holds.',
  attributes: {
    instance_id: place.instance_id,
    region: { ...place.region, presence: 'optional' },
    type: {
      type: 'string',
      presence: 'optional',
      description: 'Only quick connects of this type: `USER`, `QUEUE` or `PHONE_NUMBER`.',
      check: oneOf(...TYPES),
    },
    name_prefix: {
      type: 'string',
      presence: 'optional',
      description: 'Only quick connects whose name begins so, 1 to 127 characters; case sensitive.',
      check: length(1, 127),
    },
  },
  blocks: {},
} as const satisfies Schema;

export const listedQuickConnects: ListResource<StateOf<typeof schema>> = {
  type: 'connect_quick_connect',
  schema,
  operations: { plan: { ListQuickConnects: 'lists the quick connects' } },

  async list(config, context) {
    const { connect, ...where } = located(config, context);
    const listed = await connect.catalogue.quickConnects(where.instanceId, where.region, { fresh: context.ledger.applying });
    if (!listed.ok) return { diagnostics: [listFailed('listing the quick connects', where, listed.failure)] };
    const types: readonly string[] = config.type === null ? TYPES : [config.type];
    return {
      found: [...listed.value.values()]
        .map(({ id, name = id, type = '' }) => ({ id, name, type }))
        .filter(({ name, type }) => types.includes(type) && name.startsWith(config.name_prefix ?? ''))
        .sort((one, other) => inOrder(one.name, other.name))
        .map(({ id, name }) => ({
          identity: { instance_id: where.instanceId, quick_connect_id: id, region: config.region ?? regionOf(config.instance_id) },
          displayName: name,
        })),
    };
  },
};
