import { hasErrors } from '../../custom-resources/contract/diagnostic';
import type { PrivateData, Values } from '../../custom-resources/contract/value';
import type { ApplyResourceChange_Request, ApplyResourceChange_Response } from '../proto/gen/tfplugin6';
import type { Call } from './call';
import { brieflyIfToldBefore } from './in-common';
import type { ResourceType } from './instance';
import { type Bookkeeping, decodePrivate, encodePrivate } from './private-data';
import { methods, unary } from './rpc';

/**
 * Terraform stores the state of the answer even when there are errors beside it, so the answer is
 * always what exists: what the resource returned, else what was there before.
 */
export const applyResourceChange = unary(
  methods.applyResourceChange,
  (request, call) => {
    const type = call.instance.resource(request.typeName);
    const prior = call.decode(type.shape, request.priorState);
    const planned = call.decode(type.shape, request.plannedState);
    const bookkeeping = decodePrivate(request.plannedPrivate);
    call.instance.beginApply();
    if (planned) return reconcile(type, prior, planned, bookkeeping.data, request, call);
    if (prior) return remove(type, prior, bookkeeping, request, call);
    throw new Error('neither a prior nor a planned state was given');
  },
  ({ priorState, plannedPrivate }) => ({ newState: priorState, private: plannedPrivate }),
);

async function reconcile(
  { resource, shape, identity }: ResourceType,
  prior: Values | undefined,
  planned: Values,
  data: PrivateData,
  request: ApplyResourceChange_Request,
  call: Call,
): Promise<ApplyResourceChange_Response> {
  const config = call.decodeObject(shape, request.config);
  const make = (before: Values | undefined) => resource.reconcile({ prior: before, planned, config, private: data }, call.context());
  const result = prior ? await make(prior) : await call.instance.ledger.making(resource, planned, make);
  const { diagnostics = [] } = result;
  if (!result.state && !hasErrors(diagnostics)) throw new Error('reconcile returned neither a state nor an error');
  const state = result.state ?? prior;
  return {
    newState: shape.encode(state),
    newIdentity: identity.ofState(state, request.plannedIdentity),
    private: state ? encodePrivate({ data: result.private ?? data }) : new Uint8Array(),
    diagnostics: call.tell(brieflyIfToldBefore(diagnostics, call.instance.ledger), shape),
  };
}

async function remove(
  { resource, shape, identity }: ResourceType,
  prior: Values,
  { data, planned: successor, handedOn, removalPlannedBy }: Bookkeeping,
  request: ApplyResourceChange_Request,
  call: Call,
): Promise<ApplyResourceChange_Response> {
  const { id, ledger } = call.instance;
  const removal = { state: prior, private: data, handedOn, displaced: removalPlannedBy === id };
  const result = await ledger.removing(resource, prior, successor === prior['id'], () => resource.remove(removal, call.context()));
  const { diagnostics = [] } = result;
  const state = hasErrors(diagnostics) ? (result.state ?? prior) : undefined;
  return {
    newState: shape.encode(state),
    newIdentity: identity.ofState(state, request.plannedIdentity),
    private: state ? encodePrivate({ data: result.private ?? data }) : new Uint8Array(),
    diagnostics: call.tell(brieflyIfToldBefore(diagnostics, call.instance.ledger)),
  };
}
