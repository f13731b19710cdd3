import { type Failure, failed } from './failure';
import type { Gateway } from './gateway';

/** A gateway whose every call fails with `failure`, without a request: there is nothing to call yet. */
export function unreachable(failure: Failure): Gateway {
  const part = new Proxy({}, { get: () => () => Promise.resolve(failed(failure)) });
  return new Proxy({} as Gateway, { get: (_, name) => (name === 'region' ? failure.region : part) });
}
