import { hasErrors } from '../../custom-resources/contract/diagnostic';
import type { PrivateData, Values } from '../../custom-resources/contract/value';
import { ApplyResourceChange_Request, ApplyResourceChange_Response } from '../proto/gen/tfplugin6';
import type { ResourceType } from './instance';
import { decodePrivate, encodePrivate } from './private-data';
import { unary, type Call } from './unary';

/**
 * Terraform stores the state of the answer even when there are errors beside it, so the answer is
 * always what exists: what the resource returned, else what was there before.
 */
export const applyResourceChange = unary({
  name: 'ApplyResourceChange',
  request: ApplyResourceChange_Request,
  response: ApplyResourceChange_Response,
  handle: (request, call) => {
    const type = call.instance.resource(request.typeName);
    const prior = call.decode(type.shape, request.priorState);
    const planned = call.decode(type.shape, request.plannedState);
    const { data, planned: successor, handedOn, removalPlannedBy } = decodePrivate(request.plannedPrivate);
    call.instance.beginApply();
    if (planned) return reconcile(type, { prior, planned, data }, request, call);
    if (prior)
      return remove(
        type,
        { prior, data, handedOn, displaced: removalPlannedBy === call.instance.id, again: successor === prior['id'] },
        request,
        call,
      );
    throw new Error('neither a prior nor a planned state was given');
  },
  failed: (diagnostics, request) => ({
    newState: request?.priorState,
    private: request?.plannedPrivate ?? new Uint8Array(),
    diagnostics,
  }),
});

async function reconcile(
  { resource, shape, identity }: ResourceType,
  { prior, planned, data }: { prior: Values | undefined; planned: Values; data: PrivateData },
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
    private: state ? encodePrivate(result.private ?? data) : new Uint8Array(),
    diagnostics: call.tell(diagnostics, shape),
  };
}

interface Going {
  readonly prior: Values;
  readonly data: PrivateData;
  readonly again: boolean;
  readonly handedOn?: PrivateData;
  readonly displaced: boolean;
}

async function remove(
  { resource, shape, identity }: ResourceType,
  { prior, data, again, handedOn, displaced }: Going,
  request: ApplyResourceChange_Request,
  call: Call,
): Promise<ApplyResourceChange_Response> {
  const result = await call.instance.ledger.removing(resource, prior, again, () =>
    resource.remove({ state: prior, private: data, handedOn, displaced }, call.context()),
  );
  const { diagnostics = [] } = result;
  if (!hasErrors(diagnostics)) {
    return { newState: shape.encode(undefined), private: new Uint8Array(), diagnostics: call.tell(diagnostics) };
  }
  const state = result.state ?? prior;
  return {
    newState: shape.encode(state),
    newIdentity: identity.ofState(state, request.plannedIdentity),
    private: encodePrivate(result.private ?? data),
    diagnostics: call.tell(diagnostics),
  };
}
