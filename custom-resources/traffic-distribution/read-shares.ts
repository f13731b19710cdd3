import { failed, type Failure, type Outcome, stopped, succeeded } from '../../connect/failure';
import type { Context } from '../contract/resource';
import { PASSING } from '../membership/group';
import { retry } from '../waiting/retry';
import type { Regions } from './regions';
import { fromConnect, type Shares } from './shares';

/** A refusal that nothing explains may be about an update that has ended since. */
export const UNEXPLAINED_ATTEMPTS = 3;
export const JUST_ACTIVE = 'the group may just have become ACTIVE';

/** With what a call is refused about a group that is not ACTIVE: AWS names the first for updates and the second for memberships. */
export const MAY_PASS: readonly Failure['kind'][] = ['invalid', 'not-found', 'conflict'];

/** The shares, nothing where there is no such group, or what the group still was in the end, which tells no shares. */
export type SharesRead = Outcome<Shares | undefined> | { readonly ok: false; readonly passing: string };

/**
 * GetTrafficDistribution. By the administrator's guide a group tells its shares only while it is ACTIVE: the end of an update is waited for,
 * until the deadline.
 */
export function readShares(group: string, regions: Regions, context: Context, deadline: number): Promise<SharesRead> {
  return retry<SharesRead>(context, { deadline, fields: { group } }, async () => {
    const found = await regions.call((connect, region) => connect.distributions.find({ group, region }));
    const read = found.ok ? succeeded(found.value && fromConnect(found.value)) : found;
    const mayPass = read.ok ? read.value === undefined : MAY_PASS.includes(read.failure.kind);
    const described = mayPass ? await regions.call((connect, region) => connect.groups.find({ group, region })) : undefined;
    const status = described?.ok ? described.value?.status : undefined;
    if (status === undefined) return { done: read };
    const again = (reason: string, otherwise: SharesRead) => ({
      again: reason,
      otherwise,
      stopped: failed(stopped(reason, regions.first)),
    });
    if (PASSING.includes(status)) return again(`the group is ${status}`, { ok: false, passing: status });
    return status === 'ACTIVE' ? { ...again(JUST_ACTIVE, read), attempts: UNEXPLAINED_ATTEMPTS } : { done: read };
  });
}
