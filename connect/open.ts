/**
 * The entry of this folder, bundled on its own and loaded when the first call is near: the AWS SDK
 * is the slowest part of the provider to load. This folder is the only one that knows the SDK. It
 * must know nothing of Terraform, its resources or its protocol.
 */
import { callerOf } from './calls/caller';
import { Outages } from './calls/outages';
import { Reach } from './calls/reach';
import { scopeOf } from './calls/scope';
import { bucketsOf } from './calls/token-bucket';
import { translate } from './calls/translate';
import { clientsOf } from './clients';
import type { Clock } from './clock';
import type { Connection } from './connection';
import { credentialsOf } from './credentials/credentials';
import { environmentSecrets } from './credentials/environment-secrets';
import { memoize } from './credentials/memoize';
import { failed, type Outcome, stopped, succeeded } from './failure';
import type { Gateway } from './gateway';
import type { Logger } from './logger';
import { endpointProblem } from './network/endpoint';
import { networkEnvironment } from './network/environment';
import { Transport } from './network/transport';
import { gatewayOf } from './operations/gateway';
import { quotasOf } from './operations/quotas';
import { resolveRegion } from './region';

/** Amazon Connect, reachable: credentials and Region are known. */
export interface Connect {
  /** Where calls go that name no other. */
  readonly region: string;
  /** For calls that give up after `timeoutMs` (all of them together), or when `signal` aborts. */
  gateway(scope: { readonly signal: AbortSignal; readonly timeoutMs: number }): Gateway;
}

export interface Host {
  readonly clock: Clock;
  readonly log: Logger;
  /** Ends the wait for the first credentials. @default nothing does */
  readonly signal?: AbortSignal;
  /** Told every secret that calls are made with: none may be repeated to the user. @default nobody is told */
  readonly keepSecret?: (secret: string) => void;
}

/**
 * Finds the Region and the credentials, which includes taking on the role. Connect itself is not
 * called. Fails as `invalid` without a Region or where the environment cannot be used, as `unauthenticated` without credentials, as
 * `cancelled` when it is asked to stop.
 */
export async function openConnect(connection: Connection, host: Host): Promise<Outcome<Connect>> {
  const { clock, log, signal = new AbortController().signal, keepSecret = () => undefined } = host;
  environmentSecrets(process.env).forEach(keepSecret);
  keepNodeVersionWarningQuiet();
  const resolved = await resolveRegion(connection);
  if (!resolved.ok) return resolved;
  const region = resolved.value;
  const environment = await networkEnvironment(connection, region);
  if (!environment.ok) return environment;
  const misdirected = await endpointProblem(connection, region);
  if (misdirected) return failed(misdirected);
  const requestHandler = new Transport(environment.value);
  const { provide, source } = await credentialsOf(connection, { region, requestHandler, clock, signal, keepSecret });
  const credentials = memoize(provide, clock);
  try {
    await credentials();
  } catch (error) {
    if (signal.aborted) return failed(stopped('credentials', region));
    return failed(translate(error, { operation: 'ResolveCredentials', region, writes: false, sent: false }));
  }
  const clientOf = clientsOf(connection, { credentials, requestHandler });
  const parts = {
    region,
    clientOf,
    bucketOf: bucketsOf(connection, clock),
    reach: new Reach(clock),
    outages: new Outages(clock),
    written: { count: 0 },
    credentialsSource: source,
    clock,
    log,
    maxRetries: connection.maxRetries,
  };
  const quotas = quotasOf(connection, { credentials, requestHandler }, { clock, log });
  const gatewayFor = gatewayOf(clock, connection.refreshMode ?? 'bulk', quotas);
  log.debug('connect opened', { region });
  return succeeded({ region, gateway: (limits) => gatewayFor(callerOf(parts, scopeOf(clock, limits))) });
}

/** The SDK would warn on stderr, in every plan, that it will want a newer Node some day. */
function keepNodeVersionWarningQuiet(): void {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
}
