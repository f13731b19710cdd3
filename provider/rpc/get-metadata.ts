import { GetMetadata_Request, GetMetadata_Response } from '../proto/gen/tfplugin6';
import { SERVER_CAPABILITIES } from './capabilities';
import { unary } from './unary';

const metadata = (
  resources: readonly string[],
  dataSources: readonly string[],
  listResources: readonly string[],
): GetMetadata_Response => ({
  serverCapabilities: SERVER_CAPABILITIES,
  resources: resources.map((typeName) => ({ typeName })),
  dataSources: dataSources.map((typeName) => ({ typeName })),
  listResources: listResources.map((typeName) => ({ typeName })),
  diagnostics: [],
});

export const getMetadata = unary({
  name: 'GetMetadata',
  request: GetMetadata_Request,
  response: GetMetadata_Response,
  handle: (_request, { instance: { definition } }) =>
    metadata(
      definition.resources.map(({ type }) => type),
      definition.dataSources.map(({ type }) => type),
      definition.listResources.map(({ type }) => type),
    ),
  failed: (diagnostics) => ({ ...metadata([], [], []), diagnostics }),
});
