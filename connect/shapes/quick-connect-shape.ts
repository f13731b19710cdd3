import type { QuickConnect as WireQuickConnect } from '@aws-sdk/client-connect';
import type { QuickConnect } from '../model';
import { bareId } from './ids';
import { present } from './incomplete-answer';

/** @throws IncompleteAnswer */
export function quickConnectOf(wire: WireQuickConnect): QuickConnect {
  const userId = wire.QuickConnectConfig?.UserConfig?.UserId;
  return {
    id: present(wire.QuickConnectId, 'QuickConnect.QuickConnectId'),
    arn: present(wire.QuickConnectARN, 'QuickConnect.QuickConnectARN'),
    name: present(wire.Name, 'QuickConnect.Name'),
    type: present(wire.QuickConnectConfig?.QuickConnectType, 'QuickConnect.QuickConnectConfig.QuickConnectType'),
    ...(userId && { userId: bareId(userId) }),
  };
}
