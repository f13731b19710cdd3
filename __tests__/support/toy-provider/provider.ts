import { systemClock } from '../../../connect/clock';
import { errorAt, warningAt } from '../../../custom-resources/contract/diagnostic';
import type { ProviderDefinition } from '../../../custom-resources/contract/provider';
import type { Ledger } from '../../../custom-resources/contract/ledger';
import type { Context } from '../../../custom-resources/contract/resource';
import type { Schema } from '../../../custom-resources/contract/schema';
import { isUnknown } from '../../../custom-resources/contract/value';
import { toyDataSource } from './data-source';
import { toyList } from './list';
import { toyThing } from './thing';
import type { ToyStore } from './store';

const schema = {
  version: 0,
  description: 'A provider for tests.',
  attributes: {
    store: { type: 'string', presence: 'required', description: 'The file that stands for the remote system.' },
    token: { type: 'string', presence: 'optional', description: 'A credential.', sensitive: true },
  },
  blocks: {},
} as const satisfies Schema;

/** A provider whose remote system is a map; `open` gives the one that the configuration names. */
export function toyProvider(open: (path: string) => ToyStore): ProviderDefinition {
  let store: ToyStore | undefined;
  const opened = (): ToyStore => {
    if (!store) throw new Error('no store is open');
    return store;
  };
  return {
    schema,
    resources: [toyThing(opened)],
    dataSources: [toyDataSource(opened)],
    listResources: [toyList(opened)],
    validate: ({ token }) => (token === 'old' ? [warningAt(['token'], 'Old token', 'Renew it.')] : []),
    configure: ({ store: path, token }, { log }) => {
      if (token === 'wrong') return Promise.resolve({ diagnostics: [errorAt(['token'], 'Wrong token', 'Use the right one.')] });
      if (typeof path === 'string') store = open(path);
      log.info('configured', { known: !isUnknown(path) });
      return Promise.resolve({ session: { context: (signal, ledger) => context(signal, ledger, log, token !== 'unchecked') } });
    },
  };
}

/** The clock wakes up when the request is cancelled. */
const context = (signal: AbortSignal, ledger: Ledger, log: Context['log'], planChecks: boolean): Context => ({
  connect: () => {
    throw new Error('the toy has no gateway');
  },
  settings: {
    defaultTags: { team: 'toys' },
    ignoreTags: { keys: [], keyPrefixes: [] },
    consistencyWindowMs: 0,
    planChecks,
    adoptExisting: 'identical',
  },
  signal,
  ledger,
  clock: { now: systemClock.now, sleep: (ms) => systemClock.sleep(ms, signal) },
  log,
});
