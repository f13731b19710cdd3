import { StopProvider_Request, StopProvider_Response } from '../proto/gen/tfplugin6';
import { unary } from './unary';

/** The user pressed Ctrl-C: running requests are told, and still give their own answers. */
export const stopProvider = unary({
  name: 'StopProvider',
  request: StopProvider_Request,
  response: StopProvider_Response,
  handle: (_request, { instance }) => {
    instance.stop();
    return { Error: '' };
  },
  failed: (diagnostics) => ({ Error: diagnostics.map(({ detail }) => detail).join('\n') }),
});
