import { stopped } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context } from '../contract/resource';
import { callFailed } from '../diagnostics';
import { associate } from '../traffic-distribution-group-user/associate';
import { disassociate } from '../traffic-distribution-group-user/disassociate';
import { amongUsers, givenUp } from './diagnostics';
import type { LocatedGroup } from '../traffic-distribution-group-user/home-region';

/** Users under way at a time: one that waits, for its replica to know it, does not hold up the others. */
const AT_ONCE = 50;
/** Failures after which nobody else is tried: they are likely to have one cause. */
const MOST_FAILURES = 10;

/** Who is to be put into a group, and who is to be taken out. */
export interface Change {
  readonly instanceId: string;
  readonly group: LocatedGroup;
  readonly joining: readonly string[];
  readonly leaving: readonly string[];
}

export interface Changed {
  /** Who was to be put into the group, or out of it, and may not be. */
  readonly undone: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts users into a group and takes others out, each by one call, as fast as the quotas of both operations allow. */
export async function changeUsers(connect: Gateway, change: Change, context: Context, timeoutMs: number): Promise<Changed> {
  const { instanceId, group, joining, leaving } = change;
  const undone = new Set([...joining, ...leaving]);
  const problems: Diagnostic[] = [];
  const perform = async (userIds: readonly string[], call: typeof associate): Promise<void> => {
    const rest = [...userIds].reverse();
    const work = async (): Promise<void> => {
      for (let userId = rest.pop(); userId !== undefined; userId = rest.pop()) {
        if (context.signal.aborted || problems.length >= MOST_FAILURES) return;
        const problem = await call(connect, { instanceId, groupId: group.id, userId, region: group.region }, context, timeoutMs);
        if (problem) problems.push(problem);
        else undone.delete(userId);
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, userIds.length) }, work));
  };
  await Promise.all([perform(joining, associate), perform(leaving, disassociate)]);

  if (undone.size === 0) return { undone, diagnostics: [] };
  if (context.signal.aborted) return { undone, diagnostics: [callFailed(`changing the users of the group ${group.id}`, stopped(`${undone.size} of its users are not changed yet`, group.region))] };
  const untried = undone.size - problems.length;
  return { undone, diagnostics: [...problems.map(amongUsers), ...(untried > 0 ? [givenUp(untried)] : [])] };
}
