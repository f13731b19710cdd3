import type { IncomingHttpHeaders } from 'node:http';

/*
 * Whose requests are served. The emulator listens on this machine only, but so does any web page in a browser on it:
 * pages can send requests to every address that they know, and by a name of their own (DNS rebinding) read the
 * answers. No SDK, terraform or test sends what a browser must send with those.
 */

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Why a request is refused; nothing if it may pass. */
export function refusal({ host = '', origin, 'sec-fetch-site': site = 'none' }: IncomingHttpHeaders): string | undefined {
  if (!LOOPBACK.test(host)) return 'The emulator is asked by the names localhost and 127.0.0.1 only.';
  if (origin !== undefined || site !== 'none') return 'The emulator does not serve web pages.';
  return undefined;
}

/** Why the body of a control request is refused. Pages can send other types without asking first. */
export function bodyRefusal({ 'content-type': type = '' }: IncomingHttpHeaders, body: string): string | undefined {
  return body === '' || /^application\/json\s*(;|$)/i.test(type) ? undefined : 'The body must be of content type application/json.';
}
