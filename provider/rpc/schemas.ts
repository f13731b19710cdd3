/** What Terraform asks before anything else: what there is, and how it is declared. */
import type { Schema } from '../../custom-resources/contract/schema';
import { encodeSchema } from '../codec/protocol-schema';
import type { ServerCapabilities } from '../proto/gen/tfplugin6';
import { methods, unary } from './rpc';

interface Typed {
  readonly type: string;
  readonly schema: Schema;
}

/** What Terraform may ask of us beyond the protocol's first version. */
const SERVER_CAPABILITIES: ServerCapabilities = {
  planDestroy: true,
  getProviderSchemaOptional: true,
  moveResourceState: true,
};

const names = (things: readonly Typed[]) => things.map(({ type }) => ({ typeName: type }));

export const getMetadata = unary(methods.getMetadata, (_request, { instance: { definition } }) => ({
  serverCapabilities: SERVER_CAPABILITIES,
  resources: names(definition.resources),
  dataSources: names(definition.dataSources),
  listResources: names(definition.listResources),
  diagnostics: [],
}));

const encodeSchemas = (things: readonly Typed[]) => Object.fromEntries(things.map(({ type, schema }) => [type, encodeSchema(schema)]));

export const getProviderSchema = unary(methods.getProviderSchema, (_request, { instance: { definition } }) => ({
  provider: encodeSchema(definition.schema),
  resourceSchemas: encodeSchemas(definition.resources),
  dataSourceSchemas: encodeSchemas(definition.dataSources),
  listResourceSchemas: encodeSchemas(definition.listResources),
  serverCapabilities: SERVER_CAPABILITIES,
  diagnostics: [],
}));

export const getResourceIdentitySchemas = unary(methods.getResourceIdentitySchemas, (_request, { instance }) => ({
  identitySchemas: Object.fromEntries(instance.definition.resources.map(({ type }) => [type, instance.resource(type).identity.schema()])),
  diagnostics: [],
}));

/** The provider has no functions; saying so spares Terraform an error. */
export const getFunctions = unary(methods.getFunctions, () => ({ diagnostics: [] }));
