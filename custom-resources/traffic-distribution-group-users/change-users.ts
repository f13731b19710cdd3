import { setMaxListeners } from 'node:events';
import { stopped } from '../../connect/failure';
import type { Id } from '../../connect/gateway';
import { type Diagnostic, tellsOfLostConnection } from '../contract/diagnostic';
import type { Context } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { associate } from '../membership/associate';
import { disassociate } from '../membership/disassociate';
import type { LocatedGroup } from '../membership/group';
import type { Turn } from '../waiting/retry';
import { Semaphore } from '../waiting/semaphore';
import { amongUsers, givenUp, timeIsUp } from './diagnostics';

/** Attempts under way at a time. Who backs off, until a replica knows the user, holds up nobody. */
const AT_ONCE = 50;
/** Failures after which nobody else is tried: they are likely to have one cause. */
const MOST_FAILURES = 10;

/** Who is to be put into a group, and who is to be taken out. */
export interface Change {
  readonly instanceId: Id;
  readonly group: LocatedGroup;
  readonly joining: readonly Id[];
  readonly leaving: readonly Id[];
}

export interface Changed {
  /** Who was to be put into the group, or out of it, and may not be. */
  readonly undone: ReadonlySet<Id>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether no call passes any more, or the group itself is the trouble. */
const meetsEverybody = (problem: Diagnostic): boolean =>
  tellsOfLostConnection(problem) || problem.path?.[0] === 'traffic_distribution_group_id';

/** A bug stops whoever has not begun, and is thrown once nobody is at work any more: until then the group still changes. */
async function untilAllEnd(works: readonly Promise<void>[], enough: AbortController): Promise<void> {
  for (const work of works) work.catch((bug: unknown) => enough.abort(bug));
  const failed = (await Promise.allSettled(works)).find((ended) => ended.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Puts users into a group and takes others out, each by one call, as fast as the quotas of both operations allow. */
export async function changeUsers({ instanceId, group, joining, leaving }: Change, context: Context, deadline: number): Promise<Changed> {
  const enough = new AbortController();
  const signal = AbortSignal.any([context.signal, enough.signal]);
  setMaxListeners(0, signal);
  const connect = context.connect({ timeoutMs: deadline - context.clock.now(), signal });
  const work = { connect, context: { ...context, signal }, deadline };
  const undone = new Set([...joining, ...leaving]);
  const problems = new Set<Diagnostic>();
  /** Somebody's turn cannot come in time any more, and so nobody's after it; those before it still have theirs. */
  let late = false;

  /** Nobody else can be changed: the first who found out tells. */
  let lost = false;

  const note = (problem: Diagnostic): void => {
    const isAgain = lost && meetsEverybody(problem);
    lost ||= meetsEverybody(problem);
    if (isAgain) return;
    if (problem.failure === 'throttled' || problem.tooLate) late = true;
    else problems.add(problem);
    if (problems.size >= MOST_FAILURES) enough.abort(new Error('Nobody else is tried.'));
  };
  const changeAll = async (userIds: readonly Id[], change: typeof associate): Promise<void> => {
    const semaphore = new Semaphore(AT_ONCE);
    const changeOne = async (userId: Id): Promise<void> => {
      let begun = false;
      const end = (problem: Diagnostic | undefined): void => {
        if (!problem) undone.delete(userId);
        else if (!signal.aborted) note(problem);
      };
      const turn: Turn<Diagnostic | undefined> = (attempt) =>
        semaphore.run(async () => {
          begun ||= !signal.aborted && !late && !lost;
          const outcome = begun ? await attempt() : { done: undefined };
          // Noted before the next user has a turn: after some failures nobody else begins.
          if (begun && 'done' in outcome) end(outcome.done);
          return outcome;
        });
      const problem = await change(work, { instanceId, groupId: group.id, userId, region: group.region }, turn);
      if (begun) end(problem);
    };
    await untilAllEnd(userIds.map(changeOne), enough);
  };
  await untilAllEnd([changeAll(joining, associate), changeAll(leaving, disassociate)], enough);

  const untried = undone.size - problems.size;
  const action = `changing the users of the group ${group.id}`;
  if (untried > 0 && context.signal.aborted)
    problems.add(callFailed(action, stopped(`${untried} of its users are not changed yet`, group.region)));
  else if (untried > 0 && !lost) problems.add(late ? timeIsUp(group.id, untried) : givenUp(untried));
  return { undone, diagnostics: [...problems].map(amongUsers) };
}
