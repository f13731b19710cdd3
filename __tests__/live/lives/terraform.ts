import { PROVIDER_SOURCE } from '../../../constructs/provider-address';
import type { Body, Declaration } from '../../support/terraform/contact-centre';
import type { ProviderForTerraform } from '../../support/terraform/our-provider';
import { TerraformProject, type TerraformRun } from '../../support/terraform/project';
import { type Told, toldBy } from '../../support/terraform/told';
import { randomPassword } from '../instance/lab';

/** Something that a run of terraform complained about. */
export class Complaint extends Error {
  constructor(
    /** Without names: what the report may tell. */
    readonly summary: string,
    details: string,
  ) {
    super(details);
  }
}

/** The real terraform with the built provider, in a directory of its own. Stops as after Ctrl-C when told to. */
export class LiveTerraform {
  private readonly project: TerraformProject;
  private initialised = false;

  constructor(
    private readonly provider: ProviderForTerraform,
    private readonly configuration: Body,
    private readonly signal?: AbortSignal,
  ) {
    this.project = new TerraformProject(provider.forProject({ TF_VAR_password: randomPassword() }));
  }

  get isStopped(): boolean {
    return this.signal?.aborted ?? false;
  }

  async apply(declaration: Declaration, ...args: readonly string[]): Promise<Told> {
    await this.declare(declaration);
    return this.told('apply', '-json', '-auto-approve', '-input=false', ...args);
  }

  plan(): Promise<Told> {
    return this.told('plan', '-json', '-input=false');
  }

  /** The ids under which all resources can be imported, by address. */
  importIds(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.project
        .state()
        .filter(({ mode }) => mode === 'managed')
        .map(({ type, name, instances }) => [`${type}.${name}`, importId(type, instances[0]?.attributes ?? {})]),
    );
  }

  async forget(addresses: readonly string[]): Promise<void> {
    mustSucceed(await this.run('state', 'rm', ...addresses));
  }

  remove(): void {
    this.project.remove();
  }

  private async declare(declaration: Declaration): Promise<void> {
    this.project.write(
      'main.tf.json',
      JSON.stringify({
        terraform: { required_providers: { connect: { source: PROVIDER_SOURCE } } },
        variable: { password: { type: 'string', ephemeral: true, sensitive: true } },
        provider: { connect: this.configuration },
        ...declaration,
      }),
    );
    if (!this.initialised && this.provider.needsInit) mustSucceed(await this.run('init', '-input=false', '-no-color'));
    this.initialised = true;
  }

  private async told(...args: readonly string[]): Promise<Told> {
    const told = toldBy(await this.run(...args));
    const [error] = told.errors;
    if (error)
      throw new Complaint(
        error.summary,
        told.errors.map(({ summary, detail, address = '' }) => `${address}: ${summary}: ${detail}`).join('\n'),
      );
    if (told.code !== 0) throw new Complaint('terraform failed', `terraform ended with ${told.code}`);
    return told;
  }

  private async run(...args: readonly string[]): Promise<TerraformRun> {
    this.signal?.throwIfAborted();
    const running = this.project.start(...args);
    const interrupt = (): void => void running.process.kill('SIGINT');
    this.signal?.addEventListener('abort', interrupt);
    const ended = await running.done.finally(() => this.signal?.removeEventListener('abort', interrupt));
    this.signal?.throwIfAborted();
    return ended;
  }
}

function mustSucceed({ code, stdout, stderr }: TerraformRun): void {
  if (code !== 0) throw new Complaint('terraform failed', `${stdout}\n${stderr}`);
}

function importId(type: string, { id, arn, instance_id: instance }: Readonly<Record<string, unknown>>): string {
  switch (type) {
    case 'connect_traffic_distribution':
      return String(arn);
    case 'connect_traffic_distribution_group':
      return `${String(instance)},${String(id)}`;
    default:
      return String(id);
  }
}
