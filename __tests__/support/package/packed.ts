import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { thisPackage } from '../../../constructs/plugin/built-plugin';
import { newDirectory } from '../constructs/directories';

/** What `npm publish` would send. */
export interface Packed {
  readonly tarball: string;
  readonly files: readonly string[];
}

export function pack(): Packed {
  const destination = newDirectory();
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', destination];
  const { stdout, stderr } = spawnSync('npm', args, { cwd: thisPackage().root, encoding: 'utf8' });
  const [report]: { filename: string; files: { path: string }[] }[] = stdout.startsWith('[') ? JSON.parse(stdout) : [];
  if (!report) throw new Error(stderr);
  return { tarball: join(destination, report.filename), files: report.files.map(({ path }) => path) };
}
