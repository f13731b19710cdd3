import { errorAt, warningAt } from '../../../custom-resources/contract/diagnostic';
import type { ListResource } from '../../../custom-resources/contract/resource';
import type { Schema } from '../../../custom-resources/contract/schema';
import type { ToyStore } from './store';

export const toyListSchema = {
  version: 0,
  description: 'The things of the toy system.',
  attributes: {
    prefix: {
      type: 'string',
      presence: 'required',
      description: 'How their names begin.',
      check: (value) => (value === '' ? 'must not be empty' : undefined),
    },
    pin: { type: 'string', presence: 'optional', description: 'A secret.', sensitive: true },
  },
  blocks: {},
} as const satisfies Schema;

/** All things whose names begin so. The prefix `lost` fails, `crash` throws, `slow` warns, `forbidden` is refused. */
export const toyList = (store: () => ToyStore): ListResource => ({
  type: 'toy_thing',
  schema: toyListSchema,
  operations: { plan: {} },
  validate: ({ prefix }) => (prefix === 'forbidden' ? [errorAt(['prefix'], 'Forbidden prefix', 'Use another.')] : []),

  list({ prefix, pin }) {
    if (prefix === 'lost') return Promise.resolve({ diagnostics: [errorAt(['prefix'], 'Lost', `Nothing opens with ${String(pin)}.`)] });
    if (prefix === 'crash') throw new Error('boom');
    const diagnostics = prefix === 'slow' ? [warningAt([], 'Slow', 'It takes long.')] : [];
    const found = Object.entries(store().read())
      .filter(([, { name }]) => name.startsWith(String(prefix)))
      .map(([id, { name }]) => ({ identity: { id }, displayName: `The ${name}` }));
    return Promise.resolve({ diagnostics, found });
  },
});
