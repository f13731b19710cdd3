import type { Emulator } from '../../emulator/emulator';
import { snapshot } from '../../emulator/control/snapshot';
import { AGENT_TRANSFER_FLOW_ID, HOME_REGION, INSTANCE_ID } from '../../emulator/seed/demo';
import { startEmulator } from '../../emulator/server';
import type { SettingsPatch } from '../../emulator/settings';
import type { Clock } from '../../connect/clock';
import { IdleClock } from '../support/clocks/idle-clock';
import { runningProvider } from '../support/terraform/our-provider';
import { Own } from './instance/own';
import { PoliteClients } from './instance/polite-client';
import { type Options, PARTS } from './options';
import { reportOf } from './report/write';
import type { Report } from './report/report';
import { type Outcome, runSuite, type SuiteInput } from './suite';
import { sweep, type Swept } from './sweep/sweep';

export const OPTIONS: Options = {
  instance: INSTANCE_ID,
  region: HOME_REGION,
  group: { own: true },
  flow: AGENT_TRANSFER_FLOW_ID,
  parts: PARTS,
  throttle: false,
  rate: 1,
  patienceMs: 60_000,
  prefix: 'tflive-',
  sweep: false,
  yes: true,
};

export const KEYS = { accessKeyId: 'AKIALIVE', secretAccessKey: 'test' };
export const PROVIDER = {
  access_key: KEYS.accessKeyId,
  secret_key: KEYS.secretAccessKey,
  consistency_window: '1ms',
  requests_per_second: 1000,
  burst: 1000,
};
const VERSIONS = { package: '0.0.0', terraform: '0.0.0', node: '0.0.0', platform: 'any' };

/** An emulator whose time stands still while calls travel, and jumps to whatever the suite waits for. */
export interface Bench {
  readonly emulator: Emulator;
  readonly clock: IdleClock;
  readonly url: string;
  readonly input: SuiteInput;
  run(
    options?: Partial<Options>,
    more?: Partial<SuiteInput>,
  ): Promise<{ readonly outcome: Outcome; readonly report: Report; readonly told: readonly string[] }>;
  close(): Promise<void>;
}

/** What the contact centre holds, without what nobody can see any more. */
export const heldBy = ({ emulator }: Pick<Bench, 'emulator'>): unknown =>
  snapshot(emulator.world).instances.map(({ groups, ...instance }) => ({
    ...instance,
    deletedUserIds: [],
    groups: groups.filter(({ Becomes }) => Becomes?.Status !== 'GONE'),
  }));

export async function openBench(settings: SettingsPatch): Promise<Bench> {
  let port = 0;
  const clock = new IdleClock(() => port);
  const running = await startEmulator({ settings, timeSource: () => clock.now() });
  ({ port } = running);
  const { emulator, url } = running;
  const input: SuiteInput = {
    options: { ...OPTIONS, endpoint: url },
    clock,
    client: { endpoint: url, credentials: KEYS },
    provider: runningProvider,
    configuration: PROVIDER,
    tell: () => undefined,
  };
  return {
    emulator,
    clock,
    url,
    input,
    run: async (options = {}, more = {}) => {
      const told: string[] = [];
      const all = { ...input, tell: (line: string) => void told.push(line), ...more, options: { ...input.options, ...options } };
      const outcome = await runSuite(all);
      return { outcome, report: reportOf(outcome, all.options, VERSIONS, clock.now()), told };
    },
    close: async () => {
      clock.end();
      await running.close();
    },
  };
}

/** What `--sweep` does. */
export async function sweepEmulator(endpoint: string, clock: Clock): Promise<Swept> {
  const own = new Own(OPTIONS.prefix);
  const clients = new PoliteClients({ config: { endpoint, credentials: KEYS }, clock, rate: 1000, own });
  const place = { clients, own, instanceId: OPTIONS.instance, region: OPTIONS.region, prefix: OPTIONS.prefix };
  try {
    return await sweep({ place, clock, settleMs: 0, patienceMs: 3_600_000, tell: () => undefined });
  } finally {
    clients.close();
  }
}
