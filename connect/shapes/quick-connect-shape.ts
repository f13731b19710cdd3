import type { QuickConnect as WireQuickConnect, QuickConnectConfig, QuickConnectSummary } from '@aws-sdk/client-connect';
import type { ListedQuickConnect, QuickConnectSettings, QuickConnectTarget } from '../model';
import { idIn } from './ids';
import { listedOf } from './listed-shape';
import { idOf, optionalStructure, optionalText, optionalTime, structure, text, texts } from './members';

/** @throws IncompleteAnswer */
export function quickConnectOf(wire: WireQuickConnect | undefined, member = 'QuickConnect'): QuickConnectSettings {
  const { QuickConnectId, QuickConnectARN, Name, Description, QuickConnectConfig, Tags, LastModifiedTime } = structure(wire, member);
  const config = structure(QuickConnectConfig, `${member}.QuickConnectConfig`);
  const userId = optionalText(optionalStructure(config.UserConfig, `${member}.UserConfig`)?.UserId, `${member}.UserId`);
  const description = optionalText(Description, `${member}.Description`);
  const target = targetOf(config, member);
  const lastModified = optionalTime(LastModifiedTime, `${member}.LastModifiedTime`);
  return {
    id: idOf(QuickConnectId, `${member}.QuickConnectId`),
    arn: text(QuickConnectARN, `${member}.QuickConnectARN`),
    name: text(Name, `${member}.Name`),
    type: text(config.QuickConnectType, `${member}.QuickConnectType`),
    tags: texts(Tags, `${member}.Tags`),
    ...(userId !== undefined && { userId: idIn(userId) }),
    ...(description !== undefined && { description }),
    ...(target && { target }),
    ...(lastModified !== undefined && { lastModified }),
  };
}

function targetOf(config: QuickConnectConfig, member: string): QuickConnectTarget | undefined {
  const user = optionalStructure(config.UserConfig, `${member}.UserConfig`);
  const queue = optionalStructure(config.QueueConfig, `${member}.QueueConfig`);
  const phone = optionalStructure(config.PhoneConfig, `${member}.PhoneConfig`);
  const [userId, queueId] = [optionalText(user?.UserId, `${member}.UserId`), optionalText(queue?.QueueId, `${member}.QueueId`)];
  const contactFlowId = optionalText((user ?? queue)?.ContactFlowId, `${member}.ContactFlowId`);
  const phoneNumber = optionalText(phone?.PhoneNumber, `${member}.PhoneNumber`);
  if (userId !== undefined && contactFlowId !== undefined)
    return { type: 'USER', userId: idIn(userId), contactFlowId: idIn(contactFlowId) };
  if (queueId !== undefined && contactFlowId !== undefined)
    return { type: 'QUEUE', queueId: idIn(queueId), contactFlowId: idIn(contactFlowId) };
  return phoneNumber === undefined ? undefined : { type: 'PHONE_NUMBER', phoneNumber };
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

/** @throws IncompleteAnswer */
export function listedQuickConnectOf(wire: QuickConnectSummary | undefined, member: string): ListedQuickConnect {
  const listed = listedOf(wire, member);
  const type = optionalText(wire?.QuickConnectType, `${member}.QuickConnectType`);
  const lastModified = optionalTime(wire?.LastModifiedTime, `${member}.LastModifiedTime`);
  return { ...listed, ...(type !== undefined && { type }), ...(lastModified !== undefined && { lastModified }) };
}
