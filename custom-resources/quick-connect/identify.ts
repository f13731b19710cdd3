import type { Identity } from '../contract/ledger';
import type { ImportResult, MoveSource, ResourceIdentity } from '../contract/resource';
import { isUnknown, type PlannedState } from '../contract/value';
import { IN_INSTANCE, identifiedInRegion } from '../identity/identified-by';
import { theQuickConnect, theQuickConnectName } from '../identity/things';
import { bareId, idWithin, INSTANCE, QUICK_CONNECT } from '../values/identifiers';
import { importId } from '../values/import-id';
import { isFromAws, listOf, nothingKnown, sameNamed } from '../values/other-state';
import { badImportId } from './diagnostics';
import { type QuickConnectState, schema, TARGETS } from './schema';

/** A name can be there once in an instance; which quick connect has it is known once it is made. */
export function identify({ instance_id: instance, name, quick_connect_id: id }: PlannedState<QuickConnectState>): readonly Identity[] {
  if (isUnknown(instance)) return [];
  const instanceId = bareId(INSTANCE, instance);
  return [
    ...(isUnknown(name) ? [] : [{ thing: theQuickConnectName(instanceId, name), path: ['name'] }]),
    ...(typeof id === 'string' ? [{ thing: theQuickConnect(instanceId, id) }] : []),
  ];
}

/** `INSTANCE:QUICK_CONNECT`, as `aws_connect_quick_connect` takes it, or the ARN of the quick connect. */
export function importState(id: string): ImportResult<QuickConnectState> {
  const named = importId(QUICK_CONNECT, id);
  return 'problem' in named ? { diagnostics: [badImportId(id, named.problem)] } : imported(named.instance, named.thing);
}

/** Each an id or an ARN. */
function imported(instance: string, quickConnect: string): ImportResult<QuickConnectState> {
  const quickConnectId = bareId(QUICK_CONNECT, quickConnect);
  const nothing = nothingKnown<QuickConnectState>(schema);
  return { state: { ...nothing, instance_id: instance, quick_connect_id: quickConnectId, id: idWithin(instance, quickConnectId) } };
}

export const identity: ResourceIdentity<QuickConnectState> = identifiedInRegion<QuickConnectState>(
  { ...IN_INSTANCE, quick_connect_id: { kind: QUICK_CONNECT, from: 'quick_connect_id' } },
  imported,
);

/** A `moved` block from `aws_connect_quick_connect`, which has one block for the three targets. Its version 6 always writes the Region. */
export function moveQuickConnect(source: MoveSource): ImportResult<QuickConnectState> | undefined {
  if (!isFromAws(source, 'aws_connect_quick_connect')) return undefined;
  const { state } = source;
  const same = sameNamed<QuickConnectState>(schema.attributes, state);
  const [config] = listOf(state['quick_connect_config']);
  const targets = TARGETS.map((name) => {
    const [block] = listOf(config?.[name]);
    return [name, block ? [sameNamed(schema.blocks[name].attributes, block)] : []];
  });
  return {
    state: {
      ...nothingKnown<QuickConnectState>(schema),
      ...same,
      id: idWithin(same.instance_id, same.quick_connect_id ?? ''),
      ...(Object.fromEntries(targets) as Pick<QuickConnectState, (typeof TARGETS)[number]>),
    },
  };
}
