/**
 * The RPCs of Terraform's plugin protocol 6 that this provider answers, in bytes. Knows protobuf, the
 * codec and the contract of custom resources; knows nothing of sockets and processes.
 */
import { applyResourceChange } from './apply-resource-change';
import { configureProvider } from './configure-provider';
import { getFunctions } from './get-functions';
import { getMetadata } from './get-metadata';
import { getProviderSchema } from './get-provider-schema';
import { getResourceIdentitySchemas } from './get-resource-identity-schemas';
import { importResourceState } from './import-resource-state';
import { Instance } from './instance';
import { listResource } from './list-resource';
import { moveResourceState } from './move-resource-state';
import { planResourceChange } from './plan-resource-change';
import { readDataSource } from './read-data-source';
import { readResource } from './read-resource';
import { stopProvider } from './stop-provider';
import type { Streaming } from './streaming';
import type { Unary } from './unary';
import { upgradeResourceIdentity } from './upgrade-resource-identity';
import { upgradeResourceState } from './upgrade-resource-state';
import { validateDataResourceConfig } from './validate-data-resource-config';
import { validateListResourceConfig } from './validate-list-resource-config';
import { validateProviderConfig } from './validate-provider-config';
import { validateResourceConfig } from './validate-resource-config';
import type { Host, ProviderDefinition } from '../../custom-resources/contract/provider';
import type { TerraformCommand } from '../plugin/terraform-command';

const RPCS = [
  getMetadata,
  getProviderSchema,
  getResourceIdentitySchemas,
  getFunctions,
  validateProviderConfig,
  validateResourceConfig,
  validateDataResourceConfig,
  configureProvider,
  upgradeResourceState,
  upgradeResourceIdentity,
  moveResourceState,
  importResourceState,
  readResource,
  planResourceChange,
  applyResourceChange,
  readDataSource,
  validateListResourceConfig,
  stopProvider,
];

const STREAMING_RPCS = [listResource];

/** By gRPC path. */
export interface RpcTable {
  readonly unary: ReadonlyMap<string, Unary>;
  readonly streaming: ReadonlyMap<string, Streaming>;
}

/** A provider of its own, not configured yet. */
export function openProvider(definition: ProviderDefinition, log: Host['log'], command: () => TerraformCommand): RpcTable {
  const instance = new Instance(definition, log, command);
  const bound = <T>(rpcs: readonly { readonly name: string; bind(to: Instance): T }[]): ReadonlyMap<string, T> =>
    new Map(rpcs.map((rpc) => [`/tfplugin6.Provider/${rpc.name}`, rpc.bind(instance)]));
  return { unary: bound(RPCS), streaming: bound(STREAMING_RPCS) };
}
