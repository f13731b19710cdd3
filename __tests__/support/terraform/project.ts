import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A provider as Terraform installs it. */
export interface PluginPackage {
  /** Holds the executable, `terraform-provider-<type>_v<version>.cjs`. */
  readonly directory: string;
  /** `host/namespace/type` */
  readonly source: string;
  readonly version: string;
}

export interface TerraformRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningTerraform {
  readonly process: ChildProcess;
  readonly done: Promise<TerraformRun>;
}

/** The parts of `terraform show -json` that tests look at. */
export interface PlanJson {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: Record<string, unknown> | null;
      readonly after: Record<string, unknown> | null;
      readonly after_unknown: Record<string, unknown>;
      readonly replace_paths?: readonly (readonly (string | number)[])[];
    };
  }[];
  readonly [key: string]: unknown;
}

export interface StateResource {
  readonly type: string;
  readonly name: string;
  readonly mode: string;
  readonly instances: readonly { readonly attributes: Record<string, unknown>; readonly status?: string; readonly private?: string }[];
}

export interface ProjectOptions {
  readonly plugins?: readonly PluginPackage[];
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * The real `terraform` in a temporary directory of its own: no registry, no settings of the user.
 * Providers come from the directory's own `terraform.d/plugins`, or from `TF_REATTACH_PROVIDERS` in `env`.
 */
export class TerraformProject {
  readonly directory = mkdtempSync(join(tmpdir(), 'terraform-project-'));
  private readonly env: NodeJS.ProcessEnv;

  constructor({ plugins = [], env = {} }: ProjectOptions = {}) {
    const cliConfig = this.write('terraform.rc', '');
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('TF_'));
    this.env = { ...Object.fromEntries(inherited), TF_CLI_CONFIG_FILE: cliConfig, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', ...env };
    for (const plugin of plugins) this.install(plugin);
  }

  /** Puts a file into the project; answers with its path. */
  write(name: string, content: string): string {
    const path = join(this.directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** Runs terraform to its end. `-no-color` and `-input=false` are the caller's to add where they matter. */
  run(...args: readonly string[]): Promise<TerraformRun> {
    return this.start(...args).done;
  }

  /** As `run`; fails with all output when terraform does. */
  async succeed(...args: readonly string[]): Promise<TerraformRun> {
    const result = await this.run(...args);
    if (result.code !== 0) throw new Error(`terraform ${args.join(' ')} ended with ${result.code}\n${result.stdout}\n${result.stderr}`);
    return result;
  }

  /** Starts terraform as the leader of its own process group, as a terminal does. */
  start(...args: readonly string[]): RunningTerraform {
    const child = spawn('terraform', args, { cwd: this.directory, env: this.env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output.stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output.stderr += chunk));
    const done = new Promise<TerraformRun>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, ...output }));
    });
    return { process: child, done };
  }

  /** Plans, and gives the plan as JSON. */
  async planJson(...args: readonly string[]): Promise<PlanJson> {
    await this.succeed('plan', '-input=false', '-no-color', '-out=tests.tfplan', ...args);
    return JSON.parse((await this.succeed('show', '-json', 'tests.tfplan')).stdout) as PlanJson;
  }

  /** The resources in the state file, data sources included; none before the first apply. */
  state(): readonly StateResource[] {
    const path = join(this.directory, 'terraform.tfstate');
    if (!existsSync(path)) return [];
    return (JSON.parse(readFileSync(path, 'utf8')) as { resources: readonly StateResource[] }).resources;
  }

  /** The state of the one instance of `address`, `type.name`. */
  attributes(address: string): Record<string, unknown> | undefined {
    return this.state().find(({ mode, type, name }) => `${mode === 'data' ? 'data.' : ''}${type}.${name}` === address)?.instances[0]
      ?.attributes;
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  private install({ directory, source, version }: PluginPackage): void {
    const mirror = join(this.directory, 'terraform.d', 'plugins', source, version);
    mkdirSync(mirror, { recursive: true });
    symlinkSync(directory, join(mirror, PLATFORM), 'dir');
  }
}

const OS: Readonly<Record<string, string>> = { win32: 'windows' };
const ARCHITECTURE: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };
const PLATFORM = `${OS[process.platform] ?? process.platform}_${ARCHITECTURE[process.arch] ?? process.arch}`;
