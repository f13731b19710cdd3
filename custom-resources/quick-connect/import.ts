import type { ImportResult, MoveSource } from '../contract/resource';
import type { Values } from '../contract/value';
import { bareId, idWithin, QUICK_CONNECT } from '../values/identifiers';
import { importId } from '../values/import-id';
import { listOf, mapOf, textOf } from '../values/other-state';
import { badImportId } from './diagnostics';
import type { QuickConnectState } from './schema';

const EMPTY: Omit<QuickConnectState, 'instance_id' | 'id' | 'quick_connect_id'> = {
  region: null,
  name: '',
  description: null,
  queue_ids: null,
  tags: null,
  tags_all: null,
  arn: null,
  user_config: [],
  queue_config: [],
  phone_config: [],
  timeouts: null,
};

/** `INSTANCE:QUICK_CONNECT`, as `aws_connect_quick_connect` takes it, or the ARN of the quick connect. */
export function importState(id: string): ImportResult<QuickConnectState> {
  const named = importId(QUICK_CONNECT, id);
  return 'problem' in named ? { diagnostics: [badImportId(id, named.problem)] } : imported(named.instance, named.thing);
}

/** Each an id or an ARN. */
export function imported(instance: string, quickConnect: string): ImportResult<QuickConnectState> {
  const quickConnectId = bareId(QUICK_CONNECT, quickConnect);
  return { state: { ...EMPTY, instance_id: instance, quick_connect_id: quickConnectId, id: idWithin(instance, quickConnectId) } };
}

/** A `moved` block from `aws_connect_quick_connect`, which has one block for the three targets. Its version 6 always writes the Region. */
export function moveQuickConnect({ provider, type, state }: MoveSource): ImportResult<QuickConnectState> | undefined {
  if (!/\/hashicorp\/aws$/.test(provider) || type !== 'aws_connect_quick_connect') return undefined;
  const [instance, quickConnect] = [textOf(state, 'instance_id') ?? '', textOf(state, 'quick_connect_id') ?? ''];
  const [config] = listOf(state['quick_connect_config']);
  const [user] = listOf(config?.['user_config']);
  const [queue] = listOf(config?.['queue_config']);
  const [phone] = listOf(config?.['phone_config']);
  const flow = (block: Values): string => textOf(block, 'contact_flow_id') ?? '';
  return {
    state: {
      ...EMPTY,
      instance_id: instance,
      quick_connect_id: quickConnect,
      id: idWithin(instance, quickConnect),
      region: textOf(state, 'region'),
      name: textOf(state, 'name') ?? '',
      description: textOf(state, 'description'),
      tags: mapOf(state['tags']),
      tags_all: mapOf(state['tags_all']),
      arn: textOf(state, 'arn'),
      user_config: user ? [{ user_id: textOf(user, 'user_id') ?? '', contact_flow_id: flow(user) }] : [],
      queue_config: queue ? [{ queue_id: textOf(queue, 'queue_id') ?? '', contact_flow_id: flow(queue) }] : [],
      phone_config: phone ? [{ phone_number: textOf(phone, 'phone_number') ?? '' }] : [],
    },
  };
}
