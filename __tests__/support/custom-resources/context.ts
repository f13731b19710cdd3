import type { Gateway } from '../../../connect/gateway';
import type { Logger } from '../../../connect/logger';
import type { Context } from '../../../custom-resources/contract/resource';
import type { Settings } from '../../../custom-resources/contract/settings';
import { theUser } from '../../../custom-resources/identity/things';
import { ProcessLedger } from '../../../provider/ledger/ledger';
import { FakeClock } from '../clocks/fake-clock';

export const SETTINGS: Settings = {
  defaultTags: {},
  ignoreTags: { keys: [], keyPrefixes: [] },
  planChecks: true,
  adoptExisting: 'identical',
  consistencyWindowMs: 60_000,
};

const quiet = (): void => undefined;
const LOG: Logger = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet };

export interface TestContext extends Context {
  readonly clock: FakeClock;
  readonly ledger: ProcessLedger;
  /** Asks the provider to stop, as Ctrl-C does. */
  stop(): void;
}

export function testContext(
  connect: Gateway,
  more: Partial<Pick<Context, 'settings' | 'log'>> & { readonly newUsers?: readonly string[] } = {},
): TestContext {
  const stopping = new AbortController();
  const ledger = new ProcessLedger();
  ledger.made(...(more.newUsers ?? []).map(theUser));
  return {
    connect({ timeoutMs }) {
      if (typeof timeoutMs !== 'number') throw new Error('the calls have no time limit');
      return connect;
    },
    signal: stopping.signal,
    settings: more.settings ?? SETTINGS,
    ledger,
    clock: new FakeClock(),
    log: more.log ?? LOG,
    stop: () => stopping.abort(new Error('stopped')),
  };
}
