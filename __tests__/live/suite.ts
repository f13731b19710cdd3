import { Connect, type ConnectClientConfig } from '@aws-sdk/client-connect';
import type { Clock } from '../../connect/clock';
import type { Body } from '../support/terraform/contact-centre';
import type { ProviderForTerraform } from '../support/terraform/our-provider';
import type { Findings } from './findings';
import { type Facts, readFacts, UnsuitableInstance } from './instance/facts';
import { findGroup, type LiveGroup, makeGroup } from './instance/group';
import { Lab, type LabParts } from './instance/lab';
import { Own } from './instance/own';
import { PoliteClients } from './instance/polite-client';
import { withQueue } from './instance/quick-connect';
import { agentsLife } from './lives/agents';
import { groupsLife } from './lives/groups';
import type { Life, LifeReport } from './lives/life';
import { live } from './lives/live';
import { LiveTerraform } from './lives/terraform';
import { namesOf } from './names';
import type { Options } from './options';
import { QUESTIONS } from './questions';
import { askAll } from './questions/ask';
import { throttling } from './questions/throttling';
import { redacted } from './report/privacy';
import { findLeft, type Place } from './sweep/find';
import { sweep, type Swept } from './sweep/sweep';

export interface SuiteInput {
  readonly options: Options;
  readonly clock: Clock;
  /** Of all clients: endpoint and credentials, where they are not the AWS environment's. */
  readonly client: ConnectClientConfig;
  /** For terraform: the provider, and what its configuration has beside Region and rate. */
  readonly provider: () => Promise<ProviderForTerraform>;
  readonly configuration: Body;
  readonly tell: (line: string) => void;
  readonly signal?: AbortSignal;
  /** How long nothing of ours must show before all counts as removed. @default 30000 */
  readonly settleMs?: number;
}

/** What a run found out, before it is a report. */
export interface Outcome {
  readonly facts: Facts;
  readonly group?: LiveGroup;
  readonly findings: readonly Findings[];
  readonly lives: readonly LifeReport[];
  readonly isComplete: boolean;
  readonly calls: PoliteClients['counts'];
  readonly swept: Swept;
}

const SETTLE_MS = 30_000;

/** Runs what the options ask for. Whatever happens, what it made is removed before it ends. */
export async function runSuite(input: SuiteInput): Promise<Outcome> {
  const { options, signal, clock, tell } = input;
  const own = new Own(options.prefix);
  const clients = new PoliteClients({ config: input.client, clock, rate: options.rate, own }, signal);
  const names = namesOf(options.prefix);
  const findings: Findings[] = [];
  const lives: LifeReport[] = [];
  try {
    const facts = await factsOf(input, clients);
    let parts: LabParts = { clients, own, facts, names, clock, patienceMs: options.patienceMs, ...(signal && { signal }) };
    let isComplete = false;
    try {
      const group = await groupOf(input, parts, findings);
      parts = { ...parts, ...(group && { group }) };
      await runParts(input, parts, findings, lives);
      isComplete = true;
    } catch (error) {
      const why = signal?.aborted ? 'it was told to stop' : error instanceof Error ? error.message : String(error);
      tell(`The run ends early: ${why}`);
      findings.push({ remarks: [`The run ended early: ${redacted(why)}`] });
    }
    const { group } = parts;
    const swept = await removeAll(input, parts);
    return { facts, ...(group && { group }), findings, lives, isComplete, calls: clients.counts, swept };
  } finally {
    clients.close();
  }
}

/** Nothing was made yet: what goes wrong here ends the run. */
async function factsOf({ options: { instance, region, flow } }: SuiteInput, clients: PoliteClients): Promise<Facts> {
  try {
    return await readFacts(clients.in(region), instance, region, flow);
  } catch (error) {
    if (error instanceof UnsuitableInstance || !(error instanceof Error)) throw error;
    throw new Error(`Instance ${instance} could not be read in ${region}, and nothing was made: ${error.message} (${error.name})`);
  }
}

async function groupOf(
  { options: { group, region }, tell }: SuiteInput,
  parts: LabParts,
  findings: Findings[],
): Promise<LiveGroup | undefined> {
  if (group === undefined) return undefined;
  if (typeof group !== 'string') {
    tell('making a traffic distribution group');
    const made = await makeGroup(parts);
    findings.push({ lags: [made.lag] });
    return made.group;
  }
  const found = await findGroup(parts.clients, region, group);
  parts.own.lend(found.id);
  return found;
}

async function runParts(input: SuiteInput, parts: LabParts, findings: Findings[], lives: LifeReport[]): Promise<void> {
  const { options, tell } = input;
  const lab = new Lab(parts);
  if (options.parts.includes('questions')) {
    const impatient = new Connect({ ...input.client, region: options.region, maxAttempts: 1 });
    const questions = [...QUESTIONS, ...(options.throttle ? [throttling(impatient)] : [])];
    await askAll(lab, questions, (found) => findings.push(found), tell).finally(() => impatient.destroy());
  }
  if (options.parts.includes('lives')) await liveAll(input, lab, lives);
}

async function liveAll(input: SuiteInput, lab: Lab, lives: LifeReport[]): Promise<void> {
  const { facts, group } = lab.parts;
  const provider = await input.provider();
  try {
    const agents = (queue?: string): Promise<void> => liveOne(input, lab, provider, agentsLife(lab.parts, queue), lives);
    if (facts.flowId !== undefined && facts.hoursOfOperationId !== undefined) await withQueue(lab, 'desk', agents);
    else await agents();
    if (group?.isOwn && group.replica !== undefined)
      await liveOne(input, lab, provider, groupsLife(lab.parts, group.region, group.replica), lives);
  } finally {
    await provider.stop();
  }
}

async function liveOne(
  { options, configuration, signal, tell }: SuiteInput,
  lab: Lab,
  provider: ProviderForTerraform,
  life: Life,
  lives: LifeReport[],
): Promise<void> {
  const { rate, region, endpoint } = options;
  const provided = { region, ...(endpoint !== undefined && { endpoint }), requests_per_second: rate, burst: 1, ...configuration };
  const terraform = new LiveTerraform(provider, provided, signal);
  const names = new Set(namesIn(life));
  const isAllGone = async (): Promise<boolean> => !(await findLeft(placeOf(lab.parts))).things.some(({ name }) => names.has(name));
  try {
    lives.push(await live(life, terraform, isAllGone, tell));
  } finally {
    terraform.remove();
  }
}

/** All that a life calls its things. */
const namesIn = ({ created, replaced }: Life): readonly string[] =>
  [created, replaced].flatMap(({ resource }) =>
    Object.values(resource as Bodies).flatMap((bodies) =>
      Object.values(bodies).flatMap(({ name }) => (typeof name === 'string' ? [name] : [])),
    ),
  );

type Bodies = Readonly<Record<string, Readonly<Record<string, Body>>>>;

const placeOf = ({ clients, facts, names, own }: LabParts): Place => ({
  clients,
  own,
  instanceId: facts.instanceId,
  region: facts.region,
  prefix: names.run,
});

async function removeAll({ options, clock, tell, settleMs = SETTLE_MS }: SuiteInput, parts: LabParts): Promise<Swept> {
  tell('removing what the run made');
  const clients = parts.clients.unstoppable();
  try {
    return await sweep({ place: { ...placeOf(parts), clients }, clock, settleMs, patienceMs: options.patienceMs, tell });
  } finally {
    clients.close();
  }
}
