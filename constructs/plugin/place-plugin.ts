import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PROVIDER_SOURCE } from '../provider-address';
import { EXECUTABLE, type BuiltPlugin } from './built-plugin';
import { makeDirectory } from './make-directory';

/*
 * The files of Terraform's local mirrors: `<mirror>/<source>/<version>/<platform>/`. Knows the file
 * system and nothing of CDKTF, so that the command can write a mirror without loading it.
 */

/** Where the plugin runs: one Node.js script serves them all. Windows cannot start a script by its first line. */
export const PLATFORMS = ['linux_amd64', 'linux_arm64', 'darwin_amd64', 'darwin_arm64'] as const;

/**
 * Puts the plugin into a mirror for every platform and gives the hash of its package. One platform
 * holds the files, the others link to it. Files that are there already are left alone: Terraform links
 * to them from other directories, and may be running them.
 */
export function placePlugin(plugin: BuiltPlugin, mirror: string): string {
  const directory = join(mirror, PROVIDER_SOURCE, plugin.version);
  const [first, ...others] = PLATFORMS;
  const files = packageFiles(plugin);
  const hash = packageHash(files);
  if (hashOf(join(directory, first)) !== hash) copy(files, join(directory, first));
  const executable = join(directory, first, executableName(plugin));
  // Nothing is written that is right already: the mirror may be somebody else's, or cannot be written.
  if ((statSync(executable).mode & 0o777) !== 0o755) chmodSync(executable, 0o755);
  for (const platform of others) if (hashOf(join(directory, platform)) !== hash) link(first, join(directory, platform));
  return hash;
}

/**
 * Lets Terraform find the plugin installed in a stack's directory before it looks anywhere, by a link that stays within that directory. Else
 * it would put a link to this directory into the user's cache of plugins, and the next project would run from here.
 */
export function linkAsInstalled(directory: string, mirror: string, version: string): void {
  const installed = join(directory, '.terraform', 'providers', PROVIDER_SOURCE, version);
  makeDirectory(installed);
  for (const platform of PLATFORMS) {
    const target = relative(installed, join(mirror, PROVIDER_SOURCE, version, platform));
    if (linkedTo(join(installed, platform)) !== target) link(target, join(installed, platform));
  }
}

function linkedTo(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** Removes what earlier versions of this package left in a mirror that serves one version only. */
export function dropOtherVersions(mirror: string, version: string): void {
  const directory = join(mirror, PROVIDER_SOURCE);
  for (const entry of existsSync(directory) ? readdirSync(directory) : [])
    if (entry !== version) rmSync(join(directory, entry), { recursive: true });
}

/** Paths of files by the names that they have in the package. A package of ours is flat. */
type PackageFiles = ReadonlyMap<string, string>;

const packageFiles = (plugin: BuiltPlugin): PackageFiles =>
  new Map(readdirSync(plugin.directory).map((name) => [name === EXECUTABLE ? executableName(plugin) : name, join(plugin.directory, name)]));

/** Ends in `.cjs`, for below some package.json files Node.js takes a script of another name for an ES module. */
const executableName = (plugin: BuiltPlugin): string => EXECUTABLE.replace(/\.cjs$/, `_v${plugin.version}.cjs`);

/**
 * The `h1:` hash that Terraform's lock file keeps of an unpacked provider package: of the names and
 * contents of its files, not of their modes.
 */
export function packageHash(files: PackageFiles): string {
  const summary = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, path]) => `${sha256(readFileSync(path), 'hex')}  ${name}\n`)
    .join('');
  return `h1:${sha256(summary, 'base64')}`;
}

const sha256 = (data: string | Buffer, encoding: 'hex' | 'base64'): string => createHash('sha256').update(data).digest(encoding);

const hashOf = (directory: string): string | undefined =>
  existsSync(directory) ? packageHash(new Map(readdirSync(directory).map((name) => [name, join(directory, name)]))) : undefined;

function copy(files: PackageFiles, directory: string): void {
  rmSync(directory, { recursive: true, force: true });
  makeDirectory(directory);
  // Not with their modes, by which the package may be for one person alone: the mirror is for whom the umask says.
  for (const [name, path] of files) writeFileSync(join(directory, name), readFileSync(path));
}

function link(target: string, path: string): void {
  rmSync(path, { recursive: true, force: true });
  symlinkSync(target, path, 'dir');
}
