import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisPackage } from '../../../constructs/plugin/built-plugin';
import { newDirectory } from '../constructs/directories';

const { root } = thisPackage();

export interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** A project of somebody else, that installed the package from its tarball, with both frameworks. */
export class Consumer {
  readonly directory = newDirectory();

  /** From npm's cache, which `npm ci` has filled, as far as that goes. */
  constructor(tarball: string) {
    this.write('package.json', JSON.stringify({ name: 'consumer', private: true }));
    const frameworks = ['cdktf', 'cdktn', 'constructs'].map((name) => `${name}@${versionHere(name)}`);
    const args = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball, ...frameworks];
    const { status, output } = this.run('npm', args);
    if (status !== 0) throw new Error(output);
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.directory, name), text);
  }

  run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Ended {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: this.directory, encoding: 'utf8', env: { ...process.env, ...env } });
    return { status, output: stdout + stderr };
  }

  /** A program of a package that this project has for its own development. */
  tool(program: string, ...args: readonly string[]): Ended {
    return this.run(process.execPath, [join(root, 'node_modules', program), ...args]);
  }
}

function versionHere(name: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return version;
}
