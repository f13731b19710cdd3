import { hasErrors } from '../../custom-resources/contract/diagnostic';
import type { ListedThing } from '../../custom-resources/contract/resource';
import type { Diagnostic, ListResource_Event } from '../proto/gen/tfplugin6';
import type { Call } from './call';
import type { ResourceType } from './instance';
import { printableSummary } from './printable';
import { methods, streaming } from './rpc';

const event = (diagnostic: Diagnostic[]): ListResource_Event => ({ displayName: '', diagnostic });

/**
 * One event for each thing, up to the limit. The resource object is what an import would read: a list does not show all of it, and
 * what Terraform writes a configuration from has to be whole. So it costs the calls of an import for each thing.
 */
export const listResource = streaming(
  methods.listResource,
  async ({ typeName, config, limit, includeResourceObject }, call, send) => {
    const { listResource: list, shape } = call.instance.listResource(typeName);
    const type = call.instance.resource(typeName);
    const { found = [], diagnostics = [] } = await list.list(call.decodeObject(shape, config), call.context());
    if (diagnostics.length > 0) await send(event(call.tell(diagnostics, shape)));
    if (hasErrors(diagnostics)) return;
    let left = limit > 0 ? limit : Infinity;
    for (const thing of found) {
      if (left === 0 || call.cancellation.signal.aborted) return;
      const told = includeResourceObject ? await withObject(type, thing, call) : listed(type, thing);
      if (!told) continue;
      await send(told);
      if (!told.identity) return;
      left -= 1;
    }
  },
  event,
);

/** Names are what their authors made them, and Terraform writes them to a terminal. */
const listed = ({ identity }: ResourceType, { identity: given, displayName }: ListedThing): ListResource_Event => ({
  identity: identity.encode(identity.complete(given)),
  displayName: printableSummary(displayName),
  diagnostic: [],
});

/** Nothing for what has gone since it was listed; without an identity where it could not be read. */
async function withObject(type: ResourceType, thing: ListedThing, call: Call): Promise<ListResource_Event | undefined> {
  const { resource, shape } = type;
  const { state: imported, diagnostics: refused = [] } = resource.identity.importState(thing.identity);
  if (!imported) throw new Error(`what was listed cannot be imported: ${refused.map(({ summary }) => summary).join(', ')}`);
  const { state, diagnostics = [] } = await resource.observe({ state: imported, private: {}, imported: true }, call.context());
  if (hasErrors(diagnostics)) return event(call.tell(diagnostics));
  if (!state) return undefined;
  return { ...listed(type, thing), resourceObject: shape.encode(state), diagnostic: call.tell(diagnostics) };
}
