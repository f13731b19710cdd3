import type { QuickConnect as WireQuickConnect, QuickConnectConfig, QuickConnectSummary } from '@aws-sdk/client-connect';
import type { ListedQuickConnect, QuickConnectSettings, QuickConnectTarget } from '../gateway';
import { type Fields, read } from './fields';
import { LISTED } from './listed-shape';
import { idOf, optionalId, optionalStructure, optionalText, optionalTime, structure, text, texts } from './members';

const SETTINGS: Fields<Omit<QuickConnectSettings, 'type' | 'userId' | 'target'>, WireQuickConnect> = {
  id: ['QuickConnectId', idOf],
  arn: ['QuickConnectARN', text],
  name: ['Name', text],
  description: ['Description', optionalText],
  tags: ['Tags', texts],
  lastModified: ['LastModifiedTime', optionalTime],
};

/** @throws IncompleteAnswer */
export function quickConnectOf(wire: WireQuickConnect | undefined, member = 'QuickConnect'): QuickConnectSettings {
  const settings = read(SETTINGS, wire, member);
  const config = structure(wire?.QuickConnectConfig, `${member}.QuickConnectConfig`);
  return { ...settings, type: text(config.QuickConnectType, `${member}.QuickConnectType`), ...targetOf(config, member) };
}

function targetOf(config: QuickConnectConfig, member: string): Pick<QuickConnectSettings, 'userId' | 'target'> {
  const user = optionalStructure(config.UserConfig, `${member}.UserConfig`);
  const queue = optionalStructure(config.QueueConfig, `${member}.QueueConfig`);
  const phone = optionalStructure(config.PhoneConfig, `${member}.PhoneConfig`);
  const userId = optionalId(user?.UserId, `${member}.UserId`);
  const queueId = optionalId(queue?.QueueId, `${member}.QueueId`);
  const contactFlowId = optionalId((user ?? queue)?.ContactFlowId, `${member}.ContactFlowId`);
  const phoneNumber = optionalText(phone?.PhoneNumber, `${member}.PhoneNumber`);
  if (userId && contactFlowId) return { userId, target: { type: 'USER', userId, contactFlowId } };
  if (queueId && contactFlowId) return { userId, target: { type: 'QUEUE', queueId, contactFlowId } };
  return { userId, target: phoneNumber === undefined ? undefined : { type: 'PHONE_NUMBER', phoneNumber } };
}

export function wireTargetOf(target: QuickConnectTarget): QuickConnectConfig {
  switch (target.type) {
    case 'USER':
      return { QuickConnectType: 'USER', UserConfig: { UserId: target.userId, ContactFlowId: target.contactFlowId } };
    case 'QUEUE':
      return { QuickConnectType: 'QUEUE', QueueConfig: { QueueId: target.queueId, ContactFlowId: target.contactFlowId } };
    case 'PHONE_NUMBER':
      return { QuickConnectType: 'PHONE_NUMBER', PhoneConfig: { PhoneNumber: target.phoneNumber } };
  }
}

const LISTED_QUICK_CONNECT: Fields<ListedQuickConnect, QuickConnectSummary> = {
  ...LISTED,
  type: ['QuickConnectType', optionalText],
  lastModified: ['LastModifiedTime', optionalTime],
};

/** @throws IncompleteAnswer */
export const listedQuickConnectOf = (wire: QuickConnectSummary, member: string): ListedQuickConnect =>
  read(LISTED_QUICK_CONNECT, wire, member);
