import { setMaxListeners } from 'node:events';
import { stopped } from '../../connect/failure';
import { type Diagnostic, tellsOfLostConnection } from '../contract/diagnostic';
import type { Context } from '../contract/resource';
import { callFailed } from '../diagnostics';
import { associate } from '../membership/associate';
import { disassociate } from '../membership/disassociate';
import type { LocatedGroup } from '../membership/group';
import { amongUsers, givenUp, timeIsUp } from './diagnostics';
import { Slots } from './slots';

/** Calls under way at a time. Who waits, for a replica to know the user, takes no place. */
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

/** A bug stops whoever has not begun, and is thrown once nobody is at work any more: until then the group still changes. */
async function untilAllEnd(works: readonly Promise<void>[], enough: AbortController): Promise<void> {
  for (const work of works) work.catch((bug: unknown) => enough.abort(bug));
  const failed = (await Promise.allSettled(works)).find((ended) => ended.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Puts users into a group and takes others out, each by one call, as fast as the quotas of both operations allow. */
export async function changeUsers({ instanceId, group, joining, leaving }: Change, context: Context, timeoutMs: number): Promise<Changed> {
  const deadline = context.clock.now() + timeoutMs;
  const enough = new AbortController();
  const signal = AbortSignal.any([context.signal, enough.signal]);
  setMaxListeners(0, signal);
  const connect = context.connect({ timeoutMs, signal });
  const undone = new Set([...joining, ...leaving]);
  const problems: Diagnostic[] = [];
  /** Somebody's turn cannot come in time any more, and so nobody's after it; those before it still have theirs. */
  let late = false;

  /** No call passes any more: the first who found out tells. */
  let lost = false;

  const note = (problem: Diagnostic): void => {
    const isAgain = lost && tellsOfLostConnection(problem);
    lost ||= tellsOfLostConnection(problem);
    if (isAgain) return;
    if (problem.failure === 'throttled') late = true;
    else problems.push(problem);
    if (problems.length >= MOST_FAILURES) enough.abort(new Error('Nobody else is tried.'));
  };
  const perform = async (userIds: readonly string[], call: typeof associate): Promise<void> => {
    const slots = new Slots(AT_ONCE);
    const working: Context = { ...context, signal, clock: slots.clock(context.clock) };
    const change = async (userId: string): Promise<void> => {
      if (signal.aborted || late || lost) return;
      const problem = await call(connect, { instanceId, groupId: group.id, userId, region: group.region }, working, deadline - context.clock.now());
      if (!problem) undone.delete(userId);
      else if (!signal.aborted) note(problem);
    };
    await untilAllEnd(userIds.map((userId) => slots.take().then(() => change(userId)).finally(() => slots.give())), enough);
  };
  await untilAllEnd([perform(joining, associate), perform(leaving, disassociate)], enough);

  const untried = undone.size - problems.length;
  const action = `changing the users of the group ${group.id}`;
  if (untried > 0 && context.signal.aborted) problems.push(callFailed(action, stopped(`${untried} of its users are not changed yet`, group.region)));
  else if (untried > 0 && !lost) problems.push(late ? timeIsUp(group.id, untried) : givenUp(untried));
  return { undone, diagnostics: problems.map(amongUsers) };
}
