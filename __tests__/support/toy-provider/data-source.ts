import { errorAt } from '../../../custom-resources/contract/diagnostic';
import type { DataSource } from '../../../custom-resources/contract/resource';
import type { ToyStore } from './store';

/** `toy_thing` by name. */
export const toyDataSource = (store: () => ToyStore): DataSource => ({
  type: 'toy_thing',
  operations: { plan: {} },
  schema: {
    version: 0,
    description: 'A thing that is there already.',
    attributes: {
      name: {
        type: 'string',
        presence: 'required',
        description: 'Its name.',
        check: (value) => (value === '' ? 'must not be empty' : undefined),
      },
      id: { type: 'string', presence: 'computed', description: 'Given by the system.' },
      size: { type: 'number', presence: 'computed', description: 'Its size.' },
    },
    blocks: {},
  },
  read: ({ name }) => {
    const found = Object.entries(store().read()).find(([, thing]) => thing.name === name);
    if (!found) return Promise.resolve({ diagnostics: [errorAt(['name'], 'No such thing', `Nothing is named ${String(name)}.`)] });
    return Promise.resolve({ state: { name: name ?? null, id: found[0], size: found[1].size } });
  },
});
