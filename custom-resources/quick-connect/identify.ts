import type { Identity } from '../contract/ledger';
import type { ResourceIdentity } from '../contract/resource';
import { isUnknown, type PlannedState } from '../contract/value';
import { IN_INSTANCE, identifiedInRegion } from '../identity/identified-by';
import { theQuickConnect } from '../quick-connects/ids';
import { bareId, INSTANCE, QUICK_CONNECT } from '../values/identifiers';
import { imported } from './import';
import type { QuickConnectState } from './schema';

/** A name can be there once in an instance; which quick connect has it is known once it is made. */
export function identify({ instance_id: instance, name, quick_connect_id: id }: PlannedState<QuickConnectState>): readonly Identity[] {
  if (isUnknown(instance)) return [];
  const instanceId = bareId(INSTANCE, instance);
  return [
    ...(isUnknown(name) ? [] : [{ thing: theName(instanceId, name), path: ['name'] }]),
    ...(typeof id === 'string' ? [{ thing: theQuickConnect(instanceId, id) }] : []),
  ];
}

export const theName = (instanceId: string, name: string): string => `the quick connect name "${name}" of the instance ${instanceId}`;

export const identity: ResourceIdentity<QuickConnectState> = identifiedInRegion<QuickConnectState>(
  { ...IN_INSTANCE, quick_connect_id: { kind: QUICK_CONNECT, from: 'quick_connect_id' } },
  imported,
);
