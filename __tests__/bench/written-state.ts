import { randomUUID } from 'node:crypto';
import type { Agent } from './agents';
import { BenchProject, type Instance, succeeded } from './bench-project';
import type { Resources } from './declarations';
import { startEmulatorProcess, UNTHROTTLED } from './emulator-process';
import type { Provider } from './provider';
import type { Scratch } from './scratch';
import { type Home, SAML, worldOf } from './world';

/** Resources of one type that a state can be full of without having been applied. */
export interface Kind {
  readonly provider: Provider;
  readonly home: Home;
  resources(agents: readonly Agent[]): Resources;
  /** The id that `terraform import` takes. */
  importId(agent: Agent): string;
  /** The attribute that holds the ids of all users, where one resource does; it bears the key of the first. */
  readonly inOne?: string;
}

const SAMPLE: Agent = {
  key: 'sample',
  userId: randomUUID(),
  username: 'sampleuser',
  firstName: 'Samplefirst',
  lastName: 'Samplelast',
  email: 'sample@bench.example.com',
  team: 'sampleteam',
};
const OF_THE_AGENT = ['userId', 'username', 'firstName', 'lastName', 'email', 'team'] as const;

const samples = new Map<string, Promise<Instance>>();

/**
 * What the provider writes into the state for each agent. It is asked once, for a sample that terraform
 * imports; the others differ from it only in what belongs to the agent.
 */
export async function writtenState(
  scratch: Scratch,
  kind: Kind,
): Promise<(agents: readonly Agent[]) => Readonly<Record<string, Instance>>> {
  const key = `${kind.resources([SAMPLE]).type} ${kind.home.instanceId}`;
  const asked = samples.get(key) ?? sampleInstance(scratch, kind);
  samples.set(key, asked);
  const sample = JSON.stringify(await asked);
  const instance = (agent: Agent): Instance =>
    JSON.parse(OF_THE_AGENT.reduce((text, member) => text.replaceAll(SAMPLE[member], agent[member]), sample)) as Instance;
  const { inOne } = kind;
  if (inOne === undefined) return (agents) => Object.fromEntries(agents.map((agent) => [agent.key, instance(agent)]));
  return (agents) => Object.fromEntries(agents.slice(0, 1).map((first) => [first.key, withIds(instance(first), inOne, agents)]));
}

function withIds(instance: Instance, attribute: string, agents: readonly Agent[]): Instance {
  const { attributes, ...rest } = instance as { readonly attributes: object };
  return { ...rest, attributes: { ...attributes, [attribute]: agents.map(({ userId }) => userId).sort() } };
}

async function sampleInstance(scratch: Scratch, kind: Kind): Promise<Instance> {
  const declared = kind.resources([SAMPLE]);
  const world = worldOf({ home: kind.home, agents: [SAMPLE], members: kind.home === SAML });
  const emulator = await startEmulatorProcess(scratch, world, UNTHROTTLED);
  const imports = [{ to: `${declared.type}.${SAMPLE.key}`, id: kind.importId(SAMPLE) }];
  const project = await BenchProject.create(scratch, kind.provider, emulator, [declared], { import: imports });
  try {
    succeeded(await project.apply());
    return project.instanceOf(declared.type);
  } finally {
    project.remove();
    await emulator.close();
  }
}
