import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { newDirectory } from '../support/constructs/directories';

/** The directory of a Node.js of this major version, from the binaries that the npm package `node` installs; undefined where there is none. */
export function nodeBinary(major: number): string | undefined {
  const name = `node-${process.platform}-${process.arch}`;
  const directory = newDirectory();
  const args = ['install', '--prefix', directory, '--no-save', '--no-audit', '--no-fund', '--prefer-offline', `${name}@${major}`];
  spawnSync('npm', args, { encoding: 'utf8' });
  const bin = join(directory, 'node_modules', name, 'bin');
  return existsSync(join(bin, 'node')) ? bin : undefined;
}
