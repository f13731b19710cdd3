import type { Connection } from '../../../connect/connection';
import type { NewUser } from '../../../connect/gateway';
import {
  AGENT_SECURITY_PROFILE_ID,
  BASIC_ROUTING_PROFILE_ID,
  HOME_REGION,
  INSTANCE_ID,
  MANAGED_INSTANCE_ID,
  MANAGED_ROUTING_PROFILE_ID,
  MANAGED_SECURITY_PROFILE_ID,
} from './seed';
import { type RunningEmulator, startEmulator } from '../../../emulator/server';
import type { SettingsPatch } from '../../../emulator/settings';
import { type Opened, openAt, SCALE } from './open';
import { FastClock } from '../clocks/fast-clock';
import { IdleClock } from '../clocks/idle-clock';

export interface WithEmulator extends Opened, AsyncDisposable {
  readonly emulator: RunningEmulator['emulator'];
  readonly url: string;
  /** The calls of one operation that the emulator has seen, in order. */
  calls(operation: string): readonly { readonly region: string; readonly status: number; readonly error?: string }[];
}

/** A fast rate for tests that are not about pacing. */
const UNPACED = { requestsPerSecond: 10_000, burst: 1000 };

/** An emulator and the way to it, in one and the same fast time: `settings.timeScale`. */
export async function openEmulator(settings: SettingsPatch = { rate: 'off' }, connection: Partial<Connection> = {}): Promise<WithEmulator> {
  const { timeScale = SCALE } = settings;
  const running = await startEmulator({ seed: 'demo', settings: { ...settings, timeScale } });
  const rate = settings.rate === 'off' ? { rate: UNPACED } : {};
  return withEmulator(running, await openAt(running.url, { region: HOME_REGION, ...rate, ...connection }, new FastClock(timeScale)));
}

/** The same in a time that stands still while requests travel, and jumps to whatever is waited for: however busy the machine, it tells how long pacing takes. */
export async function openPaced(settings: SettingsPatch, connection: Partial<Connection> = {}): Promise<WithEmulator> {
  let port = 0;
  const clock = new IdleClock(() => port);
  const running = await startEmulator({ seed: 'demo', settings, timeSource: () => clock.now() });
  ({ port } = running);
  return withEmulator(running, await openAt(running.url, { region: HOME_REGION, ...connection }, clock), () => clock.end());
}

const withEmulator = (running: RunningEmulator, opened: Opened, end: () => void = () => undefined): WithEmulator => ({
  ...opened,
  emulator: running.emulator,
  url: running.url,
  calls: (operation) => running.emulator.calls.list().filter((call) => call.operation === operation),
  [Symbol.asyncDispose]: () => {
    end();
    return running.close();
  },
});

export const samlUser = (username: string, more: Partial<NewUser> = {}): NewUser => ({
  instanceId: INSTANCE_ID,
  username,
  identity: { firstName: 'Jane', lastName: 'Doe' },
  phone: { phoneType: 'SOFT_PHONE', autoAccept: true, afterContactWorkTimeLimit: 30 },
  securityProfileIds: [AGENT_SECURITY_PROFILE_ID],
  routingProfileId: BASIC_ROUTING_PROFILE_ID,
  ...more,
});

export const managedUser = (username: string, more: Partial<NewUser> = {}): NewUser => ({
  instanceId: MANAGED_INSTANCE_ID,
  username,
  password: 'Sup3rSecret',
  identity: { firstName: 'Jane', lastName: 'Doe', email: 'jane@example.com' },
  securityProfileIds: [MANAGED_SECURITY_PROFILE_ID],
  routingProfileId: MANAGED_ROUTING_PROFILE_ID,
  ...more,
});
