import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConnectClient } from '@aws-sdk/client-connect';
import { builtPlugin } from '../../../constructs/plugin/built-plugin';
import { PLATFORMS, placePlugin } from '../../../constructs/plugin/place-plugin';
import { PROVIDER_SOURCE } from '../../../constructs/provider-address';
import { AGENT_SECURITY_PROFILE_ID, BASIC_ROUTING_PROFILE_ID, INSTANCE_ID, TEAM_GROUP_ID } from '../../../emulator/seed/demo';
import { type LoggedCall, startTestEmulator, type SettingsPatch, type Snapshot, type TestEmulator } from '../emulator/test-emulator';
import { type PluginPackage, TerraformProject } from './project';

export type Body = Readonly<Record<string, unknown>>;

/** What goes into a configuration beside the provider: `resource`, `data`, `import`, `moved`, `output` ... */
export type Declaration = Readonly<Record<string, unknown>>;

/** The built plugin, as Terraform installs it: a script, the same for every platform. */
function pluginIn(mirror: string): PluginPackage {
  const plugin = builtPlugin();
  placePlugin(plugin, mirror);
  return { directory: join(mirror, PROVIDER_SOURCE, plugin.version, PLATFORMS[0]), source: PROVIDER_SOURCE, version: plugin.version };
}

/** An emulated contact centre, and a Terraform project that the real `terraform` runs with the real plugin. */
export class ContactCentre {
  private initialised = false;

  private constructor(
    readonly emulator: TestEmulator,
    readonly project: TerraformProject,
    private readonly mirror: string,
    private readonly guests: ContactCentre[] = [],
  ) {}

  static async start(settings: SettingsPatch = {}, env: NodeJS.ProcessEnv = {}): Promise<ContactCentre> {
    const emulator = await startTestEmulator({ seed: 'demo', settings });
    const mirror = mkdtempSync(join(tmpdir(), 'connect-plugin-'));
    return new ContactCentre(emulator, new TerraformProject({ plugins: [pluginIn(mirror)], env }), mirror);
  }

  /** Another Terraform project for the same contact centre: a second stack, with a state of its own. Goes with this one. */
  otherStack(): ContactCentre {
    const guest = new ContactCentre(this.emulator, new TerraformProject({ plugins: [pluginIn(this.mirror)] }), this.mirror);
    this.guests.push(guest);
    return guest;
  }

  /** The client of somebody who works outside Terraform: the Connect console, a script. */
  outside(region = 'us-east-1'): ConnectClient {
    return new ConnectClient({ region, endpoint: this.emulator.url, credentials: { accessKeyId: 'AKIAOUTSIDE', secretAccessKey: 'test' } });
  }

  async close(): Promise<void> {
    await this.emulator.close();
    for (const { project } of [this, ...this.guests]) project.remove();
    rmSync(this.mirror, { recursive: true, force: true });
  }

  /** Writes the configuration; `provider` is added to the provider's own. Runs `init` the first time. */
  async declare(declaration: Declaration, provider: Body = {}): Promise<void> {
    const first = !this.initialised;
    this.project.write(
      'main.tf.json',
      JSON.stringify({
        terraform: { required_providers: { connect: { source: PROVIDER_SOURCE } } },
        provider: {
          connect: {
            region: 'us-east-1',
            endpoint: this.emulator.url,
            access_key: 'AKIATEST',
            secret_key: 'test',
            consistency_window: '1ms',
            requests_per_second: 1000,
            burst: 1000,
            ...provider,
          },
        },
        ...declaration,
      }),
    );
    if (first) await this.project.succeed('init', '-input=false', '-no-color');
    this.initialised = true;
  }

  /** The actions of a plan by address, without "no-op". */
  async plan(...args: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const plan = await this.project.planJson(...args);
    return Object.fromEntries(
      (plan.resource_changes ?? [])
        .map(({ address, change }) => [address, change.actions.join('+')] as const)
        .filter(([, actions]) => actions !== 'no-op' && actions !== 'read'),
    );
  }

  /** Plans and applies; answers with the calls that apply made. */
  async apply(...args: readonly string[]): Promise<readonly LoggedCall[]> {
    await this.emulator.control.clearCalls();
    await this.project.succeed('apply', '-auto-approve', '-input=false', '-no-color', ...args);
    return this.emulator.control.calls();
  }

  /** The writes since the log was last cleared, as "Operation status". */
  async writes(): Promise<readonly string[]> {
    return writesOf(await this.emulator.control.calls());
  }

  async instance(id: string = INSTANCE_ID): Promise<Snapshot['instances'][number]> {
    const { instances } = await this.emulator.control.state();
    const found = instances.find((instance) => instance.id === id);
    if (!found) throw new Error(`the emulator has no instance ${id}`);
    return found;
  }

  async userNamed(name: string, instance: string = INSTANCE_ID): Promise<Snapshot['instances'][number]['users'][number] | undefined> {
    return (await this.instance(instance)).users.find(({ Username }) => Username === name);
  }
}

const READS = /^(Describe|List|Search|Get)/;

export const writesOf = (calls: readonly LoggedCall[]): readonly string[] =>
  calls.filter(({ operation }) => !READS.test(operation)).map(({ operation, status }) => `${operation} ${status}`);

/** The body of an agent that the seeded SAML instance takes. */
export const agent = (name: string, more: Body = {}): Body => ({
  instance_id: INSTANCE_ID,
  name,
  routing_profile_id: BASIC_ROUTING_PROFILE_ID,
  security_profile_ids: [AGENT_SECURITY_PROFILE_ID],
  identity_info: { first_name: 'Ada', last_name: 'Lovelace' },
  phone_config: { phone_type: 'SOFT_PHONE' },
  ...more,
});

/** The body of a membership in the seeded team group. */
export const membership = (userId: string, more: Body = {}): Body => ({
  instance_id: INSTANCE_ID,
  traffic_distribution_group_id: TEAM_GROUP_ID,
  user_id: userId,
  ...more,
});
