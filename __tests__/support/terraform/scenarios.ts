import { PROVIDER_SOURCE } from '../../../constructs/provider-address';
import { DirectProject } from './direct-project';
import { ourRunningProvider } from './our-provider';
import { reattaching, type RunningProvider } from './running-provider';
import { startTestEmulator, type SettingsPatch, type TestEmulator } from '../emulator/test-emulator';

type Body = Readonly<Record<string, unknown>>;

/** What most scenarios configure; `undefined` leaves one out. */
export const KEYS: Body = { region: 'us-east-1', access_key: 'AKIATEST', secret_key: 'test' };

/** An emulated contact centre, and projects that use it: one for each provider configuration under test. */
export class Scenarios {
  private readonly projects: DirectProject[] = [];

  private constructor(
    readonly emulator: TestEmulator,
    private readonly provider: RunningProvider,
  ) {}

  static async start(settings?: SettingsPatch): Promise<Scenarios> {
    return new Scenarios(...(await Promise.all([startTestEmulator({ settings }), ourRunningProvider()])));
  }

  /**
   * A project with this provider configuration, beside the emulator's endpoint, and these declarations. With variables of its
   * own terraform starts the provider, which reads them too; without, it uses one that runs.
   */
  project(provider: Body, declarations: Body, env: NodeJS.ProcessEnv = reattaching(this.provider)): DirectProject {
    const project = new DirectProject({ env });
    this.projects.push(project);
    this.declare(project, provider, declarations);
    return project;
  }

  declare(project: DirectProject, provider: Body, declarations: Body): void {
    project.declare({
      terraform: { required_providers: { connect: { source: PROVIDER_SOURCE } } },
      provider: { connect: { endpoint: this.emulator.url, ...provider } },
      ...declarations,
    });
  }

  /** Who called what since the last time that this was asked, as "access key operation region". */
  async callers(): Promise<readonly string[]> {
    const calls = await this.emulator.control.calls();
    await this.emulator.control.clearCalls();
    return calls.map(
      ({ accessKeyId, operation, region }) => `${accessKeyId.startsWith('ASIA') ? 'ASIA' : accessKeyId} ${operation} ${region}`,
    );
  }

  async close(): Promise<void> {
    await this.emulator.close();
    for (const project of this.projects) project.remove();
    await this.provider.stop();
  }
}
