import type { Gateway, Id, ListedQuickConnect, QuickConnectSettings } from '../../connect/gateway';
import type { AdoptedQuickConnect } from '../model';
import { importedQuickConnect } from './states';
import { value } from './value';

/** The quick connects to write, and the numbers that show that none is missing. */
export interface QuickConnectsRead {
  readonly adopted: readonly AdoptedQuickConnect[];
  /** As many as ListQuickConnects shows. */
  readonly listed: number;
  /** Who is not written, by id and by why. */
  readonly leftOut: ReadonlyMap<string, readonly string[]>;
}

export const NO_QUICK_CONNECTS: QuickConnectsRead = { adopted: [], listed: 0, leftOut: new Map() };

interface Chosen {
  /** The ids of the adopted agents. */
  readonly users: ReadonlySet<string>;
  /** Whether these are but some agents of the instance: what leads elsewhere then is for others to adopt. */
  readonly some: boolean;
}

/** All quick connects by the pages of a search and, where that lags behind their list, by a call for each. */
export async function readQuickConnects(connect: Gateway, instanceId: Id, chosen: Chosen): Promise<QuickConnectsRead> {
  const listed = [...value(await connect.catalogue.quickConnects(instanceId)).values()];
  const shown = value(await connect.quickConnects.search(instanceId));
  const leftOut = new Map<string, string[]>();
  const taken: QuickConnectSettings[] = [];
  for (const one of listed) {
    const settings = await settingsOf(connect, instanceId, one, shown.get(one.id));
    const why = settings ? whyNot(settings, chosen) : 'deleted meanwhile';
    if (settings && why === undefined) taken.push(settings);
    else if (why !== undefined) leftOut.set(why, [...(leftOut.get(why) ?? []), one.id]);
  }
  const queues = await queuesOffering(connect, instanceId, taken);
  const adopted = taken.map((one) => importedQuickConnect(instanceId, one, queues.get(one.id)));
  return { adopted: adopted.sort((a, b) => (a.state.name < b.state.name ? -1 : 1)), listed: listed.length, leftOut };
}

async function settingsOf(
  connect: Gateway,
  instanceId: Id,
  { id, lastModified }: ListedQuickConnect,
  shown: QuickConnectSettings | undefined,
): Promise<QuickConnectSettings | undefined> {
  if (shown?.lastModified !== undefined && shown.lastModified === lastModified) return shown;
  return value(await connect.quickConnects.find({ instanceId, quickConnectId: id }));
}

function whyNot({ type, target }: QuickConnectSettings, { users, some }: Chosen): string | undefined {
  if (!target) return `of type ${type}, leading to no agent, queue or phone number`;
  if (target.type === 'USER') return users.has(target.userId) ? undefined : 'leading to agents who are not written';
  return some ? 'leading to no agent, left to whoever adopts the whole instance' : undefined;
}

/** The ids of the queues, by that of the quick connect. */
async function queuesOffering(
  connect: Gateway,
  instanceId: Id,
  quickConnects: readonly QuickConnectSettings[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const queues = new Map<string, string[]>();
  if (quickConnects.length === 0) return queues;
  const ids = quickConnects.map(({ id }) => id);
  for (const { id, quickConnectIds } of value(await connect.queues.offering(instanceId, ids)))
    for (const quickConnect of quickConnectIds) {
      const there = queues.get(quickConnect);
      if (there) there.push(id);
      else queues.set(quickConnect, [id]);
    }
  return queues;
}
