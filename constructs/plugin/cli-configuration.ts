import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { PROVIDER_SOURCE } from '../provider-address';
import { hclCache, hclMethods, jsonCache, jsonMethods, type Method } from './provider-installation';

/*
 * Terraform's CLI configuration of the user. As soon as it says how providers are installed, Terraform no longer looks into the
 * stack's directory for them.
 */

/** All providers of this package. */
export const OURS = PROVIDER_SOURCE.replace(/[^/]+$/, '*');

export interface Obstacle {
  /** The file that says how providers are installed. */
  readonly file: string;
  /** Ours is in a mirror that is named there, and another method is asked for it nevertheless. */
  readonly onlyExcludeMissing: boolean;
}

/** What of the user's configuration keeps Terraform from the plugin of this version; nothing where it is found. */
export function obstacleTo(version: string, env: NodeJS.ProcessEnv = process.env): Obstacle | undefined {
  for (const file of configurationFiles(env)) {
    const methods = methodsIn(file);
    if (methods === undefined || methods.some(({ type, overrides }) => type === 'dev_overrides' && overrides.includes(PROVIDER_SOURCE)))
      continue;
    const asked = methods.filter(asksForOurs);
    const served = asked.some(({ type, path }) => type === 'filesystem_mirror' && existsSync(join(path, PROVIDER_SOURCE, version)));
    if (!served || asked.some(({ type }) => type === 'direct' || type === 'network_mirror')) return { file, onlyExcludeMissing: served };
  }
  return undefined;
}

/** What is in the way, and what to do. */
export function obstacleText({ file, onlyExcludeMissing }: Obstacle): string {
  const mirror = join(homedir(), '.terraform.d', 'plugins');
  const exclude = `exclude = ["${OURS}"]`;
  const block = `filesystem_mirror {\n    path    = ${JSON.stringify(mirror)}\n    include = ["${OURS}"]\n  }`;
  return (
    `${file} has a "provider_installation" block: Terraform takes providers from there alone, and ` +
    (onlyExcludeMissing
      ? `asks other hosts for this one beside the mirror that has it; "terraform init" will fail with "no such host". Add to each other method of that block:\n\n    ${exclude}\n`
      : `not from the directory of the stack; "terraform init" will fail with "no such host". Run "npx cdktf-amazon-connect mirror ${mirror}" ` +
        `(again for each new version of this package), and add to that block\n\n  ${block}\n\nand to each other method in it:\n\n    ${exclude}\n`)
  );
}

/** As Terraform finds them: what the environment names takes the place of all others. */
function configurationFiles(env: NodeJS.ProcessEnv): readonly string[] {
  const named = env['TF_CLI_CONFIG_FILE'] ?? env['TERRAFORM_CONFIG'];
  if (named !== undefined && named !== '') return [named];
  const home = env['HOME'] ?? homedir();
  const directory = join(home, '.terraform.d');
  const more = filesIn(directory).filter((name) => /\.tfrc(\.json)?$/.test(name));
  return [join(home, '.terraformrc'), ...more.map((name) => join(directory, name))];
}

function filesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    return [];
  }
}

/** How a file says that providers are installed; nothing where it does not. */
const methodsIn = (file: string): readonly Method[] | undefined => read(file, hclMethods, jsonMethods);

/** Nothing where a file cannot be read: Terraform then says so itself. */
function read<T>(file: string, ofHcl: (text: string) => T, ofJson: (configuration: unknown) => T): T | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    return text.trimStart().startsWith('{') ? ofJson(JSON.parse(text)) : ofHcl(text);
  } catch {
    return undefined;
  }
}

export interface PluginCache {
  readonly directory: string;
  /** What names it: a variable of the environment, or a file. */
  readonly source: string;
}

/** The cache of plugins that Terraform uses; the environment wins, and `cdktf` names one there by itself. */
export function pluginCache(env: NodeJS.ProcessEnv): PluginCache | undefined {
  const { TF_PLUGIN_CACHE_DIR: named = '' } = env;
  if (named !== '') return { directory: named, source: 'TF_PLUGIN_CACHE_DIR' };
  for (const file of configurationFiles(env)) {
    const written = read(file, hclCache, jsonCache) ?? '';
    const directory = written.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced?: string, bare?: string) => env[braced ?? bare ?? ''] ?? '');
    if (directory !== '') return { directory, source: `plugin_cache_dir of ${file}` };
  }
  return undefined;
}

const asksForOurs = ({ include, exclude }: Method): boolean => (include === undefined || include.some(isOurs)) && !exclude.some(isOurs);

/** Patterns of fewer parts are of Terraform's own registry. */
function isOurs(pattern: string): boolean {
  const parts = pattern.split('/');
  return parts.length === 3 && PROVIDER_SOURCE.split('/').every((part, index) => parts[index] === '*' || parts[index] === part);
}
