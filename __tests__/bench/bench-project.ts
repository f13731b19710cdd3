import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { TerraformProject, type TerraformRun } from '../support/terraform/project';
import type { Body, Resources } from './declarations';
import type { EmulatorProcess } from './emulator-process';
import { type Usage, watchUsage } from './process-usage';
import type { Provider } from './provider';
import type { Scratch } from './scratch';

export interface Measured extends Usage {
  readonly args: readonly string[];
  readonly run: TerraformRun;
  readonly wallS: number;
}

/** The instance of a resource as a state file holds it. */
export type Instance = Readonly<Record<string, unknown>>;

/** A Terraform project with one provider, whose commands are measured. */
export class BenchProject {
  readonly project: TerraformProject;
  private readonly states: object[] = [];

  private constructor(
    private readonly scratch: Scratch,
    private readonly provider: Provider,
  ) {
    this.project = new TerraformProject({
      plugins: provider.plugin ? [provider.plugin] : [],
      env: { AWS_EC2_METADATA_DISABLED: 'true' },
    });
  }

  /** Installs the provider and declares resources, and what else the configuration has; `terraform` is added to ours. */
  static async create(
    scratch: Scratch,
    provider: Provider,
    emulator: EmulatorProcess,
    resources: readonly Resources[],
    { terraform, ...more }: Body & { readonly terraform?: Body } = {},
  ): Promise<BenchProject> {
    const project = new BenchProject(scratch, provider);
    const { name, plugin } = provider;
    project.write({
      terraform: { ...(plugin && { required_providers: { [name]: { source: plugin.source } } }), ...terraform },
      ...(plugin && { provider: { [name]: provider.block(emulator) } }),
      resource: Object.fromEntries(resources.map(({ type, bodies }) => [type, bodies])),
      ...more,
    });
    await project.succeed('init', '-input=false', '-no-color');
    return project;
  }

  /** A directory with the provider in it, and nothing declared. */
  static empty = (scratch: Scratch, provider: Provider): BenchProject => new BenchProject(scratch, provider);

  /** Makes terraform believe that these resources exist. `instances` are by name. */
  writeState(type: string, instances: Readonly<Record<string, Instance>>): void {
    this.states.push(
      ...Object.entries(instances).map(([name, instance]) => ({
        mode: 'managed',
        type,
        name,
        provider: this.provider.address,
        instances: [instance],
      })),
    );
    const state = {
      version: 4,
      terraform_version: '1.11.4',
      serial: 1,
      lineage: randomUUID(),
      outputs: {},
      resources: this.states,
      check_results: null,
    };
    this.project.write('terraform.tfstate', JSON.stringify(state, undefined, 2));
  }

  /** The one instance of `type` in the state. */
  instanceOf(type: string): Instance {
    const instance = this.project.state().find((resource) => resource.type === type)?.instances[0];
    if (!instance) throw new Error(`terraform wrote no ${type} into its state.`);
    return { ...instance };
  }

  /** `terraform plan`, with its readable output and a plan file. */
  plan(...args: readonly string[]): Promise<Measured> {
    return this.measure('plan', '-input=false', '-no-color', '-out=bench.tfplan', ...args);
  }

  apply(...args: readonly string[]): Promise<Measured> {
    return this.measure('apply', '-auto-approve', '-input=false', '-no-color', ...args);
  }

  /** Applies what `plan` wrote. */
  applyPlan(): Promise<Measured> {
    return this.measure('apply', '-input=false', '-no-color', 'bench.tfplan');
  }

  destroy(): Promise<Measured> {
    return this.measure('destroy', '-auto-approve', '-input=false', '-no-color');
  }

  /** What the last plan does to each resource by address, without what stays as it is. */
  async changes(): Promise<Readonly<Record<string, string>>> {
    const { stdout } = await this.succeed('show', '-json', 'bench.tfplan');
    const plan = JSON.parse(stdout) as {
      readonly resource_changes?: readonly { readonly address: string; readonly change: { readonly actions: readonly string[] } }[];
    };
    return Object.fromEntries(
      (plan.resource_changes ?? [])
        .map(({ address, change }) => [address, change.actions.join('+')] as const)
        .filter(([, actions]) => actions !== 'no-op'),
    );
  }

  remove(): void {
    this.project.remove();
  }

  private async measure(...args: readonly string[]): Promise<Measured> {
    const start = performance.now();
    const { process: child, done } = this.project.start(...args);
    this.scratch.watch(child, { group: true });
    const usage = watchUsage(child.pid ?? 0);
    try {
      const run = await done;
      return { args, run, wallS: (performance.now() - start) / 1000, ...usage.stop() };
    } finally {
      usage.stop();
    }
  }

  private async succeed(...args: readonly string[]): Promise<TerraformRun> {
    return succeeded(await this.measure(...args)).run;
  }

  private write(configuration: Body): void {
    this.project.write('main.tf.json', JSON.stringify(configuration, undefined, 2));
  }
}

/** @throws with what terraform said when it failed */
export function succeeded(measured: Measured): Measured {
  const { args, run } = measured;
  if (run.code !== 0)
    throw new Error(`terraform ${args.join(' ')} ended with ${run.code}\n${run.stdout.slice(-2000)}\n${run.stderr.slice(-4000)}`);
  return measured;
}
