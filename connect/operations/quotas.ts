import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { Caller } from '../calls/caller';
import { within } from '../calls/scope';
import { settingsOf } from '../clients';
import type { Clock } from '../clock';
import type { Connection } from '../connection';
import { failed, type Outcome, OUT_OF_TIME, succeeded } from '../failure';
import type { Quotas } from '../gateway';
import type { Logger } from '../logger';
import type { Transport } from '../network/transport';
import { optionalNumber } from '../shapes/members';

/** Quotas of an instance, by the codes that Service Quotas gives them. */
const CODES = { users: 'L-9A46857E', quickConnects: 'L-68BBE2E8' } as const;

const OPERATION = 'GetServiceQuota';

/** Nobody waits longer for a number that a plan can do without: Service Quotas may be out of reach where Connect is not. */
const TIMEOUT_MS = 5_000;

/**
 * Another service than Amazon Connect, with an endpoint of its own: that it does not answer says nothing of the way to
 * Connect. Its client is loaded when it is first asked. Whatever goes wrong is one failure: it only means that the quota
 * is not known. Each quota is asked for once, whatever comes of it: a plan goes on alike for all its resources.
 */
export function quotasOf(
  connection: Pick<Connection, 'endpoint' | 'userAgent'>,
  parts: { readonly credentials: AwsCredentialIdentityProvider; readonly requestHandler: Transport },
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): (caller: Caller) => Quotas {
  const answers = new Map<string, Promise<Outcome<number | undefined>>>();

  const ask = async ({ scope }: Caller, arn: string, quota: keyof typeof CODES, region: string): Promise<Outcome<number | undefined>> => {
    const unknown = (code: string): Outcome<never> =>
      failed({ kind: 'unavailable', operation: OPERATION, region, code, message: 'Service Quotas did not tell the quota.' });
    try {
      const { GetServiceQuotaCommand, ServiceQuotasClient } = await import('@aws-sdk/client-service-quotas');
      const client = new ServiceQuotasClient({ ...parts, ...settingsOf(connection), region, maxAttempts: 2 });
      const command = new GetServiceQuotaCommand({ ServiceCode: 'connect', QuotaCode: CODES[quota], ContextId: arn });
      const deadline = Math.min(scope.deadline, clock.now() + TIMEOUT_MS);
      const work = await within({ ...scope, deadline }, clock, (abortSignal) => client.send(command, { abortSignal }));
      log.debug('connect call', { operation: OPERATION, region });
      return 'ended' in work ? unknown(OUT_OF_TIME) : succeeded(optionalNumber(work.value.Quota?.Value, 'Quota.Value'));
    } catch (error) {
      return unknown(error instanceof Error ? error.name : 'UnknownError');
    }
  };

  return (caller) => ({
    ofInstance({ arn }, quota, region = caller.region) {
      const key = `${region} ${arn} ${quota}`;
      const answer = answers.get(key) ?? ask(caller, arn, quota, region);
      answers.set(key, answer);
      return answer;
    },
  });
}
