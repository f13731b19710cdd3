import { join } from 'node:path';
import { fileStore, type ToyStore } from './store';
import { TerraformProject, type PluginPackage } from '../terraform/project';

type Json = Readonly<Record<string, unknown>>;

/** A Terraform project that uses the toy, and the toy's remote system. */
export class ToyProject extends TerraformProject {
  readonly store: ToyStore = fileStore(join(this.directory, 'store.json'));

  /** Without a plugin, `env` leads to one that runs. */
  constructor(
    private readonly plugin: PluginPackage | undefined,
    env: NodeJS.ProcessEnv = {},
  ) {
    super({ plugins: plugin ? [plugin] : [], env });
  }

  /** Makes `main` the whole configuration, around which the provider is set up. */
  configure(main: Json, provider: Json = { store: '${abspath(path.module)}/store.json' }): void {
    const toy = { source: 'example.test/acme/toy', version: '1.0.0' };
    this.write(
      'main.tf.json',
      JSON.stringify({ terraform: { required_providers: { toy } }, provider: { toy: provider }, ...main }, null, 2),
    );
  }

  /** Makes the configuration one `toy_thing.a`. */
  async thing(thing: Json, rest: Json = {}): Promise<void> {
    this.configure({ resource: { toy_thing: { a: thing } }, ...rest });
    await this.init();
  }

  async init(): Promise<void> {
    if (this.plugin) await this.succeed('init', '-no-color');
  }

  async apply(): Promise<string> {
    return (await this.succeed('apply', '-auto-approve', '-no-color')).stdout;
  }

  /** What the next plan would do to `address`. */
  async planned(address = 'toy_thing.a') {
    const plan = await this.planJson();
    return plan.resource_changes?.find((change) => change.address === address)?.change;
  }
}
