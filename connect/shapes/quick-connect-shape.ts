import type { QuickConnect as WireQuickConnect } from '@aws-sdk/client-connect';
import type { QuickConnect } from '../model';
import { bareId } from './ids';
import { optionalStructure, optionalText, structure, text } from './members';

/** @throws IncompleteAnswer */
export function quickConnectOf(wire: WireQuickConnect, member = 'QuickConnect'): QuickConnect {
  const { QuickConnectId, QuickConnectARN, Name, QuickConnectConfig } = structure(wire, member);
  const config = structure(QuickConnectConfig, `${member}.QuickConnectConfig`);
  const userId = optionalText(optionalStructure(config.UserConfig, `${member}.UserConfig`)?.UserId, `${member}.UserId`);
  return {
    id: text(QuickConnectId, `${member}.QuickConnectId`),
    arn: text(QuickConnectARN, `${member}.QuickConnectARN`),
    name: text(Name, `${member}.Name`),
    type: text(config.QuickConnectType, `${member}.QuickConnectType`),
    ...(userId !== undefined && { userId: bareId(userId) }),
  };
}
