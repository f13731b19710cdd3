import type { Call } from './operations/call';
import { own } from './own';
import type { Quotas } from './settings';
import type { JsonObject } from './wire/json';
import { ServiceError } from './wire/service-error';

/** AWS Service Quotas as far as a plan asks it: GetServiceQuota for what an instance may have, in its JSON protocol. */

export const GET_SERVICE_QUOTA = 'GetServiceQuota';
const TARGET = `ServiceQuotasV20190624.${GET_SERVICE_QUOTA}`;

/** Quotas by their codes. */
const QUOTAS: Readonly<Record<string, { readonly name: string; readonly setting: keyof Quotas }>> = {
  'L-9A46857E': { name: 'Users per instance', setting: 'users' },
  'L-68BBE2E8': { name: 'Quick connects per instance', setting: 'quickConnects' },
};

export function operationOfTarget(target = ''): string {
  if (target === TARGET) return GET_SERVICE_QUOTA;
  throw new ServiceError('UnknownOperationException', 'Of Service Quotas, this emulator serves GetServiceQuota.');
}

/** The context is the ARN of an instance. */
export function serviceQuota({ ServiceCode, QuotaCode, ContextId }: JsonObject, call: Call): object {
  const quota = typeof QuotaCode === 'string' ? own(QUOTAS, QuotaCode) : undefined;
  if (ServiceCode !== 'connect' || !quota || typeof QuotaCode !== 'string')
    throw new ServiceError('NoSuchResourceException', 'The request failed because the specified service or quota does not exist.');
  if (typeof ContextId !== 'string' || !ContextId.startsWith('arn:'))
    throw new ServiceError('IllegalArgumentException', 'The context of this quota is the ARN of an instance.');
  const { facts } = call.instanceByIdOrArn(ContextId);
  return {
    Quota: {
      ServiceCode,
      ServiceName: 'Amazon Connect',
      QuotaArn: `arn:aws:servicequotas:${call.region}:${call.world.account}:connect/${QuotaCode}`,
      QuotaCode,
      QuotaName: quota.name,
      Value: call.settings.quotas[quota.setting],
      Unit: 'None',
      Adjustable: true,
      GlobalQuota: false,
      QuotaAppliedAtLevel: 'RESOURCE',
      QuotaContext: { ContextScope: 'RESOURCE', ContextScopeType: 'AWS::Connect::Instance', ContextId: call.arn(`instance/${facts.id}`) },
    },
  };
}
