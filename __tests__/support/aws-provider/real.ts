import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { thisPackage } from '../../../constructs/plugin/built-plugin';
import { withoutCredentials } from '../terraform/direct-project';
import { type RunningProvider, startProvider } from '../terraform/running-provider';
import { goBetween } from './go-between';

export const AWS_PROVIDER_SOURCE = 'registry.terraform.io/hashicorp/aws';
const VERSION = '5.100.0';

/** What runs by itself logs all that terraform would leave out: tens of thousands of lines for a plan. */
const QUIET = { TF_LOG_PROVIDER: 'ERROR', TF_LOG_SDK: 'ERROR', TF_LOG_SDK_PROTO: 'ERROR' };

/** Optional equipment of a development machine; not part of the project. */
const TOOL = join(thisPackage().root, '..', 'shared', 'tools', 'aws-provider-mirror');

/** The directory that holds the executable of the real AWS provider, where this machine has it. */
export function awsProviderDirectory(): string | undefined {
  const mirror = process.env['AWS_PROVIDER_MIRROR'] || askTool();
  if (mirror === undefined) return undefined;
  const directory = join(mirror, AWS_PROVIDER_SOURCE, VERSION, `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`);
  return existsSync(directory) ? directory : undefined;
}

function askTool(): string | undefined {
  if (!existsSync(TOOL)) return undefined;
  const { status, stdout } = spawnSync(TOOL, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Each of its starts takes longer than all that it does here. */
export async function startAwsProvider(directory: string): Promise<RunningProvider> {
  const [executable = ''] = readdirSync(directory).filter((name) => name.startsWith('terraform-provider-aws'));
  return goBetween(await startProvider(join(directory, executable), { ...process.env, ...withoutCredentials(), ...QUIET }));
}

/** The provider block that sends the AWS provider's calls to an emulator. */
export const awsProviderBlock = (endpoint: string): Readonly<Record<string, unknown>> => ({
  region: 'us-east-1',
  access_key: 'AKIAPEER',
  secret_key: 'test',
  skip_credentials_validation: true,
  skip_metadata_api_check: 'true',
  skip_region_validation: true,
  skip_requesting_account_id: true,
  endpoints: [{ connect: endpoint }],
});
