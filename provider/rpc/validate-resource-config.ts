import { ValidateResourceConfig_Request, ValidateResourceConfig_Response } from '../proto/gen/tfplugin6';
import { checkConfig } from './check-config';
import { checkWriteOnly } from './check-write-only';
import { unary } from './unary';

export const validateResourceConfig = unary({
  name: 'ValidateResourceConfig',
  request: ValidateResourceConfig_Request,
  response: ValidateResourceConfig_Response,
  handle: (request, call) => {
    const { resource, shape } = call.instance.resource(request.typeName);
    const config = call.decodeObject(shape, request.config);
    const diagnostics = [
      ...(request.clientCapabilities?.writeOnlyAttributesAllowed ? [] : checkWriteOnly(shape.schema, config)),
      ...checkConfig(shape.schema, config),
      ...(resource.validate?.(config) ?? []),
    ];
    return { diagnostics: call.tell(diagnostics, shape) };
  },
  failed: (diagnostics) => ({ diagnostics }),
});
