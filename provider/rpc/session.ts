import { methods, streaming, unary } from './rpc';

export const configureProvider = unary(methods.configureProvider, async (request, call) => {
  const { shape } = call.instance;
  const config = call.decodeObject(shape, request.config);
  const diagnostics = await call.instance.configure(config, request.terraformVersion, call.cancellation.signal);
  return { diagnostics: call.tell(diagnostics, shape) };
});

/** The user pressed Ctrl-C: running requests are told, and still give their own answers. */
export const stopProvider = streaming(
  methods.stopProvider,
  (_request, { instance }, send) => {
    instance.stop();
    return send({ Error: '' });
  },
  (diagnostics) => ({ Error: diagnostics.map(({ detail }) => detail).join('\n') }),
);
