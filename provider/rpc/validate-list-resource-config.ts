import { ValidateListResourceConfig_Request, ValidateListResourceConfig_Response } from '../proto/gen/tfplugin6';
import { checkConfig } from './check-config';
import { unary } from './unary';

export const validateListResourceConfig = unary({
  name: 'ValidateListResourceConfig',
  request: ValidateListResourceConfig_Request,
  response: ValidateListResourceConfig_Response,
  handle: (request, call) => {
    const { listResource, shape } = call.instance.listResource(request.typeName);
    const config = call.decodeObject(shape, request.config);
    return { diagnostics: call.tell([...checkConfig(shape.schema, config), ...(listResource.validate?.(config) ?? [])], shape) };
  },
  failed: (diagnostics) => ({ diagnostics }),
});
