import type { QuickConnectRef, QuickConnectSettings, QuickConnectTarget } from '../../connect/gateway';
import type { Settings } from '../contract/settings';
import { bareId, CONTACT_FLOW, idWithin, QUEUE, QUICK_CONNECT, spelledAs, USER } from '../values/identifiers';
import { type DeclaredPlace, declaredPlace } from '../values/place';
import { isNothing, ownTags, tagChanges, withoutIgnored } from '../values/tags';
import type { QuickConnectState } from './schema';

/* Between the state of a quick connect and what Amazon Connect holds. */

export const refOf = (state: DeclaredPlace, quickConnect: string): QuickConnectRef => ({
  ...declaredPlace(state),
  quickConnectId: bareId(QUICK_CONNECT, quickConnect),
});

type Targets = Pick<QuickConnectState, 'user_config' | 'queue_config' | 'phone_config'>;

/** Where a state leads; nothing for one that only knows its id. */
export function targetOf({ user_config, queue_config, phone_config }: Targets): QuickConnectTarget | undefined {
  const [[user], [queue], [phone]] = [user_config, queue_config, phone_config];
  if (user) return { type: 'USER', userId: bareId(USER, user.user_id), contactFlowId: bareId(CONTACT_FLOW, user.contact_flow_id) };
  if (queue) return { type: 'QUEUE', queueId: bareId(QUEUE, queue.queue_id), contactFlowId: bareId(CONTACT_FLOW, queue.contact_flow_id) };
  return phone && { type: 'PHONE_NUMBER', phoneNumber: phone.phone_number };
}

/** The spellings of the prior state stay: an id and an ARN name the same thing. */
function targetBlocks(target: QuickConnectTarget | undefined, prior: Targets): Targets {
  const [[user], [queue]] = [prior.user_config, prior.queue_config];
  const none: Targets = { user_config: [], queue_config: [], phone_config: [] };
  switch (target?.type) {
    case undefined:
      return none;
    case 'USER':
      return {
        ...none,
        user_config: [
          {
            user_id: spelledAs(USER, [user?.user_id], target.userId),
            contact_flow_id: spelledAs(CONTACT_FLOW, [user?.contact_flow_id], target.contactFlowId),
          },
        ],
      };
    case 'QUEUE':
      return {
        ...none,
        queue_config: [
          {
            queue_id: spelledAs(QUEUE, [queue?.queue_id], target.queueId),
            contact_flow_id: spelledAs(CONTACT_FLOW, [queue?.contact_flow_id], target.contactFlowId),
          },
        ],
      };
    case 'PHONE_NUMBER':
      return { ...none, phone_config: [{ phone_number: target.phoneNumber }] };
  }
}

/** From what Connect holds to the state. @param queueIds of the queues that offer it, where they were read */
export function refreshed(
  shown: QuickConnectSettings,
  queueIds: readonly string[] | undefined,
  prior: QuickConnectState,
  settings: Settings,
): QuickConnectState {
  const tags = withoutIgnored(settings, shown.tags);
  return {
    ...prior,
    ...targetBlocks(shown.target, prior),
    name: shown.name,
    description: shown.description ?? null,
    queue_ids: queueIds ? spelledQueues(queueIds, prior) : prior.queue_ids,
    tags: ownTags(settings, tags, prior),
    tags_all: tags,
    id: idWithin(prior.instance_id, shown.id),
    quick_connect_id: shown.id,
    arn: shown.arn,
  };
}

export const spelledQueues = (ids: readonly string[], { queue_ids: prior }: QuickConnectState): readonly string[] =>
  ids.map((id) => spelledAs(QUEUE, prior ?? [], id));

export const equalTargets = (one: QuickConnectTarget | undefined, other: QuickConnectTarget | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** In what a quick connect differs from a declared one, in words for messages; which queues offer it is left out. */
export function differences(shown: QuickConnectSettings, desired: QuickConnectState, settings: Settings): readonly string[] {
  return [
    ...(equalTargets(shown.target, targetOf(desired)) ? [] : ['where it leads']),
    ...((shown.description ?? null) === desired.description ? [] : ['description']),
    ...(isNothing(tagChanges(settings, shown.tags, desired.tags_all ?? {})) ? [] : ['tags']),
  ];
}
