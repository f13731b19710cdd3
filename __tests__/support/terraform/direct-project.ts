import { chmodSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { builtPlugin, EXECUTABLE } from '../../../constructs/plugin/built-plugin';
import { PROVIDER_SOURCE } from '../../../constructs/provider-address';
import { TerraformProject, type TerraformRun } from './project';

/** The environment without anything of the user's that says who they are to AWS. */
export function withoutCredentials(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => name.startsWith('AWS_'));
  return { ...Object.fromEntries(names.map((name) => [name, undefined])), AWS_EC2_METADATA_DISABLED: 'true' };
}

/**
 * A project in which terraform takes a copy of our provider straight from its directory: no `init`, no check
 * of hashes. No AWS credentials in the environment but those in `env`.
 */
export class DirectProject extends TerraformProject {
  constructor({ env = {} }: { readonly env?: NodeJS.ProcessEnv } = {}) {
    super({ env: { ...withoutCredentials(), ...env } });
    const ours = join(this.directory, 'plugin');
    cpSync(builtPlugin().directory, ours, { recursive: true });
    chmodSync(join(ours, EXECUTABLE), 0o755);
    const override = [PROVIDER_SOURCE, ours].map((text) => JSON.stringify(text)).join(' = ');
    this.write('terraform.rc', `provider_installation {\n  dev_overrides {\n    ${override}\n  }\n}\n`);
  }

  /** Writes the whole configuration as JSON, a line for each attribute: terraform shows the line that it complains about. */
  declare(configuration: Readonly<Record<string, unknown>>): void {
    this.write('main.tf.json', JSON.stringify(configuration, undefined, 2));
  }

  plan(...args: readonly string[]): Promise<TerraformRun> {
    return this.run('plan', '-input=false', '-no-color', ...args);
  }

  apply(...args: readonly string[]): Promise<TerraformRun> {
    return this.run('apply', '-auto-approve', '-input=false', '-no-color', ...args);
  }

  /** Plans and applies in one command; answers with what the plan did to each resource, without "no-op". */
  async carryOut(): Promise<readonly PlannedChange[]> {
    const { stdout } = await this.succeed('apply', '-auto-approve', '-input=false', '-json');
    const messages = stdout
      .split('\n')
      .filter(Boolean)
      .map((line): Message => JSON.parse(line));
    return messages.flatMap(({ type, change }) => (type === 'planned_change' && change ? [change] : []));
  }
}

/** What terraform complained about, without its line breaks. */
export const complaint = ({ stderr }: TerraformRun): string => stderr.replace(/\s+/g, ' ');

interface Message {
  readonly type: string;
  readonly change?: PlannedChange;
}

/** As `terraform plan -json` tells it. */
export interface PlannedChange {
  readonly resource: { readonly addr: string };
  readonly previous_resource?: { readonly addr: string };
  readonly action: string;
  readonly importing?: { readonly id: string };
}
