import { ConnectClient } from '@aws-sdk/client-connect';
import { PROVIDER_SOURCE } from '../../../constructs/provider-address';
import { AGENT_SECURITY_PROFILE_ID, BASIC_ROUTING_PROFILE_ID, INSTANCE_ID, TEAM_GROUP_ID } from '../../../emulator/seed/demo';
import { type LoggedCall, startTestEmulator, type SettingsPatch, type Snapshot, type TestEmulator } from '../emulator/test-emulator';
import { TerraformProject } from './project';
import { installedProvider, type ProviderForTerraform, runningProvider } from './our-provider';

export type Body = Readonly<Record<string, unknown>>;

/** What goes into a configuration beside the provider: `resource`, `data`, `import`, `moved`, `output` ... */
export type Declaration = Readonly<Record<string, unknown>>;

export interface ContactCentreOptions {
  readonly settings?: SettingsPatch;
  /** Further variables for terraform. */
  readonly env?: NodeJS.ProcessEnv;
  /**
   * Who starts the provider: terraform does so three or four times for each command, as for users. Tests that are not about
   * processes, signals, logs or the environment talk to one process, which costs half; what it is used for it finds out on Linux only.
   * @default 'test' on Linux
   */
  readonly providerStartedBy?: 'test' | 'terraform';
}

const STARTED_BY = process.platform === 'linux' ? 'test' : 'terraform';

/** An emulated contact centre, and a Terraform project that the real `terraform` runs with the real plugin. */
export class ContactCentre {
  private initialised = false;
  private readonly guests: ContactCentre[] = [];

  private constructor(
    readonly emulator: TestEmulator,
    readonly project: TerraformProject,
    private readonly provider: ProviderForTerraform,
  ) {}

  static async start({ settings = {}, env, providerStartedBy = STARTED_BY }: ContactCentreOptions = {}): Promise<ContactCentre> {
    const [emulator, provider] = await Promise.all([
      startTestEmulator({ seed: 'demo', settings }),
      providerStartedBy === 'test' ? runningProvider() : installedProvider(),
    ]);
    return new ContactCentre(emulator, new TerraformProject(provider.forProject(env)), provider);
  }

  /** Another Terraform project for the same contact centre: a second stack, with a state of its own. Goes with this one. */
  otherStack(): ContactCentre {
    const guest = new ContactCentre(this.emulator, new TerraformProject(this.provider.forProject()), this.provider);
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
    await this.provider.stop();
  }

  /** Writes the configuration; `provider` is added to the provider's own. Runs `init` the first time, where terraform needs it. */
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
    if (first && this.provider.needsInit) await this.project.succeed('init', '-input=false', '-no-color');
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
