import { hasErrors } from '../../custom-resources/contract/diagnostic';
import type { ReadResource_Request } from '../proto/gen/tfplugin6';
import { brieflyIfToldBefore, notToldBefore } from './in-common';
import { decodePrivate, encodePrivate } from './private-data';
import { methods, unary } from './rpc';

/** What a read that fails leaves as it was. */
const asBefore = ({ currentState, currentIdentity, private: kept }: ReadResource_Request) => ({
  newState: currentState,
  newIdentity: currentIdentity,
  private: kept,
});

export const readResource = unary(
  methods.readResource,
  async (request, call) => {
    const { resource, shape, identity } = call.instance.resource(request.typeName);
    const { ledger } = call.instance;
    const state = call.decodeObject(shape, request.currentState);
    const { data, imported } = decodePrivate(request.private);
    const { diagnostics: found = [], ...seen } = await resource.observe({ state, private: data, imported }, call.context());
    // Terraform would plan what is imported and not read: to replace the user "" by the one that is declared.
    const toTell = imported ? brieflyIfToldBefore(found, ledger) : notToldBefore(found, ledger);
    const diagnostics = call.tell(toTell, shape);
    if (hasErrors(found)) return { ...asBefore(request), diagnostics };
    const after = seen.private ?? data;
    if (seen.state) ledger.note(resource, { state: seen.state, private: after });
    else ledger.noteGone(resource, state);
    return {
      newState: seen.state === state ? request.currentState : shape.encode(seen.state),
      newIdentity: identity.ofState(seen.state, request.currentIdentity),
      private: encodePrivate({ data: after }),
      diagnostics,
    };
  },
  asBefore,
);
