import { ConfigureProvider_Request, ConfigureProvider_Response } from '../proto/gen/tfplugin6';
import { unary } from './unary';

export const configureProvider = unary({
  name: 'ConfigureProvider',
  request: ConfigureProvider_Request,
  response: ConfigureProvider_Response,
  handle: async (request, call) => {
    const { shape } = call.instance;
    const config = call.decodeObject(shape, request.config);
    const diagnostics = await call.instance.configure(config, request.terraformVersion);
    return { diagnostics: call.tell(diagnostics, shape) };
  },
  failed: (diagnostics) => ({ diagnostics }),
});
