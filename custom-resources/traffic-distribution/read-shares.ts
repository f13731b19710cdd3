import { failed, type Failure, type Outcome, stopped, succeeded } from '../../connect/failure';
import type { Context } from '../contract/resource';
import { PASSING, UNEXPLAINED_MS } from '../membership/group';
import { retry } from '../waiting/retry';
import type { Regions } from './regions';
import { fromConnect, type Shares } from './shares';

/** A refusal that nothing explains may be about an update that has ended since. */
export const UNEXPLAINED_ATTEMPTS = 3;
export const JUST_ACTIVE = 'the group may just have become ACTIVE';

/** With what a call is refused about a group that is not ACTIVE: AWS names the first for updates and the second for memberships. */
export const MAY_PASS: readonly Failure['kind'][] = ['invalid', 'not-found', 'conflict'];

/**
 * GetTrafficDistribution; nothing where there is no such group. By the administrator's guide a group tells its shares only while it is
 * ACTIVE: the end of an update is waited for.
 */
export function readShares(group: string, regions: Regions, context: Context, deadline: number): Promise<Outcome<Shares | undefined>> {
  return retry<Outcome<Shares | undefined>>(context, { deadline, fields: { group } }, async () => {
    const found = await regions.call((connect, region) => connect.distributions.find({ group, region }));
    const read = found.ok ? succeeded(found.value && fromConnect(found.value)) : found;
    const mayPass = read.ok ? read.value === undefined : MAY_PASS.includes(read.failure.kind);
    const described = mayPass ? await regions.call((connect, region) => connect.groups.find({ group, region })) : undefined;
    const status = described?.ok ? described.value?.status : undefined;
    if (status === undefined) return { done: read };
    const again = (reason: string, otherwise: Outcome<never> | typeof read) => ({
      again: reason,
      otherwise,
      stopped: failed(stopped(reason, regions.first)),
    });
    if (PASSING.includes(status))
      return { ...again(`the group is ${status}`, failed(notActive(status, regions.first))), withinMs: UNEXPLAINED_MS };
    return status === 'ACTIVE' ? { ...again(JUST_ACTIVE, read), attempts: UNEXPLAINED_ATTEMPTS } : { done: read };
  });
}

const notActive = (status: string, region: string): Failure => ({
  kind: 'unavailable',
  operation: 'GetTrafficDistribution',
  region,
  code: 'NotActive',
  message: `The group is ${status}, and Amazon Connect tells the shares of a group only while it is ACTIVE. That passes by itself.`,
});
