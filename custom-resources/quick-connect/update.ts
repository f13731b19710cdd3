import { type Outcome, succeeded } from '../../connect/failure';
import type { Gateway, Id, QuickConnectRef, QuickConnectSettings, QuickConnectTarget } from '../../connect/gateway';
import type { Reconciliation } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { byId, QUEUE } from '../values/identifiers';
import { announcedTagChanges, isNothing, type TagChanges } from '../values/tags';
import type { Work } from '../waiting/timeouts';
import { equalTargets, refOf, refreshed } from './connect-shape';
import { createQuickConnect } from './create';
import { tagsLeft, vanished } from './diagnostics';
import { leadingTo } from './leading-to';
import { leavesUser } from './plan';
import type { QuickConnectState } from './schema';

/**
 * Brings an existing quick connect to what is planned: looks at it, and calls for what differs;
 * tags that came after the plan are left, and told. One that pointed at a user who is
 * gone by now may be gone with it: it is made again.
 */
export async function updateQuickConnect(
  work: Work,
  prior: QuickConnectState,
  desired: QuickConnectState,
  target: QuickConnectTarget,
): Promise<Reconciliation<QuickConnectState>> {
  const { connect, context } = work;
  const ref = refOf(desired, prior.quick_connect_id ?? '');
  const found = await connect.quickConnects.find(ref);
  if (!found.ok) return { state: prior, diagnostics: [callFailed(`reading the quick connect ${ref.quickConnectId}`, found.failure)] };
  if (!found.value) {
    if (!leavesUser(prior, desired)) return { state: prior, diagnostics: [vanished(ref.quickConnectId)] };
    return createQuickConnect(work, desired, target, { anew: true });
  }
  const { id, quick_connect_id, arn } = prior;
  const identified = { ...desired, id, quick_connect_id, arn };
  const tags = announcedTagChanges(context.settings, {
    before: prior.tags_all,
    observed: found.value.tags,
    desired: desired.tags_all,
  });
  let state = { ...refreshed(found.value, undefined, prior, context.settings), timeouts: desired.timeouts };
  for (const { what, attribute, call, done } of steps(work, ref, found.value, prior, identified, target, tags)) {
    const outcome = await call();
    if (!outcome.ok) {
      const action = `updating ${what} of the quick connect "${prior.name}" (${ref.quickConnectId})`;
      return { state, diagnostics: [callFailed(action, outcome.failure, [attribute])] };
    }
    state = { ...state, ...done(state) };
  }
  return { state: identified, ...(tags.left.length > 0 && { diagnostics: [tagsLeft(prior.name, tags.left)] }) };
}

interface Step {
  /** For messages. */
  readonly what: string;
  readonly attribute: keyof QuickConnectState;
  readonly call: () => Promise<Outcome<unknown>>;
  /** What the state is by then. */
  readonly done: (state: QuickConnectState) => Partial<QuickConnectState>;
}

function steps(
  work: Work,
  ref: QuickConnectRef,
  shown: QuickConnectSettings,
  prior: QuickConnectState,
  desired: QuickConnectState,
  target: QuickConnectTarget,
  announced: TagChanges,
): readonly Step[] {
  const { connect } = work;
  const { user_config, queue_config, phone_config, name, description, tags, tags_all } = desired;
  const retarget: Step = {
    what: 'the target',
    attribute: `${target.type === 'PHONE_NUMBER' ? 'phone' : target.type === 'USER' ? 'user' : 'queue'}_config`,
    call: () => leadingTo(work, target, ref, () => connect.quickConnects.retarget(ref, target)),
    done: () => ({ user_config, queue_config, phone_config }),
  };
  const rename: Step = {
    what: 'name and description',
    attribute: 'name',
    call: () => connect.quickConnects.rename(ref, name, description ?? undefined),
    done: () => ({ name, description }),
  };
  const { set, remove } = announced;
  const retag: Step = {
    what: 'the tags',
    attribute: 'tags',
    call: async () => {
      const removed = await connect.tagging.untag(shown.arn, remove, ref.region);
      return removed.ok ? connect.tagging.tag(shown.arn, set, ref.region) : removed;
    },
    done: () => ({ tags, tags_all }),
  };
  return [
    ...(equalTargets(shown.target, target) ? [] : [retarget]),
    ...(shown.name === name && (shown.description ?? null) === description ? [] : [rename]),
    ...queueSteps(connect, ref, prior, desired),
    ...(isNothing(announced) ? [] : [retag]),
  ];
}

/** Queues that are no longer declared at all are left to others. */
function queueSteps(connect: Gateway, ref: QuickConnectRef, prior: QuickConnectState, desired: QuickConnectState): readonly Step[] {
  if (desired.queue_ids === null) return [];
  const [before, after] = [byId(QUEUE, prior.queue_ids ?? []), byId(QUEUE, desired.queue_ids)];
  const without = (queues: ReadonlyMap<Id, string>, others: ReadonlyMap<Id, string>) => [...queues].filter(([id]) => !others.has(id));
  const coming = without(after, before).map(([id, queue]): Step => ({
    what: `the offer in the queue ${queue}`,
    attribute: 'queue_ids',
    call: () => connect.queues.addQuickConnect(ref, id),
    done: ({ queue_ids }) => ({ queue_ids: [...(queue_ids ?? []), queue] }),
  }));
  const leaving = without(before, after).map(([id, queue]): Step => ({
    what: `the offer in the queue ${queue}`,
    attribute: 'queue_ids',
    call: async () => orNothing(await connect.queues.removeQuickConnects(ref.instanceId, id, [ref.quickConnectId], ref.region)),
    done: ({ queue_ids }) => ({ queue_ids: (queue_ids ?? []).filter((other) => other !== queue) }),
  }));
  return [...coming, ...leaving];
}

/** A queue that is gone offers nothing. */
const orNothing = (outcome: Outcome<void>): Outcome<void> =>
  !outcome.ok && outcome.failure.kind === 'not-found' ? succeeded(undefined) : outcome;
