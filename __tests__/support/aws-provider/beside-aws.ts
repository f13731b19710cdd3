import { PROVIDER_SOURCE } from '../../../constructs/provider-address';
import { startTestEmulator, type TestEmulator } from '../emulator/test-emulator';
import type { Body } from '../terraform/contact-centre';
import { DirectProject } from '../terraform/direct-project';
import { ourRunningProvider } from '../terraform/our-provider';
import { reattaching, type RunningProvider } from '../terraform/running-provider';
import { AWS_PROVIDER_SOURCE, awsProviderBlock, startAwsProvider } from './real';

/** A project that uses the AWS provider and ours on one emulator. */
export class BesideAws {
  private constructor(
    readonly emulator: TestEmulator,
    readonly project: DirectProject,
    private readonly providers: readonly RunningProvider[],
  ) {}

  static async start(directory: string): Promise<BesideAws> {
    const [emulator, ...providers] = await Promise.all([startTestEmulator(), startAwsProvider(directory), ourRunningProvider()]);
    return new BesideAws(emulator, new DirectProject({ env: reattaching(...providers) }), providers);
  }

  /** `resource`, `data`, `import` and so on, beside the providers' configuration. */
  declare(declarations: Body): void {
    const { url } = this.emulator;
    this.project.declare({
      terraform: { required_providers: { aws: { source: AWS_PROVIDER_SOURCE }, connect: { source: PROVIDER_SOURCE } } },
      provider: {
        aws: awsProviderBlock(url),
        connect: { region: 'us-east-1', endpoint: url, access_key: 'AKIATEST', secret_key: 'test' },
      },
      ...declarations,
    });
  }

  /** Plans and applies; answers with all that the plan changed, as "action address", and where the resource comes from. */
  async carryOut(): Promise<readonly string[]> {
    await this.emulator.control.clearCalls();
    const changes = await this.project.carryOut();
    return changes
      .filter(({ action }) => action !== 'read')
      .map(({ action, resource, previous_resource: from, importing }) =>
        [action, resource.addr, from?.addr ?? importing?.id].filter(Boolean).join(' '),
      )
      .sort();
  }

  async instance(id: string) {
    const found = (await this.emulator.control.state()).instances.find((instance) => instance.id === id);
    if (!found) throw new Error(`no instance ${id}`);
    return found;
  }

  async close(): Promise<void> {
    await this.emulator.close();
    await Promise.all(this.providers.map((provider) => provider.stop()));
    this.project.remove();
  }
}
