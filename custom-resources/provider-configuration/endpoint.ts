import { isLoopback } from '../../connect/connection';
import type { Check } from '../contract/schema';

/** The URL of the server, where it is one that can be called. */
function parsed(value: unknown): URL | undefined {
  try {
    return typeof value === 'string' ? new URL(value) : undefined;
  } catch {
    return undefined;
  }
}

/** Does not repeat what may hold a password. */
export const endpointUrl: Check = (value) => {
  const url = parsed(value);
  if (!url || !/^https?:\/\/[^/\s]/i.test(String(value)))
    return 'must be a URL that begins with "http://" or "https://" and names a host, with a port from 1 to 65535 if there is one';
  if (url.username !== '' || url.password !== '') return 'must not hold a user or password: Amazon Connect takes signed requests';
  if (url.search !== '' || url.hash !== '') return 'must not have a query ("?") or a fragment ("#")';
  return url.port === '0' ? 'must not name port 0' : undefined;
};

/** Plain http to another computer: passwords and secret keys would travel for everyone on the way to read. */
export function isInsecure(endpoint: string): boolean {
  const url = parsed(endpoint);
  return url?.protocol === 'http:' && !isLoopback(url.hostname);
}
