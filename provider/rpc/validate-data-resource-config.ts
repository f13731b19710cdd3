import { ValidateDataResourceConfig_Request, ValidateDataResourceConfig_Response } from '../proto/gen/tfplugin6';
import { checkConfig } from './check-config';
import { unary } from './unary';

export const validateDataResourceConfig = unary({
  name: 'ValidateDataResourceConfig',
  request: ValidateDataResourceConfig_Request,
  response: ValidateDataResourceConfig_Response,
  handle: (request, call) => {
    const { dataSource, shape } = call.instance.dataSource(request.typeName);
    const config = call.decodeObject(shape, request.config);
    const diagnostics = [...checkConfig(shape.schema, config), ...(dataSource.validate?.(config) ?? [])];
    return { diagnostics: call.tell(diagnostics, shape) };
  },
  failed: (diagnostics) => ({ diagnostics }),
});
