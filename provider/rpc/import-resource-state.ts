import { hasErrors } from '../../custom-resources/contract/diagnostic';
import { ImportResourceState_Request, ImportResourceState_Response } from '../proto/gen/tfplugin6';
import { encodePrivate } from './private-data';
import { unary } from './unary';

/** By id, or by identity. What is imported by its id may not be known by more than a name yet: the read that follows identifies it. */
export const importResourceState = unary({
  name: 'ImportResourceState',
  request: ImportResourceState_Request,
  response: ImportResourceState_Response,
  handle: ({ typeName, id, identity }, call) => {
    const type = call.instance.resource(typeName);
    const { resource, shape } = type;
    const given = type.identity.given(identity);
    const problems = given ? type.identity.problems(given) : [];
    if (hasErrors(problems)) return { importedResources: [], diagnostics: call.tell(problems) };
    const { state, private: data = {}, diagnostics = [] } = given ? resource.identity.importState(given) : resource.importState(id);
    if (hasErrors(diagnostics)) return { importedResources: [], diagnostics: call.tell(diagnostics) };
    if (!state) throw new Error('importState returned neither a state nor an error');
    return {
      importedResources: [
        {
          typeName,
          state: shape.encode(state),
          private: encodePrivate(data, true),
          identity: given && type.identity.ofState(state),
        },
      ],
      diagnostics: call.tell(diagnostics),
    };
  },
  failed: (diagnostics) => ({ importedResources: [], diagnostics }),
});
