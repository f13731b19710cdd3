import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { builtPlugin } from '../../constructs/plugin/built-plugin';
import { obstacleText, obstacleTo, pluginCache } from '../../constructs/plugin/cli-configuration';
import { PROVIDER_SOURCE } from '../../constructs/provider-address';
import { type Finding, ok, warning, wrong } from './finding';

/** What of this computer the provider needs. */
export function computer(env: NodeJS.ProcessEnv): readonly Finding[] {
  return [nodeInPath(env), terraform(env), system(process.platform), ...plugin(env), ...cache(env)];
}

/** Not the one that runs this: Terraform starts the plugin by the `node` of the PATH, and takes the first line that it prints for the plugin's. */
export function nodeInPath(env: NodeJS.ProcessEnv): Finding {
  const { error, status, stdout } = startNode(env);
  if (error || status !== 0)
    return wrong(
      `Node.js: the "node" of the PATH cannot be started (${(error as NodeJS.ErrnoException | undefined)?.code ?? `it ends with ${status}`})`,
      'Terraform starts the plugin with it. Put the directory of Node.js 20 or 22 into the PATH. If NODE_OPTIONS is set, check what it loads.',
    );
  const lines = stdout.trimEnd().split('\n');
  const version = lines.pop() ?? '';
  const [printed] = lines;
  if (printed !== undefined)
    return wrong(
      `Node.js: "node" prints "${printed}" before any program does`,
      `Terraform takes this text for the answer of the plugin, and cannot start the plugin. ${chatterAdvice(env)}`,
    );
  return node(version);
}

const startNode = (env: NodeJS.ProcessEnv) =>
  spawnSync('node', ['-p', 'process.versions.node'], {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });

/** Who prints it: without NODE_OPTIONS, only a wrapper can. */
function chatterAdvice(env: NodeJS.ProcessEnv): string {
  const { NODE_OPTIONS: options = '', ...without } = env;
  if (options !== '' && !startNode(without).stdout.trimEnd().includes('\n'))
    return 'A module that NODE_OPTIONS loads prints it. Unset NODE_OPTIONS, or make the module print to stderr or not at all.';
  return 'The "node" of the PATH is a wrapper that prints it ("command -v node" shows where it is). Make the wrapper print to stderr or not at all, or put the directory of Node.js itself before it in the PATH.';
}

/** @param version without a "v" */
export function node(version: string): Finding {
  if (!isAtLeast(version, '20.9'))
    return wrong(`Node.js ${version}: the plugin and the constructs need 20.9 or later`, 'Install Node.js 20 or 22: https://nodejs.org');
  return ok(`Node.js ${version}`);
}

/** @param longestMs after that, it is taken for one that hangs, as a wrapper may that asks a question or a network */
export function terraform(env: NodeJS.ProcessEnv, longestMs = 60_000): Finding {
  const program = env['TERRAFORM_BINARY_NAME'] ?? 'terraform';
  const { error, stdout } = spawnSync(program, ['version', '-json'], {
    encoding: 'utf8',
    env: { ...env, CHECKPOINT_DISABLE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longestMs,
    killSignal: 'SIGKILL',
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT')
    return wrong(
      `Terraform: "${program} version" does not end, after ${longestMs / 1000} s`,
      'Run it by hand: it may be a wrapper that waits for something.',
    );
  if (error)
    return wrong(
      `Terraform: "${program}" cannot be started (${(error as NodeJS.ErrnoException).code ?? error.message})`,
      'Install Terraform, https://developer.hashicorp.com/terraform/install, or name another program in TERRAFORM_BINARY_NAME.',
    );
  const version = /"terraform_version": *"([^"]+)"/.exec(stdout)?.[1];
  return version === undefined
    ? warning(`Terraform: "${program}" does not tell its version`, 'Check that it is Terraform.')
    : terraformVersion(version);
}

export function terraformVersion(version: string): Finding {
  if (!isAtLeast(version, '1.5'))
    return wrong(`Terraform ${version}: the provider needs 1.5 or later`, 'Install a later version. 1.11 is the tested one.');
  if (!isAtLeast(version, '1.11'))
    return warning(
      `Terraform ${version}: password_wo needs 1.11${isAtLeast(version, '1.8') ? '' : ', and "moved" from another resource type 1.8'}`,
      'Install Terraform 1.11 or later if you need these.',
    );
  return ok(`Terraform ${version}`);
}

function system(platform: NodeJS.Platform): Finding {
  if (platform === 'linux') return ok('Linux');
  if (platform === 'darwin') return ok('macOS');
  return wrong(`${platform}: the plugin runs on Linux and macOS`, 'Use one of them; on Windows, the Windows Subsystem for Linux.');
}

function plugin(env: NodeJS.ProcessEnv): readonly Finding[] {
  let version: string;
  try {
    ({ version } = builtPlugin());
  } catch (error) {
    return [wrong("The provider's plugin is not in this package", error instanceof Error ? error.message : String(error))];
  }
  return [ok(`The provider's plugin, version ${version}`), configuration(version, env)];
}

function configuration(version: string, env: NodeJS.ProcessEnv): Finding {
  const { TF_CLI_CONFIG_FILE: named = '' } = env;
  if (named !== '' && !existsSync(named))
    return warning(
      `TF_CLI_CONFIG_FILE is ${named}, and there is no such file`,
      'Create the file, or unset the variable: Terraform warns of it in each run.',
    );
  const obstacle = obstacleTo(version, env);
  return obstacle
    ? wrong(`Where Terraform takes providers from: ${obstacle.file}`, obstacleText(obstacle).trimEnd())
    : ok('Terraform finds the plugin: no CLI configuration is in the way');
}

/** Of a cache that is not there Terraform complains in each run. Of a plugin in a directory, a cache holds a link there. */
function cache(env: NodeJS.ProcessEnv): readonly Finding[] {
  const found = pluginCache(env);
  if (!found) return [ok('No cache of plugins (TF_PLUGIN_CACHE_DIR), or that of cdktf')];
  const { directory, source } = found;
  const isDirectory = statSync(directory, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isDirectory)
    return [
      wrong(
        `${source} is ${directory}, which is not a directory`,
        'Create it, or remove the setting: Terraform complains of it in each run.',
      ),
    ];
  const target = linkIn(join(directory, PROVIDER_SOURCE));
  return [
    target === undefined
      ? ok(`The cache of plugins is ${directory}; this provider is not in it`)
      : warning(
          `The cache of plugins, ${directory}, has this provider, as a link to ${target}`,
          'If that directory is removed, projects fail with "Required plugins are not installed": run "terraform init" again in each. In HCL, ~/.terraform.d/plugins as the mirror serves all projects. CDK for Terraform does not use the cache for this provider.',
        ),
  ];
}

/** Nothing in what is no directory, such as a `.DS_Store` beside the versions. */
const inDirectory = (path: string): readonly string[] =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];

/** Where the first version and platform leads that is a link. */
function linkIn(provider: string): string | undefined {
  const link = inDirectory(provider)
    .flatMap(inDirectory)
    .find((platform) => lstatSync(platform).isSymbolicLink());
  return link && readlinkSync(link);
}

function isAtLeast(version: string, least: string): boolean {
  const [a = 0, b = 0] = version.split('.').map(Number);
  const [major = 0, minor = 0] = least.split('.').map(Number);
  return a > major || (a === major && b >= minor);
}
