/**
 * The RPCs of Terraform's plugin protocol 6 that this provider answers, in bytes. Knows protobuf, the
 * codec and the contract of custom resources; knows nothing of sockets and processes.
 */
import { applyResourceChange } from './apply-resource-change';
import { configureProvider } from './configure-provider';
import { getFunctions } from './get-functions';
import { getMetadata } from './get-metadata';
import { getProviderSchema } from './get-provider-schema';
import { importResourceState } from './import-resource-state';
import { Instance } from './instance';
import { moveResourceState } from './move-resource-state';
import { planResourceChange } from './plan-resource-change';
import { readDataSource } from './read-data-source';
import { readResource } from './read-resource';
import { stopProvider } from './stop-provider';
import type { Unary } from './unary';
import { upgradeResourceState } from './upgrade-resource-state';
import { validateDataResourceConfig } from './validate-data-resource-config';
import { validateProviderConfig } from './validate-provider-config';
import { validateResourceConfig } from './validate-resource-config';
import type { Host, ProviderDefinition } from '../../custom-resources/contract/provider';
import type { TerraformCommand } from '../plugin/terraform-command';

const RPCS = [
  getMetadata,
  getProviderSchema,
  getFunctions,
  validateProviderConfig,
  validateResourceConfig,
  validateDataResourceConfig,
  configureProvider,
  upgradeResourceState,
  moveResourceState,
  importResourceState,
  readResource,
  planResourceChange,
  applyResourceChange,
  readDataSource,
  stopProvider,
];

/** By gRPC path. */
export type RpcTable = ReadonlyMap<string, Unary>;

/** A provider of its own, not configured yet. */
export function openProvider(definition: ProviderDefinition, log: Host['log'], command: () => TerraformCommand): RpcTable {
  const instance = new Instance(definition, log, command);
  return new Map(RPCS.map((rpc) => [`/tfplugin6.Provider/${rpc.name}`, rpc.bind(instance)]));
}
