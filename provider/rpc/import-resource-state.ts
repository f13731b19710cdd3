import { hasErrors } from '../../custom-resources/contract/diagnostic';
import { ImportResourceState_Request, ImportResourceState_Response } from '../proto/gen/tfplugin6';
import { encodeDiagnostics } from './diagnostics';
import { encodePrivate } from './private-data';
import { unary } from './unary';

export const importResourceState = unary({
  name: 'ImportResourceState',
  request: ImportResourceState_Request,
  response: ImportResourceState_Response,
  handle: ({ typeName, id }, { instance }) => {
    const { resource, shape } = instance.resource(typeName);
    const { state, private: data = {}, diagnostics = [] } = resource.importState(id);
    if (hasErrors(diagnostics)) return { importedResources: [], diagnostics: encodeDiagnostics(diagnostics) };
    if (!state) throw new Error('importState returned neither a state nor an error');
    return {
      importedResources: [{ typeName, state: shape.encode(state), private: encodePrivate(data, true) }],
      diagnostics: encodeDiagnostics(diagnostics),
    };
  },
  failed: (diagnostics) => ({ importedResources: [], diagnostics }),
});
