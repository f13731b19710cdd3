import { hasErrors } from '../../custom-resources/contract/diagnostic';
import { encodePrivate } from './private-data';
import { methods, unary } from './rpc';

/** By id, or by identity. What is imported by its id may not be known by more than a name yet: the read that follows identifies it. */
export const importResourceState = unary(methods.importResourceState, ({ typeName, id, identity: encoded }, call) => {
  const { resource, shape, identity } = call.instance.resource(typeName);
  const given = identity.given(encoded);
  const problems = given ? identity.problems(given) : [];
  if (hasErrors(problems)) return { importedResources: [], diagnostics: call.tell(problems) };
  const { state, private: data = {}, diagnostics = [] } = given ? resource.identity.importState(given) : resource.importState(id);
  if (hasErrors(diagnostics)) return { importedResources: [], diagnostics: call.tell(diagnostics) };
  if (!state) throw new Error('importState returned neither a state nor an error');
  const imported = {
    typeName,
    state: shape.encode(state),
    private: encodePrivate({ data, imported: true }),
    identity: given && identity.ofState(state),
  };
  return { importedResources: [imported], diagnostics: call.tell(diagnostics) };
});
