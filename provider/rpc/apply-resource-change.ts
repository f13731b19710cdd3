import { hasErrors } from '../../custom-resources/contract/diagnostic';
import type { Reconciliation, Removal } from '../../custom-resources/contract/resource';
import type { PrivateData, Values } from '../../custom-resources/contract/value';
import type { DynamicValue } from '../proto/gen/tfplugin6';
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
  async (request, call) => {
    const type = call.instance.resource(request.typeName);
    const { shape, identity } = type;
    const prior = call.decode(shape, request.priorState);
    const planned = call.decode(shape, request.plannedState);
    const bookkeeping = decodePrivate(request.plannedPrivate);
    call.instance.beginApply();
    const result = planned
      ? await reconcile(type, prior, planned, bookkeeping.data, request.config, call)
      : await remove(type, prior, bookkeeping, call);
    const { state, private: data = bookkeeping.data, diagnostics = [] } = result;
    return {
      newState: shape.encode(state),
      newIdentity: identity.ofState(state, request.plannedIdentity),
      private: state ? encodePrivate({ data }) : new Uint8Array(),
      // No attribute of the configuration names what is destroyed.
      diagnostics: call.tell(brieflyIfToldBefore(diagnostics, call.instance.ledger), planned && shape),
    };
  },
  ({ priorState, plannedPrivate }) => ({ newState: priorState, private: plannedPrivate }),
);

async function reconcile(
  { resource, shape }: ResourceType,
  prior: Values | undefined,
  planned: Values,
  data: PrivateData,
  encoded: DynamicValue | undefined,
  call: Call,
): Promise<Reconciliation<Values>> {
  const config = call.decodeObject(shape, encoded);
  const make = (before: Values | undefined) => resource.reconcile({ prior: before, planned, config, private: data }, call.context());
  const result = prior ? await make(prior) : await call.instance.ledger.making(resource, planned, make);
  if (!result.state && !hasErrors(result.diagnostics ?? [])) throw new Error('reconcile returned neither a state nor an error');
  return { ...result, state: result.state ?? prior };
}

async function remove(
  { resource }: ResourceType,
  prior: Values | undefined,
  { data, planned: successor, handedOn, removalPlannedBy }: Bookkeeping,
  call: Call,
): Promise<Removal<Values>> {
  if (!prior) throw new Error('neither a prior nor a planned state was given');
  const { id, ledger } = call.instance;
  const removal = { state: prior, private: data, handedOn, displaced: removalPlannedBy === id };
  const result = await ledger.removing(resource, prior, successor === prior['id'], () => resource.remove(removal, call.context()));
  return { ...result, state: hasErrors(result.diagnostics ?? []) ? (result.state ?? prior) : undefined };
}
