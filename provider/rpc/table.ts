/**
 * The RPCs of Terraform's plugin protocol 6 that this provider answers, in bytes. Knows protobuf, the
 * codec and the contract of custom resources; knows nothing of sockets and processes.
 */
import type { Host, ProviderDefinition } from '../../custom-resources/contract/provider';
import type { TerraformCommand } from '../plugin/terraform-command';
import type { Handler } from '../plugin/transport';
import { ProviderDefinition as Protocol } from '../proto/gen/tfplugin6';
import { applyResourceChange } from './apply-resource-change';
import { importResourceState } from './import-resource-state';
import { Instance } from './instance';
import { listResource } from './list-resource';
import { moveResourceState } from './move-resource-state';
import { planResourceChange } from './plan-resource-change';
import { readDataSource } from './read-data-source';
import { readResource } from './read-resource';
import type { Rpc } from './rpc';
import { getFunctions, getMetadata, getProviderSchema, getResourceIdentitySchemas } from './schemas';
import { configureProvider, stopProvider } from './session';
import { upgradeResourceIdentity, upgradeResourceState } from './upgrade';
import { validateDataResourceConfig, validateListResourceConfig, validateProviderConfig, validateResourceConfig } from './validate';

const RPCS: Readonly<Record<keyof typeof Protocol.methods, Rpc>> = {
  getMetadata,
  getProviderSchema,
  getResourceIdentitySchemas,
  getFunctions,
  validateProviderConfig,
  validateResourceConfig,
  validateDataResourceConfig,
  validateListResourceConfig,
  configureProvider,
  upgradeResourceState,
  upgradeResourceIdentity,
  moveResourceState,
  importResourceState,
  readResource,
  planResourceChange,
  applyResourceChange,
  readDataSource,
  listResource,
  stopProvider,
};

/** A provider of its own, not configured yet: its RPCs by gRPC path. */
export function openProvider(
  definition: ProviderDefinition,
  log: Host['log'],
  command: () => TerraformCommand,
): ReadonlyMap<string, Handler> {
  const instance = new Instance(definition, log, command);
  return new Map(Object.values(RPCS).map((rpc) => [`/${Protocol.fullName}/${rpc.name}`, rpc.bind(instance)]));
}
