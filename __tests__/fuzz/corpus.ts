import { dataSources, listResources, providerSchema, resources } from '../../custom-resources';
import type { Values } from '../../custom-resources/contract/value';
import { encodeValue } from '../support/provider/codec';
import * as proto from '../../provider/proto/gen/tfplugin6';
import type { Message } from '../../provider/rpc/rpc';
import { dynamic } from '../support/provider/client';
import { configured, IDS } from './declarations';
import type { Dice } from './dice';

const NONE = new Uint8Array();

export const identityBytes = (attributes: object, texts: Values): Uint8Array =>
  encodeValue(['object', Object.fromEntries(Object.keys(attributes).map((name) => [name, 'string']))], texts);

/** The right requests of every RPC, in bytes, to make wrong ones of. */
export function corpusOf(dice: Dice, configuration: Values): readonly { readonly rpc: string; readonly bytes: Uint8Array }[] {
  const of = <T>(rpc: string, message: Message<T>, request: T) => ({ rpc, bytes: message.encode(request).finish() });
  const json = Buffer.from('{"id":"x","name":"n"}');
  return [
    ...['GetMetadata', 'GetProviderSchema', 'GetResourceIdentitySchemas', 'GetFunctions', 'StopProvider'].map((rpc) => ({
      rpc,
      bytes: NONE,
    })),
    of('ValidateProviderConfig', proto.ValidateProviderConfig_Request, { config: dynamic(providerSchema, configuration) }),
    ...dataSources.flatMap(({ type: typeName, schema }) => {
      const config = dynamic(schema, configured(dice, typeName, schema, false));
      return [
        of('ValidateDataResourceConfig', proto.ValidateDataResourceConfig_Request, { typeName, config }),
        of('ReadDataSource', proto.ReadDataSource_Request, { typeName, config }),
      ];
    }),
    ...listResources.flatMap(({ type: typeName, schema }) => {
      const config = dynamic(schema, configured(dice, typeName, schema, false));
      return [
        of('ValidateListResourceConfig', proto.ValidateListResourceConfig_Request, { typeName, config }),
        of('ListResource', proto.ListResource_Request, { typeName, config, includeResourceObject: dice.chance(50), limit: dice.below(3) }),
      ];
    }),
    ...resources.flatMap(({ type: typeName, schema, identity: { attributes } }) => {
      const texts = Object.fromEntries(Object.keys(attributes).map((name) => [name, dice.pick(IDS)]));
      const identity = { identityData: { msgpack: identityBytes(attributes, texts) } };
      const config = dynamic(schema, configured(dice, typeName, schema, false));
      const none = dynamic(schema, null);
      const kept = Buffer.from('{"$planned":true,"made":true}');
      return [
        of('ValidateResourceConfig', proto.ValidateResourceConfig_Request, { typeName, config, clientCapabilities: undefined }),
        of('UpgradeResourceState', proto.UpgradeResourceState_Request, { typeName, version: 0, rawState: { json } }),
        of('UpgradeResourceIdentity', proto.UpgradeResourceIdentity_Request, {
          typeName,
          version: 0,
          rawIdentity: { json: Buffer.from(JSON.stringify(texts)) },
        }),
        of('ImportResourceState', proto.ImportResourceState_Request, { typeName, id: '', identity }),
        of('MoveResourceState', proto.MoveResourceState_Request, {
          targetTypeName: typeName,
          sourceTypeName: 'aws_connect_user',
          sourceProviderAddress: 'registry.terraform.io/hashicorp/aws',
          sourceSchemaVersion: 0,
          sourceState: { json },
        }),
        of('ImportResourceState', proto.ImportResourceState_Request, { typeName, id: `${dice.pick(IDS)}/${dice.pick(IDS)}` }),
        of('ReadResource', proto.ReadResource_Request, { typeName, currentState: config, private: kept, currentIdentity: identity }),
        of('PlanResourceChange', proto.PlanResourceChange_Request, {
          typeName,
          priorState: dice.pick([none, config]),
          proposedNewState: config,
          config,
          priorPrivate: kept,
          priorIdentity: identity,
        }),
        of('ApplyResourceChange', proto.ApplyResourceChange_Request, {
          typeName,
          priorState: dice.pick([none, config]),
          plannedState: dice.pick([none, config]),
          config,
          plannedPrivate: kept,
          plannedIdentity: identity,
        }),
      ];
    }),
  ];
}
