import { join } from 'node:path';
import { builtPlugin } from '../../constructs/plugin/built-plugin';
import { placePlugin } from '../../constructs/plugin/place-plugin';
import { PROVIDER_SOURCE } from '../../constructs/provider-address';
import { AWS_PROVIDER_SOURCE, awsProviderBlock, awsProviderDirectory } from '../support/aws-provider/real';
import type { PluginPackage } from '../support/terraform/project';
import type { Body } from './declarations';
import { type EmulatorProcess, QUOTA } from './emulator-process';
import type { Scratch } from './scratch';

/** A provider that terraform can install, and how it is told of an emulator. */
export interface Provider {
  readonly name: string;
  /** Absent for what is built into terraform. */
  readonly plugin?: PluginPackage;
  /** As state files name it. */
  readonly address: string;
  block(emulator: EmulatorProcess): Body;
}

/** Requests a second that are never waited for. */
const UNPACED = 1000;

/** The largest rate that the provider can be given. */
const FASTEST = 1000;

/**
 * The built plugin at the emulator's pace: its documented quota, times its time scale. `exact` reads each
 * resource by itself.
 */
export function connectProvider(scratch: Scratch, { exact = false } = {}): Provider {
  const plugin = builtPlugin();
  const mirror = join(scratch.directory, 'plugins');
  placePlugin(plugin, mirror);
  const directory = join(mirror, PROVIDER_SOURCE, plugin.version, 'linux_amd64');
  return {
    name: 'connect',
    plugin: { directory, source: PROVIDER_SOURCE, version: plugin.version },
    address: `provider["${PROVIDER_SOURCE}"]`,
    block: ({ url, pace: { rate, timeScale } }) => ({
      region: 'us-east-1',
      endpoint: url,
      access_key: 'AKIABENCH',
      secret_key: 'not-a-secret',
      ...(rate === 'off'
        ? { requests_per_second: UNPACED, burst: UNPACED }
        : { requests_per_second: Math.min(FASTEST, rate * timeScale), burst: QUOTA.burst }),
      ...(exact && { refresh_mode: 'exact' }),
    }),
  };
}

/** The real AWS provider, where this machine has it. */
export function awsProvider(): Provider | undefined {
  const directory = awsProviderDirectory();
  if (directory === undefined) return undefined;
  const version = directory.split('/').at(-2) ?? '';
  return {
    name: 'aws',
    plugin: { directory, source: AWS_PROVIDER_SOURCE, version },
    address: `provider["${AWS_PROVIDER_SOURCE}"]`,
    block: ({ url }) => awsProviderBlock(url),
  };
}

/** `terraform_data` needs no process and calls nobody. */
export const builtIn: Provider = { name: 'terraform', address: 'provider["terraform.io/builtin/terraform"]', block: () => ({}) };
