import { isDeepStrictEqual } from 'node:util';
import type { Distributions, Group, Share } from '../state/things';
import { invalidRequest } from '../wire/service-error';
import { operation, type Call, type Operation } from './call';
import { findGroup, type FoundGroup } from './find-group';

interface UpdateInput extends Partial<Distributions> {
  readonly Id: string;
}

function checkShares(shares: readonly Share[] | undefined, regions: readonly string[]): void {
  if (!shares) return;
  checkRegions(shares, regions);
  if (shares.some(({ Percentage }) => Percentage % 10 !== 0)) throw invalidRequest('Percentages go in steps of 10.');
  if (shares.reduce((sum, { Percentage }) => sum + Percentage, 0) !== 100)
    throw invalidRequest('The percentages of a distribution must add up to 100.');
}

function checkRegions(entries: readonly { readonly Region: string }[], regions: readonly string[]): void {
  const named = entries.map(({ Region }) => Region).sort();
  if (!isDeepStrictEqual(named, [...regions].sort()))
    throw invalidRequest('A distribution must name both Regions of the instance, each once.');
}

/**
 * Shares are read and changed only while the group is ACTIVE (administrator's guide, "Create traffic distribution groups"). A change is
 * refused with an InvalidRequestException ("Update agent distribution"); for a look no page names another code.
 */
function findActive(call: Call, idOrArn: string): FoundGroup {
  const found = findGroup(call, idOrArn);
  if (call.status(found.group) !== 'ACTIVE') throw invalidRequest('The traffic distribution group is not ACTIVE.');
  return found;
}

export const distributions: Readonly<Record<string, Operation>> = {
  GetTrafficDistribution: operation<{ readonly Id: string }>((input, call) => {
    const { id, instance, group } = findActive(call, input.Id);
    return { ...group, Id: id, Arn: call.groupArn(instance, id) };
  }),

  UpdateTrafficDistribution: operation<UpdateInput>((input, call) => {
    const { id, instance, group } = findActive(call, input.Id);
    checkShares(input.TelephonyConfig?.Distributions, instance.regions);
    checkShares(input.AgentConfig?.Distributions, instance.regions);
    if (input.SignInConfig) {
      if (!group.IsDefault) throw invalidRequest('SignInConfig is available on the default traffic distribution group only.');
      checkRegions(input.SignInConfig.Distributions, instance.regions);
    }
    const changed: Group = {
      ...group,
      TelephonyConfig: input.TelephonyConfig ?? group.TelephonyConfig,
      AgentConfig: input.AgentConfig ?? group.AgentConfig,
      SignInConfig: input.SignInConfig ?? group.SignInConfig,
      Status: 'UPDATE_IN_PROGRESS',
      Becomes: { Status: 'ACTIVE', at: call.now + call.settings.groupDelay },
    };
    instance.groups.put(id, changed, call.stampAtHome(instance));
    return undefined;
  }),
};
