import type { Schema } from '../../custom-resources/contract/schema';
import { encodeSchema } from '../codec/protocol-schema';
import { GetProviderSchema_Request, GetProviderSchema_Response } from '../proto/gen/tfplugin6';
import { SERVER_CAPABILITIES } from './capabilities';
import { unary } from './unary';

const encodeSchemas = (things: readonly { readonly type: string; readonly schema: Schema }[]) =>
  Object.fromEntries(things.map(({ type, schema }) => [type, encodeSchema(schema)]));

export const getProviderSchema = unary({
  name: 'GetProviderSchema',
  request: GetProviderSchema_Request,
  response: GetProviderSchema_Response,
  handle: (_request, { instance: { definition } }) => ({
    provider: encodeSchema(definition.schema),
    resourceSchemas: encodeSchemas(definition.resources),
    dataSourceSchemas: encodeSchemas(definition.dataSources),
    listResourceSchemas: encodeSchemas(definition.listResources),
    serverCapabilities: SERVER_CAPABILITIES,
    diagnostics: [],
  }),
  failed: (diagnostics) => ({
    provider: undefined,
    resourceSchemas: {},
    dataSourceSchemas: {},
    listResourceSchemas: {},
    serverCapabilities: SERVER_CAPABILITIES,
    diagnostics,
  }),
});
