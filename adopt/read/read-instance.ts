import type { Gateway, Id, Instance, ListedUser } from '../../connect/gateway';
import type { Adopted } from '../model';
import type { Options } from '../options';
import type { ProgressLine } from '../terminal';
import { readAgents } from './agents';
import { chosenAgents } from './chosen';
import { chosenGroups, readGroups } from './groups';
import { readNames } from './names';
import type { Progress } from './progress';
import { NO_QUICK_CONNECTS, type QuickConnectsRead, readQuickConnects } from './quick-connects';
import { asImported } from './states';
import { value } from './value';

/** What was read, and the numbers that show that nobody is missing. */
export interface Reading {
  readonly adopted: Adopted;
  /** Agents that ListUsers shows. */
  readonly listed: number;
  /** Left out by --filter. */
  readonly filtered: number;
  /** Deleted while they were read, by id. */
  readonly gone: readonly string[];
  /** Who was made meanwhile, by id. */
  readonly come: readonly string[];
  readonly quickConnects: QuickConnectsRead;
}

/** @param again has nothing in its memory yet: with it the agents are listed once more at the end. */
export async function readInstance(
  connect: Gateway,
  again: Gateway,
  instance: Instance,
  {
    filters,
    groups,
    quickConnects: wanted,
    profile,
    endpoint,
  }: Pick<Options, 'filters' | 'groups' | 'quickConnects' | 'profile' | 'endpoint'>,
  progress: Progress,
  line: ProgressLine,
): Promise<Reading> {
  const groupsAsked = await chosenGroups(connect, instance.id, groups);
  const names = await readNames(connect, instance.id, wanted);
  const listed = [...value(await connect.users.list(instance.id)).values()];
  const chosen = await chosenAgents(connect, instance.id, listed, filters, names);
  line.say(
    `${instance.alias ?? instance.id}: ${listed.length} ${listed.length === 1 ? 'agent' : 'agents'}${chosen.length < listed.length ? `, ${chosen.length} of them chosen` : ''}`,
  );
  const { read, gone } = await readAgents(connect, instance.id, chosen, progress, (done) => line.at(done, chosen.length));
  const agents = read.map((agent) => asImported(instance, agent));
  const adopted = new Set(agents.map(({ userId }) => userId));
  const quickConnects = wanted
    ? await readQuickConnects(connect, instance.id, { users: adopted, some: filters.length > 0 })
    : NO_QUICK_CONNECTS;
  return {
    adopted: {
      provider: { region: connect.region, ...(profile !== undefined && { profile }), ...(endpoint !== undefined && { endpoint }) },
      instance,
      agents,
      groups: await readGroups(connect, groupsAsked, adopted),
      quickConnects: quickConnects.adopted,
      names,
    },
    listed: listed.length,
    filtered: listed.length - chosen.length,
    gone: gone.map(({ id }) => id),
    quickConnects,
    come: await whoCame(again, instance.id, listed),
  };
}

/** By a list of now. */
async function whoCame(again: Gateway, instanceId: Id, listed: readonly ListedUser[]): Promise<readonly string[]> {
  const known = new Set<string>(listed.map(({ id }) => id));
  return [...value(await again.users.list(instanceId)).keys()].filter((id) => !known.has(id));
}
