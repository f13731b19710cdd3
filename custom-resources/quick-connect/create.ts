import type { QuickConnectSettings, QuickConnectTarget } from '../../connect/gateway';
import type { Reconciliation } from '../contract/resource';
import { makeOrAdopt } from '../creating/make-or-adopt';
import { perhapsNewQuickConnect } from '../creating/perhaps-new';
import { callFailed } from '../failures/diagnostics';
import { theQuickConnect } from '../identity/things';
import { bareId, idWithin, QUEUE } from '../values/identifiers';
import { declaredPlace } from '../values/place';
import { present } from '../values/present';
import { justCreated } from '../waiting/read-new';
import type { Work } from '../waiting/timeouts';
import { whileNew } from '../waiting/while-new';
import { differences, refOf } from './connect-shape';
import { adopted, keptAsTainted, nameTaken } from './diagnostics';
import { leadingTo } from './leading-to';
import type { QuickConnectState } from './schema';

const WAITS = {
  unseen: 'the name is taken by a quick connect that is not found yet',
  leaving: 'the name is taken by a quick connect that this apply removes',
};

/** CreateQuickConnect, then the queues. Once the quick connect exists, it is never lost. @param anew in an update, which Terraform does not taint */
export async function createQuickConnect(
  work: Work,
  desired: QuickConnectState,
  target: QuickConnectTarget,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<Reconciliation<QuickConnectState>> {
  const { connect, context } = work;
  const { queues, quickConnects } = connect;
  const { name, description, tags_all } = desired;
  const place = declaredPlace(desired);
  const { instanceId, region } = place;
  const differing = (holder: QuickConnectSettings): readonly string[] => differences(holder, desired, context.settings);
  const created = await makeOrAdopt(work, {
    action: `creating the quick connect "${name}"`,
    waits: WAITS,
    thing: (id) => theQuickConnect(instanceId, id),
    create: () =>
      leadingTo(work, target, place, () =>
        quickConnects.create({ ...place, name, target, tags: tags_all ?? {}, ...present({ description }) }),
      ),
    findHolder: () => quickConnects.findByName(instanceId, name, region),
    differing: (holder) => Promise.resolve(differing(holder)),
    taken: (holder, differing) => nameTaken(holder, instanceId, differing),
    adopted,
    stays: (holder) => nameTaken(holder, instanceId, differing(holder)),
  });
  if ('failed' in created) return { diagnostics: created.failed };
  const { id, arn } = 'holder' in created ? created.holder : created.made;
  const ref = refOf(desired, id);
  const state = { ...desired, id: idWithin(desired.instance_id, id), quick_connect_id: id, arn };
  const offered: string[] = [];
  for (const queue of desired.queue_ids ?? []) {
    const outcome = await whileNew(work, perhapsNewQuickConnect(connect, ref), () => queues.addQuickConnect(ref, bareId(QUEUE, queue)));
    if (!outcome.ok) {
      const problem = callFailed(`offering the quick connect "${name}" (${id}) in the queue ${queue}`, outcome.failure, ['queue_ids']);
      return {
        state: { ...state, queue_ids: offered },
        private: justCreated(context),
        diagnostics: [...created.diagnostics, anew ? problem : keptAsTainted(problem)],
      };
    }
    offered.push(queue);
  }
  return { state, private: justCreated(context), diagnostics: created.diagnostics };
}
