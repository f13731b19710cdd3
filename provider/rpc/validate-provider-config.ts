import { ValidateProviderConfig_Request, ValidateProviderConfig_Response } from '../proto/gen/tfplugin6';
import { checkConfig } from './check-config';
import { unary } from './unary';

export const validateProviderConfig = unary({
  name: 'ValidateProviderConfig',
  request: ValidateProviderConfig_Request,
  response: ValidateProviderConfig_Response,
  handle: (request, call) => {
    const { shape, definition } = call.instance;
    const config = call.decodeObject(shape, request.config);
    return { diagnostics: call.tell([...checkConfig(shape.schema, config), ...definition.validate(config)], shape) };
  },
  failed: (diagnostics) => ({ diagnostics }),
});
