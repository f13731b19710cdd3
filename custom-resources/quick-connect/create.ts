import { failed, type Failure, stopped } from '../../connect/failure';
import type { Id, QuickConnectTarget } from '../../connect/model';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context, Reconciliation } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { theQuickConnect } from '../quick-connects/ids';
import { bareId, idWithin, QUEUE } from '../values/identifiers';
import { declaredPlace } from '../values/place';
import { present } from '../values/present';
import { justCreated } from '../waiting/read-new';
import { retry, SECOND_ATTEMPT_MS } from '../waiting/retry';
import type { Work } from '../waiting/timeouts';
import { refOf } from './connect-shape';
import { adopted, keptAsTainted, nameTaken } from './diagnostics';
import { differences } from './differences';
import type { QuickConnectState } from './schema';

/** CreateQuickConnect, then the queues. Once the quick connect exists, it is never lost. @param anew in an update, which Terraform does not taint */
export async function createQuickConnect(
  work: Work,
  desired: QuickConnectState,
  target: QuickConnectTarget,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<Reconciliation<QuickConnectState>> {
  const { connect, context } = work;
  const made = await ensure(work, desired, target);
  if ('failed' in made) return { diagnostics: made.failed };
  const ref = refOf(desired, made.id);
  const state = { ...desired, id: idWithin(desired.instance_id, made.id), quick_connect_id: made.id, arn: made.arn };
  const offered: string[] = [];
  for (const queue of desired.queue_ids ?? []) {
    const outcome = await connect.queues.addQuickConnect(ref, bareId(QUEUE, queue));
    if (!outcome.ok) {
      const problem = callFailed(`offering the quick connect "${desired.name}" (${made.id}) in the queue ${queue}`, outcome.failure, [
        'queue_ids',
      ]);
      return {
        state: { ...state, queue_ids: offered },
        private: justCreated(context),
        diagnostics: [...made.diagnostics, anew ? problem : keptAsTainted(problem)],
      };
    }
    offered.push(queue);
  }
  return { state, private: justCreated(context), diagnostics: made.diagnostics };
}

interface Made {
  readonly id: Id;
  readonly arn: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Refused {
  readonly failed: readonly Diagnostic[];
}

const UNSEEN = 'the name is taken by a quick connect that is not found yet';
const LEAVING = 'the name is taken by a quick connect that this apply removes';

/**
 * CreateQuickConnect has no client token: the one that holds the name is taken over where it is what an apply left that was cut
 * off after the call. One that this apply is removing is waited for; so is one that is too new to be found.
 */
function ensure({ connect, context, deadline }: Work, desired: QuickConnectState, target: QuickConnectTarget): Promise<Made | Refused> {
  const place = declaredPlace(desired);
  const { instanceId, region } = place;
  const action = `creating the quick connect "${desired.name}"`;
  const refused = (why: Failure): Refused => ({ failed: [callFailed(action, why, ['name'])] });
  let ambiguous = false;
  let withOwn: Failure | undefined;
  return retry<Made | Refused>(context, { deadline }, async () => {
    const created = withOwn
      ? failed(withOwn)
      : await connect.quickConnects.create({
          ...place,
          name: desired.name,
          target,
          tags: desired.tags_all ?? {},
          ...present({ description: desired.description }),
        });
    if (created.ok) return { done: kept({ ...created.value, diagnostics: [] }, instanceId, context) };
    if (created.failure.kind !== 'conflict') return { done: { failed: [callFailed(action, created.failure)] } };
    ambiguous ||= created.failure.ambiguous === true;
    const holder = await connect.quickConnects.findByName(instanceId, desired.name, region);
    if (!holder.ok) return { done: refused(holder.failure) };
    withOwn = ambiguous && !holder.value ? created.failure : undefined;
    const waitFor = (again: string, withinMs: number) => ({
      again,
      otherwise: refused(created.failure),
      stopped: refused(stopped(again, created.failure.region)),
      withinMs,
    });
    if (!holder.value) return waitFor(UNSEEN, Math.max(context.settings.consistencyWindowMs, SECOND_ATTEMPT_MS));
    const thing = theQuickConnect(instanceId, holder.value.id);
    const removal = context.ledger.removal(thing);
    if (removal === 'under way' || removal === 'gone') return waitFor(LEAVING, Infinity);
    const differing = differences(holder.value, desired, context.settings);
    const foreign = context.settings.adoptExisting === 'never' && !ambiguous;
    if (differing.length > 0 || foreign || removal === 'failed' || context.ledger.wasMade(thing))
      return { done: { failed: [nameTaken(holder.value, instanceId, differing)] } };
    const { id, arn } = holder.value;
    return { done: kept({ id, arn, diagnostics: ambiguous ? [] : [adopted(holder.value)] }, instanceId, context) };
  });
}

/** From here on this process does not remove it any more. */
function kept(made: Made, instanceId: string, context: Context): Made {
  context.ledger.made(theQuickConnect(instanceId, made.id));
  return made;
}
