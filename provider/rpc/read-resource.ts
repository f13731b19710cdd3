import { hasErrors, tellsOfLostConnection } from '../../custom-resources/contract/diagnostic';
import { ReadResource_Request, ReadResource_Response } from '../proto/gen/tfplugin6';
import { decodePrivate, encodePrivate } from './private-data';
import { unary } from './unary';

/**
 * A read that fails leaves state and private data as they were. Of a connection that is lost for all resources one
 * tells, and that is enough to end the command.
 */
export const readResource = unary({
  name: 'ReadResource',
  request: ReadResource_Request,
  response: ReadResource_Response,
  handle: async (request, call) => {
    const { resource, shape, identity } = call.instance.resource(request.typeName);
    const state = call.decodeObject(shape, request.currentState);
    const { data, imported } = decodePrivate(request.private);
    const seen = await resource.observe({ state, private: data, imported }, call.context());
    const { ledger } = call.instance;
    const lost = (seen.diagnostics ?? []).some(tellsOfLostConnection);
    const told = ledger.told('the connection is lost');
    const diagnostics = lost && told.size > 0 ? [] : call.tell(seen.diagnostics ?? [], shape);
    if (lost) told.add(request.typeName);
    if (hasErrors(seen.diagnostics ?? [])) {
      const { currentState: newState, currentIdentity: newIdentity, private: kept } = request;
      return { newState, newIdentity, private: kept, diagnostics };
    }
    if (seen.state) ledger.note(resource, { state: seen.state, private: seen.private ?? data });
    return {
      newState: seen.state === state ? request.currentState : shape.encode(seen.state),
      newIdentity: identity.ofState(seen.state, request.currentIdentity),
      private: encodePrivate(seen.private ?? data),
      diagnostics,
    };
  },
  failed: (diagnostics, request) => ({
    newState: request?.currentState,
    newIdentity: request?.currentIdentity,
    private: request?.private ?? new Uint8Array(),
    diagnostics,
  }),
});
