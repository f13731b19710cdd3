import { GetResourceIdentitySchemas_Request, GetResourceIdentitySchemas_Response } from '../proto/gen/tfplugin6';
import { unary } from './unary';

export const getResourceIdentitySchemas = unary({
  name: 'GetResourceIdentitySchemas',
  request: GetResourceIdentitySchemas_Request,
  response: GetResourceIdentitySchemas_Response,
  handle: (_request, { instance }) => ({
    identitySchemas: Object.fromEntries(instance.definition.resources.map(({ type }) => [type, instance.resource(type).identity.schema()])),
    diagnostics: [],
  }),
  failed: (diagnostics) => ({ identitySchemas: {}, diagnostics }),
});
