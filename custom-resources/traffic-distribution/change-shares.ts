import { type Failure, stopped } from '../../connect/failure';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { PASSING } from '../membership/group';
import { type Again, type Attempt, retry } from '../waiting/retry';
import { groupMissing, groupNotActive, otherRegions, type Shifted, shiftedSincePlan, stillMoving } from './diagnostics';
import type { Regions } from './regions';
import { JUST_ACTIVE, MAY_PASS, readShares, UNEXPLAINED_ATTEMPTS } from './read-shares';
import { differing, isSame, PARTS, regionsMissing, type Shares, toConnect } from './shares';

export interface Change {
  /** The group, by its ARN. */
  readonly group: string;
  /** The parts that are to be set. */
  readonly wanted: Shares;
  /** What the plan knew of them: who has shifted traffic since is not overruled. Left out, whatever there is gives way. */
  readonly known?: Shares | undefined;
}

export interface Changed {
  /** What the shares were before; absent where that could not be read. */
  readonly before?: Shares;
  /** Whether Connect took a change. */
  readonly written: boolean;
  readonly problem?: Diagnostic;
}

/**
 * UpdateTrafficDistribution, once the group takes it, and the wait until that is done. Nothing is written where the shares are as
 * wanted: a second call, also from the other Region after a lost answer, changes nothing. Nor is anything written where somebody has shifted
 * traffic since the plan.
 */
export async function changeShares(change: Change, regions: Regions, context: Context, deadline: number): Promise<Changed> {
  const { group, wanted, known = {} } = change;
  /**
   * Whether a request without telephony was refused by a group that takes changes: one page of the administrator's guide asks for it in each,
   * another shows requests without. One that others are changing refuses them all, and its calls may be what they move.
   */
  let withTelephony = false;
  const changed = await retry<Changed>(context, { deadline, fields: { group } }, async () => {
    const live = await readShares(group, regions, context, deadline);
    if ('passing' in live) return { done: { written: false, problem: groupNotActive(group, live.passing) } };
    if (!live.ok) return { done: { written: false, problem: callFailed(action(group), live.failure) } };
    if (!live.value) return { done: { written: false, problem: groupMissing(group, regions.first) } };
    const before = live.value;
    const refused = (problem: Diagnostic): Changed => ({ before, written: false, problem });
    const missing = regionsMissing(before, wanted);
    if (missing) return { done: refused(otherRegions(group, missing)) };
    const pending = differing(before, wanted);
    if (Object.keys(pending).length === 0) return { done: { before, written: false } };
    const shifted = shiftedSince(known, before, pending);
    if (shifted.length > 0)
      return {
        again: 'the shares are not those of the plan',
        otherwise: refused(shiftedSincePlan(group, shifted)),
        attempts: UNEXPLAINED_ATTEMPTS,
      };
    const sent = withTelephony && before.telephony ? { telephony: before.telephony, ...pending } : pending;
    const updated = await regions.call((connect, region) => connect.distributions.update({ group, region }, toConnect(sent)));
    if (updated.ok) return { done: { before, written: true } };
    const why = await explain(group, updated.failure, regions, refused);
    withTelephony ||= updated.failure.kind === 'invalid' && 'again' in why && why.again === JUST_ACTIVE;
    return why;
  });
  if (!changed.written) return changed;
  const problem = await untilDone(group, regions, context, deadline);
  return { ...changed, ...(problem && { problem }) };
}

/** The parts of `pending` that are neither as the plan knew them nor as they are to be. One Region may lag behind the other for a moment. */
const shiftedSince = (known: Shares, live: Shares, pending: Shares): readonly Shifted[] =>
  PARTS.flatMap((part) => {
    const [planned, now, wanted] = [known[part], live[part], pending[part]];
    return planned && now && wanted && !isSame(planned, now) ? [{ part, planned, live: now, declared: wanted }] : [];
  });

/** Why an update was refused: a group takes none unless it is ACTIVE. */
async function explain(
  group: string,
  failure: Failure,
  regions: Regions,
  refused: (problem: Diagnostic) => Changed,
): Promise<Attempt<Changed>> {
  const unexplained = refused(callFailed(action(group), failure));
  if (!MAY_PASS.includes(failure.kind)) return { done: unexplained };
  const found = await regions.call((connect, region) => connect.groups.find({ group, region }));
  if (!found.ok) return { done: unexplained };
  if (!found.value) return { done: refused(groupMissing(group, regions.first)) };
  const { status } = found.value;
  const again = (reason: string, otherwise: Changed): Again<Changed> => ({
    again: reason,
    otherwise,
    stopped: refused(callFailed(action(group), stopped(reason, regions.first))),
  });
  if (PASSING.includes(status)) return again(`the group is ${status}`, refused(groupNotActive(group, status)));
  if (status !== 'ACTIVE') return { done: refused(groupNotActive(group, status)) };
  return { ...again(JUST_ACTIVE, unexplained), attempts: UNEXPLAINED_ATTEMPTS };
}

/** What is wrong when the group is not ACTIVE again in time: the change is made, and not known to be in force. */
function untilDone(group: string, regions: Regions, context: Context, deadline: number): Promise<Diagnostic | undefined> {
  return retry<Diagnostic | undefined>(context, { deadline, fields: { group } }, async () => {
    const found = await regions.call((connect, region) => connect.groups.find({ group, region }));
    if (!found.ok)
      return { done: callFailed(`waiting until the shares of the traffic distribution group ${group} are changed`, found.failure) };
    const status = found.value?.status;
    if (status === undefined || !PASSING.includes(status))
      return { done: status === 'ACTIVE' ? undefined : stillMoving(group, status ?? 'gone') };
    return { again: `the group is ${status}`, otherwise: stillMoving(group, status) };
  });
}

const action = (group: string): string => `setting the shares of the traffic distribution group ${group}`;
