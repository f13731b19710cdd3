import { startTestEmulator, type TestEmulator } from '../emulator/test-emulator';
import { runningProvider, type ProviderForTerraform } from './our-provider';
import { TerraformProject } from './project';
import { PROVIDER_SOURCE } from '../../../constructs/provider-address';

/** Configuration as somebody would have it in a directory of its own. */
export interface Module {
  /** By path; HCL that says where the provider is, and not whom it calls. */
  readonly files: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What is there before Terraform comes. */
  readonly before?: (emulator: TestEmulator) => Promise<unknown>;
}

/**
 * Many small configurations in one project, each a module with a contact centre of its own: one start of terraform tries
 * all of them, and they cannot meet.
 */
export class Modules {
  private constructor(
    readonly project: TerraformProject,
    readonly emulators: Readonly<Record<string, TestEmulator>>,
    private readonly provider: ProviderForTerraform,
  ) {}

  static async start(modules: Readonly<Record<string, Module>>): Promise<Modules> {
    const provider = await runningProvider();
    const project = new TerraformProject(provider.forProject());
    const emulators: Record<string, TestEmulator> = {};
    for (const [name, { files, variables = {}, before }] of Object.entries(modules)) {
      const emulator = (emulators[name] = await startTestEmulator({ seed: 'demo' }));
      await before?.(emulator);
      for (const [path, text] of Object.entries(calling(emulator.url, files))) project.write(`${name}/${path}`, text);
      project.write(`${name}.tf.json`, JSON.stringify({ module: { [name]: { source: `./${name}`, ...variables } } }));
    }
    await project.succeed('get', '-no-color');
    return new Modules(project, emulators, provider);
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.emulators).map((emulator) => emulator.close()));
    this.project.remove();
    await this.provider.stop();
  }
}

/** The files, with a provider that calls this emulator: the one that is configured, or else one more. */
function calling(url: string, files: Module['files']): Module['files'] {
  const settings = {
    endpoint: url,
    access_key: 'AKIATEST',
    secret_key: 'test',
    consistency_window: '1ms',
    requests_per_second: 1000,
    burst: 1000,
  };
  const lines = Object.entries(settings).map(([name, value]) => `  ${name} = ${JSON.stringify(value)}\n`);
  const configured = Object.entries(files).map(([path, text]) => [
    path,
    text.replace(/^provider "connect" \{\n/gm, (head) => head + lines.join('')),
  ]);
  const all = Object.values(files).join('\n');
  return {
    ...Object.fromEntries(configured),
    ...(!/^provider "connect"/m.test(all) && { 'provider.tf': `provider "connect" {\n  region = "us-east-1"\n${lines.join('')}}\n` }),
    ...(!all.includes('required_providers') && {
      'versions.tf.json': JSON.stringify({ terraform: { required_providers: { connect: { source: PROVIDER_SOURCE } } } }),
    }),
  };
}
