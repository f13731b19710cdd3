import type { PrivateData, Values } from '../../../custom-resources/contract/value';
import {
  ApplyResourceChange_Request,
  ApplyResourceChange_Response,
  PlanResourceChange_Request,
  PlanResourceChange_Response,
  ReadResource_Request,
  ReadResource_Response,
} from '../../../provider/proto/gen/tfplugin6';
import { told, toy, toyValues, type ProviderClient } from './client';

/** The answer to a request about a `toy_thing`, decoded. */
export interface ToyAnswer {
  readonly state: Values | null;
  readonly private: Record<string, unknown>;
  readonly told: readonly string[];
}

export const privateBytes = (data: PrivateData): Uint8Array => Buffer.from(JSON.stringify(data));
export const privateData = (bytes: Uint8Array): Record<string, unknown> =>
  bytes.length === 0 ? {} : (JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>);

interface Change {
  readonly prior?: Values | null;
  /** Null to destroy. */
  readonly config: Values | null;
  readonly private?: PrivateData;
  readonly signal?: AbortSignal;
}

export async function plan(
  client: ProviderClient,
  { prior = null, config, private: data = {} }: Change,
): Promise<ToyAnswer & { replace: string[] }> {
  const answer = await client.call('PlanResourceChange', [PlanResourceChange_Request, PlanResourceChange_Response], {
    typeName: 'toy_thing',
    priorState: toy(prior),
    proposedNewState: toy(config),
    config: toy(config),
    priorPrivate: privateBytes(data),
  });
  return {
    state: toyValues(answer.plannedState),
    private: privateData(answer.plannedPrivate),
    told: told(answer.diagnostics),
    replace: answer.requiresReplace.map(({ steps }) => steps.map(({ selector }) => String(selector?.value)).join('.')),
  };
}

/** Applies `planned`, which is the configuration where it is not given. */
export async function apply(client: ProviderClient, { planned, ...change }: Change & { planned?: Values | null }): Promise<ToyAnswer> {
  const { prior = null, config, private: data = {}, signal } = change;
  const request = {
    typeName: 'toy_thing',
    priorState: toy(prior),
    plannedState: toy(planned === undefined ? config : planned),
    config: toy(config),
    plannedPrivate: privateBytes(data),
  };
  const answer = await client.call('ApplyResourceChange', [ApplyResourceChange_Request, ApplyResourceChange_Response], request, signal);
  return { state: toyValues(answer.newState), private: privateData(answer.private), told: told(answer.diagnostics) };
}

export async function read(client: ProviderClient, state: Values, data: PrivateData = {}): Promise<ToyAnswer> {
  const answer = await client.call('ReadResource', [ReadResource_Request, ReadResource_Response], {
    typeName: 'toy_thing',
    currentState: toy(state),
    private: privateBytes(data),
  });
  return { state: toyValues(answer.newState), private: privateData(answer.private), told: told(answer.diagnostics) };
}
