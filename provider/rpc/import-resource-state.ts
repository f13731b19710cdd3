import { hasErrors } from '../../custom-resources/contract/diagnostic';
import { ImportResourceState_Request, ImportResourceState_Response } from '../proto/gen/tfplugin6';
import { encodePrivate } from './private-data';
import { unary } from './unary';

export const importResourceState = unary({
  name: 'ImportResourceState',
  request: ImportResourceState_Request,
  response: ImportResourceState_Response,
  handle: ({ typeName, id }, call) => {
    const { resource, shape } = call.instance.resource(typeName);
    const { state, private: data = {}, diagnostics = [] } = resource.importState(id);
    if (hasErrors(diagnostics)) return { importedResources: [], diagnostics: call.tell(diagnostics) };
    if (!state) throw new Error('importState returned neither a state nor an error');
    return {
      importedResources: [{ typeName, state: shape.encode(state), private: encodePrivate(data, true) }],
      diagnostics: call.tell(diagnostics),
    };
  },
  failed: (diagnostics) => ({ importedResources: [], diagnostics }),
});
