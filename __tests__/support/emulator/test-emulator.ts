import { Connect, type ConnectClientConfig, type CreateUserCommandInput } from '@aws-sdk/client-connect';
import { startEmulator, type RunningEmulator, type ServerOptions } from '../../../emulator/server';
import type { Keys, LoggedCall } from '../../../emulator/control/call-log';
import type { Fault } from '../../../emulator/control/faults';
import { AGENT_SECURITY_PROFILE_ID, BASIC_ROUTING_PROFILE_ID, HOME_REGION, INSTANCE_ID } from '../../../emulator/seed/demo';
import type { SeedName } from '../../../emulator/seed/seeds';
import type { Settings, SettingsPatch } from '../../../emulator/settings';
import type { Snapshot } from '../../../emulator/control/snapshot';

export type { Fault, Keys, LoggedCall, Settings, SettingsPatch, Snapshot };

/** An emulator of a test's own, with its control endpoint in typed form. */
export interface TestEmulator {
  readonly url: string;
  readonly running: RunningEmulator;
  readonly control: ControlClient;
  close(): Promise<void>;
}

/** Starts an emulator without rate limits, unless the options say otherwise. */
export async function startTestEmulator({ settings, ...options }: ServerOptions = {}): Promise<TestEmulator> {
  const running = await startEmulator({ ...options, settings: { rate: 'off', ...settings } });
  return { url: running.url, running, control: new ControlClient(running.url), close: () => running.close() };
}

/** The control endpoint of an emulator, in this process or another. */
export class ControlClient {
  constructor(private readonly url: string) {}

  /** The calls so far, oldest first; with a name, those of that operation. */
  async calls(operation?: string): Promise<readonly LoggedCall[]> {
    const { calls } = await this.request<{ calls: LoggedCall[] }>('GET', 'calls');
    return operation === undefined ? calls : calls.filter((call) => call.operation === operation);
  }

  async clearCalls(): Promise<void> {
    await this.request('DELETE', 'calls');
  }

  state(): Promise<Snapshot> {
    return this.request('GET', 'state');
  }

  /** The ids of the users in a group, as the emulator knows them. */
  async membersOf(groupId: string): Promise<readonly string[]> {
    const { instances } = await this.state();
    return instances.flatMap(({ groups }) => groups.filter(({ Id }) => Id === groupId).flatMap(({ members }) => members));
  }

  settings(): Promise<Settings> {
    return this.request('GET', 'settings');
  }

  change(patch: SettingsPatch): Promise<Settings> {
    return this.request('PUT', 'settings', patch);
  }

  async fault(fault: Fault): Promise<void> {
    await this.request('POST', 'faults', fault);
  }

  /** How many calls are held by faults. */
  async held(): Promise<number> {
    return (await this.request<{ waiting: number }>('GET', 'faults')).waiting;
  }

  async clearFaults(): Promise<void> {
    await this.request('DELETE', 'faults');
  }

  async seed(seed: SeedName): Promise<void> {
    await this.request('PUT', 'seed', { seed });
  }

  /** Creates many users at once; returns their ids. */
  async users(users: {
    readonly count: number;
    readonly instance: string;
    readonly prefix?: string;
    readonly group?: string;
  }): Promise<readonly string[]> {
    return (await this.request<{ userIds: string[] }>('POST', 'users', users)).userIds;
  }

  /** Signs an agent in, on such contacts; without a status, out. */
  async agent(agent: {
    readonly instance: string;
    readonly user: string;
    readonly status?: 'Available' | 'Offline' | 'Break';
    readonly region?: string;
    readonly contacts?: readonly {
      readonly channel?: string;
      readonly state?: string;
      readonly lastsMs?: number;
      readonly workMs?: number;
    }[];
  }): Promise<void> {
    await this.request('PUT', 'agents', agent);
  }

  private async request<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/_emulator/${path}`, {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /_emulator/${path} answered ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  }
}

/** The aggregated SDK client against an emulator: no retries, so that every answer is seen as it is. */
export function connectTo(
  url: string,
  { region = HOME_REGION, accessKeyId = 'AKIAADMIN', ...config }: ConnectClientConfig & { readonly accessKeyId?: string } = {},
): Connect {
  return new Connect({ endpoint: url, region, maxAttempts: 1, credentials: { accessKeyId, secretAccessKey: 'secret' }, ...config });
}

/** The least that a user of the SAML instance needs. */
export function agent(Username: string, more: Partial<CreateUserCommandInput> = {}): CreateUserCommandInput {
  return {
    InstanceId: INSTANCE_ID,
    Username,
    IdentityInfo: { FirstName: 'Ada', LastName: 'Agent' },
    RoutingProfileId: BASIC_ROUTING_PROFILE_ID,
    SecurityProfileIds: [AGENT_SECURITY_PROFILE_ID],
    ...more,
  };
}

/** Creates a user and returns its id. */
export async function createAgent(client: Connect, username: string, more: Partial<CreateUserCommandInput> = {}): Promise<string> {
  const { UserId = '' } = await client.createUser(agent(username, more));
  return UserId;
}

/** What `rejects.toMatchObject` has to match for an error answer of the service. */
export const failure = (name: string, status: number): object => ({ name, $metadata: { httpStatusCode: status } });

/** Time that moves only when told to. */
export class ManualTime {
  private now = Date.UTC(2026, 0, 1);
  readonly source = (): number => this.now;

  advance(milliseconds: number): void {
    this.now += milliseconds;
  }
}
