import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { type Scope, within } from '../calls/scope';
import { userAgentOf } from '../clients';
import type { Clock } from '../clock';
import type { Connection } from '../connection';
import { failed, type Outcome, OUT_OF_TIME, succeeded } from '../failure';
import type { Logger } from '../logger';
import { silent, type Transport } from '../network/transport';
import { optionalNumber } from '../shapes/members';

/** Quotas of an instance, by the codes that Service Quotas gives them. */
export const QUOTA_CODES = { users: 'L-9A46857E', quickConnects: 'L-68BBE2E8' } as const;

export interface QuotaRequest {
  readonly instanceArn: string;
  readonly quota: keyof typeof QUOTA_CODES;
  readonly region: string;
}

/** What Service Quotas tells: how many there may be, where it says so. */
export type AskQuota = (request: QuotaRequest, scope: Scope) => Promise<Outcome<number | undefined>>;

const OPERATION = 'GetServiceQuota';

/** Nobody waits longer for a number that a plan can do without: Service Quotas may be out of reach where Connect is not. */
const TIMEOUT_MS = 5_000;

/**
 * Another service than Amazon Connect, with an endpoint of its own: that it does not answer says nothing of the way to
 * Connect. Its client is loaded when it is first asked. Whatever goes
 * wrong is one failure: it only means that the quota is not known.
 */
export const serviceQuotas =
  (
    connection: Pick<Connection, 'endpoint' | 'userAgent'>,
    parts: { readonly credentials: AwsCredentialIdentityProvider; readonly requestHandler: Transport },
    { clock, log }: { readonly clock: Clock; readonly log: Logger },
  ): AskQuota =>
  async ({ instanceArn, quota, region }, { signal, deadline }) => {
    const unknown = (code: string): Outcome<never> =>
      failed({ kind: 'unavailable', operation: OPERATION, region, code, message: 'Service Quotas did not tell the quota.' });
    try {
      const { GetServiceQuotaCommand, ServiceQuotasClient } = await import('@aws-sdk/client-service-quotas');
      const client = new ServiceQuotasClient({
        ...parts,
        region,
        ...(connection.endpoint && { endpoint: connection.endpoint }),
        customUserAgent: userAgentOf(connection.userAgent),
        maxAttempts: 2,
        retryMode: 'standard',
        defaultsMode: 'standard',
        logger: silent,
      });
      const command = new GetServiceQuotaCommand({ ServiceCode: 'connect', QuotaCode: QUOTA_CODES[quota], ContextId: instanceArn });
      const scope = { signal, deadline: Math.min(deadline, clock.now() + TIMEOUT_MS) };
      const work = await within(scope, clock, (abortSignal) => client.send(command, { abortSignal }));
      log.debug('connect call', { operation: OPERATION, region });
      return 'ended' in work ? unknown(OUT_OF_TIME) : succeeded(optionalNumber(work.value.Quota?.Value, 'Quota.Value'));
    } catch (error) {
      return unknown(error instanceof Error ? error.name : 'UnknownError');
    }
  };
