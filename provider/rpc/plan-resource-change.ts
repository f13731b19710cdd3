import { hasErrors, type Diagnostic } from '../../custom-resources/contract/diagnostic';
import type { CheckRequest } from '../../custom-resources/contract/resource';
import type { Values } from '../../custom-resources/contract/value';
import type { PlanResourceChange_Request, PlanResourceChange_Response } from '../proto/gen/tfplugin6';
import type { Call } from './call';
import { notToldBefore } from './in-common';
import type { ResourceType } from './instance';
import { decodePrivate, encodePrivate } from './private-data';
import { methods, unary } from './rpc';

export const planResourceChange = unary(
  methods.planResourceChange,
  (request, call) => {
    const type = call.instance.resource(request.typeName);
    const prior = call.decode(type.shape, request.priorState);
    return type.shape.isNull(request.proposedNewState) ? planRemoval(type, prior, request, call) : planChange(type, prior, request, call);
  },
  ({ priorState, priorIdentity, priorPrivate }) => ({
    plannedState: priorState,
    plannedIdentity: priorIdentity,
    plannedPrivate: priorPrivate,
  }),
);

async function planRemoval(
  type: ResourceType,
  prior: Values | undefined,
  request: PlanResourceChange_Request,
  call: Call,
): Promise<PlanResourceChange_Response> {
  const { data } = decodePrivate(request.priorPrivate);
  const diagnostics = await check(type, { prior, private: data }, call);
  return {
    plannedState: type.shape.encode(undefined),
    plannedIdentity: request.priorIdentity,
    requiresReplace: [],
    plannedPrivate: encodePrivate({ data, removalPlannedBy: call.instance.id }),
    diagnostics: call.tell(notToldBefore(diagnostics, call.instance.ledger)),
  };
}

async function planChange(
  type: ResourceType,
  prior: Values | undefined,
  request: PlanResourceChange_Request,
  call: Call,
): Promise<PlanResourceChange_Response> {
  const { resource, shape, identity } = type;
  const config = call.decodeObject(shape, request.config);
  const { data, planned: before } = decodePrivate(request.priorPrivate);
  const context = call.context();
  const settings = call.instance.configurationKnown ? context.settings : undefined;
  const { planned, replace = [], handOn, diagnostics = [] } = resource.plan({ prior, config, private: data, settings });
  const { id } = planned as Values;
  // Before `terraform destroy` plans the deletions it plans the configuration, only to refresh the state: nothing of it is applied.
  const problems = call.instance.command() === 'destroy' ? [] : diagnostics;
  const checked = {
    prior,
    planned,
    config,
    private: data,
    replacing: prior !== undefined && replace.length > 0,
    replanned: !prior && before !== undefined,
  };
  const findings = hasErrors(problems) ? [] : await check(type, checked, call);
  return {
    plannedState: shape.encode(planned),
    plannedIdentity: prior ? identity.ofState(prior, request.priorIdentity) : identity.ofPlan(planned),
    requiresReplace: prior ? replace.map((path) => shape.path(path)).filter(({ steps }) => steps.length > 0) : [],
    plannedPrivate: encodePrivate({ data, planned: typeof id === 'string' ? id : true, handedOn: handOn }),
    diagnostics: call.tell(notToldBefore([...problems, ...findings], call.instance.ledger), shape),
  };
}

/**
 * What stands against a change. Of a plan that is only made to refresh, before a destroy, nothing is applied; and what the plan
 * found, the apply does not look for again: of a saved plan not at all, and of what is planned and applied by one command as far
 * as can be told. What a guard forbids is not looked at any further.
 */
async function check(type: ResourceType, request: CheckRequest<Values>, call: Call): Promise<readonly Diagnostic[]> {
  const { instance, cancellation } = call;
  const command = instance.command();
  if (command === 'saved plan' || (command === 'destroy' && request.planned)) return [];
  const found = await instance.whilePlanning(cancellation, async () => {
    const whole = { ...request, replaced: instance.ledger.replaced(type.resource, request) };
    const forbidden = (await type.resource.guard?.(whole, call.context())) ?? [];
    return hasErrors(forbidden) || instance.ledger.applying ? forbidden : [...forbidden, ...(await lookAt(type, whole, call))];
  });
  return found ?? [];
}

/**
 * Left out while the provider's own configuration is unknown: there may be nowhere to look yet. A check may stop a change that
 * would do harm, and never a destroy: where Terraform destroys, or may, it warns.
 */
async function lookAt({ resource }: ResourceType, request: CheckRequest<Values>, call: Call): Promise<readonly Diagnostic[]> {
  const { instance } = call;
  const context = call.context();
  if (!instance.configurationKnown || !context.settings.planChecks) return [];
  const clashes = instance.ledger.plan(resource, request);
  const looked = (await resource.check?.(request, context)) ?? [];
  const found = [...(await instance.ledger.together(clashes, context)), ...looked];
  return instance.command() === 'change' ? found : found.map((diagnostic) => ({ ...diagnostic, severity: 'warning' }));
}
