import { errorAt, warningAt } from '../../../custom-resources/contract/diagnostic';
import type { ManagedResource, Reconciliation as ReconciliationOf } from '../../../custom-resources/contract/resource';
import { UNKNOWN, isUnknown, type Values } from '../../../custom-resources/contract/value';
import { isObject } from '../../../provider/codec/value-shape';
import { toySchema } from './schema';
import type { ToyStore } from './store';

type Reconciliation = ReconciliationOf<Values>;

/**
 * `toy_thing`. Some names make trouble: `explode` throws in plan, `crash` outside of any request, `refused`
 * is found at plan, `looked for` after a long look, `loud` in the plan itself, `partial` is made with an error, `impossible` is not made, `slow` waits for Ctrl-C,
 * `sticky` cannot be removed, `adrift` is out of reach for reads and checks. There can be one of each whose name begins with `only`, and it is replaced in place.
 */
export const toyThing = (store: () => ToyStore): ManagedResource => ({
  type: 'toy_thing',
  operations: { plan: {}, create: {}, update: {}, delete: {} },
  schema: toySchema,
  replacedInPlace: true,

  identify: ({ name }) => (typeof name === 'string' && name.startsWith('only ') ? [{ thing: `the toy "${name}"`, path: ['name'] }] : []),

  identity: {
    attributes: {
      id: {
        required: true,
        description: 'Given by the system.',
        check: (id) => (String(id).startsWith('id-') ? undefined : 'must be id-name'),
      },
      seen: { required: false, description: 'How large it was when it was first identified.' },
    },
    of: ({ id = null, size_seen: seen = null }) => ({ id, seen: seen === null || isUnknown(seen) ? seen : String(seen) }),
    importState: ({ id = '' }) => ({ state: { id } }),
  },

  validate: ({ name }) => (name === 'forbidden' ? [errorAt(['name'], 'Forbidden name', 'Use another.')] : []),

  plan: ({ prior, config, settings }) => {
    if (config['name'] === 'explode') throw new Error(`boom with ${String(config['pin'])}`);
    const replaced = prior?.['name'] !== config['name'];
    const changed = prior !== undefined && String(prior['size']) !== String(config['size']);
    const planned: Values = {
      ...config,
      id: prior && !replaced ? (prior['id'] ?? null) : UNKNOWN,
      size_seen: prior && !replaced && !changed ? (prior['size_seen'] ?? null) : UNKNOWN,
    };
    const diagnostics =
      config['name'] === 'loud' ? [errorAt(['labels', 'a.b'], 'Loud', settings ? 'settings known' : 'settings unknown')] : [];
    return { planned, replace: replaced ? [['name']] : [], diagnostics };
  },

  check: ({ prior, planned, replaced }, { signal }) => {
    if (replaced) return Promise.resolve([warningAt([], 'Replaced', `In the state as ${String(replaced.state['id'])}.`)]);
    const name = planned ? planned['name'] : `no ${String(prior?.['name'])}`;
    if (prior?.['name'] === 'adrift') return Promise.resolve([{ ...errorAt([], 'Adrift', 'Nobody checks.'), failure: 'unreachable' }]);
    if (name === 'crash') return new Promise(() => setImmediate(() => fail('the plug was pulled')));
    if (name === 'looked for')
      return new Promise((resolve) =>
        signal.addEventListener('abort', () => resolve([errorAt(['name'], 'Not found', String(signal.reason))])),
      );
    if (name === 'refused' || name === 'loud' || name === 'no sticky')
      return Promise.resolve([errorAt(['name'], 'Refused', `Not ${name}.`)]);
    return Promise.resolve([]);
  },

  observe: ({ state, imported, private: data }) => {
    if (state['name'] === 'unreadable') return Promise.resolve({ diagnostics: [errorAt([], 'Unreadable', 'Try again.')] });
    if (state['name'] === 'adrift')
      return Promise.resolve({ diagnostics: [{ ...errorAt([], 'Adrift', 'Nobody reads.'), failure: 'unreachable' }] });
    const thing = store().read()[String(state['id'])];
    if (!thing) return Promise.resolve({});
    const seen = { ...state, name: thing.name, size_seen: thing.size, ...(imported ? { size: thing.size } : {}) };
    return Promise.resolve({ state: seen, private: imported ? { ...data, origin: 'import' } : undefined });
  },

  reconcile: async ({ prior, planned, config, private: data }, { clock }): Promise<Reconciliation> => {
    const name = String(config['name']);
    if (name.endsWith('impossible')) return { diagnostics: [errorAt([], 'Impossible', 'Nothing was made.')] };
    const id = String(prior?.['id'] ?? `id-${name}`);
    const size = typeof config['size'] === 'number' ? config['size'] : 1;
    const secret = typeof config['secret_wo'] === 'string' ? config['secret_wo'] : undefined;
    store().write({ ...store().read(), [id]: { name, size, secret, pid: process.pid } });
    const state: Values = { ...planned, id, size_seen: size };
    if (name === 'partial') return { state, private: { tries: 1 }, diagnostics: [errorAt(['size'], 'Half done', 'The rest failed.')] };
    if (name === 'slow') {
      const problem = await clock.sleep(60_000).catch((reason: unknown) => String(reason));
      return { state, diagnostics: [errorAt([], 'Stopped', String(problem))] };
    }
    return { state, private: { ...data, made: true } };
  },

  remove: ({ state }) => {
    if (state['name'] === 'stuck') return Promise.resolve({ diagnostics: [errorAt([], 'Stuck', 'It does not go.')] });
    store().write(Object.fromEntries(Object.entries(store().read()).filter(([id]) => id !== state['id'])));
    return Promise.resolve({});
  },

  importState: (id) => (id.startsWith('id-') ? { state: { id } } : { diagnostics: [errorAt([], 'Bad id', 'It looks like id-name.')] }),

  moveState: ({ type, state }) => {
    if (type !== 'terraform_data' || isUnknown(state)) return undefined;
    const input = state['input'];
    const name = isObject(input) && typeof input['value'] === 'string' ? input['value'] : input;
    return { state: { id: `id-${String(name)}`, name: String(name) } };
  },
});

function fail(message: string): never {
  throw new Error(message);
}
