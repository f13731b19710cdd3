import type { QuickConnect as WireQuickConnect, QuickConnectSummary } from '@aws-sdk/client-connect';
import type { ListedQuickConnect, QuickConnect } from '../model';
import { bareId } from './ids';
import { listedOf } from './listed-shape';
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

/** @throws IncompleteAnswer */
export function listedQuickConnectOf(wire: QuickConnectSummary | undefined, member: string): ListedQuickConnect {
  const listed = listedOf(wire, member);
  const type = optionalText(wire?.QuickConnectType, `${member}.QuickConnectType`);
  return { ...listed, ...(type !== undefined && { type }) };
}
