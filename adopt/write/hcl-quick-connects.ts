import type { AdoptedQuickConnect } from '../model';
import { quickConnectBody } from './body';
import { type HclCode, importBlock, INSTANCE, reference } from './hcl-code';
import { type HclBlock, type HclValue } from './hcl-text';

export function quickConnectBlock({ state, quickConnectId }: AdoptedQuickConnect, code: HclCode): HclBlock {
  const { attributes, blocks } = quickConnectBody(state);
  const queues = (state.queue_ids ?? []).map((id) => reference(code.looked.queue(id), id));
  return {
    header: ['resource', 'connect_quick_connect', code.quickConnects.get(quickConnectId) ?? quickConnectId],
    attributes: { ...attributes, instance_id: INSTANCE, ...(queues.length > 0 && { queue_ids: queues }) },
    blocks: Object.entries(blocks).flatMap(([name, elements]) =>
      elements.map((element) => ({ header: [name] as const, attributes: targetOf(element, code) })),
    ),
  };
}

/** The agent and the queue that it leads to, and the flow that it leads through, by what the code calls them. */
function targetOf(element: Readonly<Record<string, HclValue>>, { agents, flows, looked }: HclCode): Readonly<Record<string, HclValue>> {
  const named = (attribute: string, address: (id: string) => string | undefined): Readonly<Record<string, HclValue>> => {
    const id = element[attribute];
    return typeof id === 'string' ? { [attribute]: reference(address(id), id) } : {};
  };
  const local = (id: string): string | undefined => (flows.has(id) ? `local.${flows.get(id)}` : undefined);
  const user = (id: string): string | undefined => (agents.has(id) ? `connect_user.${agents.get(id)}.user_id` : undefined);
  return { ...element, ...named('user_id', user), ...named('queue_id', looked.queue), ...named('contact_flow_id', local) };
}

export const quickConnectImport = ({ quickConnectId }: AdoptedQuickConnect, { instanceId, quickConnects }: HclCode): HclBlock =>
  importBlock(`connect_quick_connect.${quickConnects.get(quickConnectId)}`, `${instanceId}:${quickConnectId}`);

/** The values that main.tf gives the flows. */
export const flowLocals = ({ flows }: HclCode): Readonly<Record<string, HclValue>> =>
  Object.fromEntries([...flows].map(([id, name]) => [name, id]));
