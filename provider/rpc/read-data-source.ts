import { hasErrors } from '../../custom-resources/contract/diagnostic';
import { ReadDataSource_Request, ReadDataSource_Response } from '../proto/gen/tfplugin6';
import { unary } from './unary';

export const readDataSource = unary({
  name: 'ReadDataSource',
  request: ReadDataSource_Request,
  response: ReadDataSource_Response,
  handle: async (request, call) => {
    const { dataSource, shape } = call.instance.dataSource(request.typeName);
    const config = call.decodeObject(shape, request.config);
    const { state, diagnostics = [] } = await dataSource.read(config, call.context());
    if (!state && !hasErrors(diagnostics)) throw new Error('read returned neither a state nor an error');
    return { state: shape.encode(state), diagnostics: call.tell(diagnostics, shape) };
  },
  failed: (diagnostics) => ({ state: undefined, diagnostics }),
});
