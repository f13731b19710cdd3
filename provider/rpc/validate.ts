import type { Diagnostic } from '../../custom-resources/contract/diagnostic';
import type { Values } from '../../custom-resources/contract/value';
import type { DynamicValue } from '../proto/gen/tfplugin6';
import type { Call } from './call';
import { checkConfig, checkWriteOnly, isComplete } from './check-config';
import { methods, unary } from './rpc';
import type { Shape } from './shape';

interface Request {
  readonly config: DynamicValue | undefined;
}

interface Rules {
  validate?(config: Values, evaluated?: boolean): readonly Diagnostic[];
}

/** What is wrong with a configuration by its schema, and by rules beyond it, which may count on all that the schema requires. */
function problemsOf({ config: encoded }: Request, shape: Shape, rules: Rules, call: Call, storesWriteOnly = false) {
  const config = call.decodeObject(shape, encoded);
  const diagnostics = [
    ...(storesWriteOnly ? checkWriteOnly(shape.schema, config) : []),
    ...checkConfig(shape.schema, config),
    ...((isComplete(shape.schema, config) && rules.validate?.(config, call.instance.isConfigured)) || []),
  ];
  return { diagnostics: call.tell(diagnostics, shape) };
}

export const validateProviderConfig = unary(methods.validateProviderConfig, (request, call) =>
  problemsOf(request, call.instance.shape, call.instance.definition, call),
);

export const validateResourceConfig = unary(methods.validateResourceConfig, (request, call) => {
  const { resource, shape } = call.instance.resource(request.typeName);
  return problemsOf(request, shape, resource, call, !request.clientCapabilities?.writeOnlyAttributesAllowed);
});

export const validateDataResourceConfig = unary(methods.validateDataResourceConfig, (request, call) => {
  const { dataSource, shape } = call.instance.dataSource(request.typeName);
  return problemsOf(request, shape, dataSource, call);
});

export const validateListResourceConfig = unary(methods.validateListResourceConfig, (request, call) => {
  const { listResource, shape } = call.instance.listResource(request.typeName);
  return problemsOf(request, shape, listResource, call);
});
