import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotReady, run } from './steps';

export interface Build {
  /** The clone. */
  readonly root: string;
  readonly tarball: string;
  readonly sha256: string;
  readonly unpacked: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

const MOST_PACKED = 1_000_000;
const MOST_UNPACKED = 6_000_000;

/** Clones the commit, installs, builds and packs: nothing of the folder that the check was started in takes part, whatever happens there meanwhile. */
export function build(repository: string, commit: string, root: string, env: NodeJS.ProcessEnv = {}): Build {
  run(repository, 'git', ['clone', '--quiet', '--no-hardlinks', '--no-checkout', repository, root]);
  run(root, 'git', ['checkout', '--quiet', '--detach', commit]);
  run(root, 'npm', ['ci', '--prefer-offline', '--no-progress'], env);
  const [report]: { filename: string; unpackedSize: number; files: Build['files'] }[] = JSON.parse(
    run(root, 'npm', ['pack', '--ignore-scripts', '--json'], env),
  );
  if (!report) throw new NotReady('npm packed nothing.');
  const tarball = join(root, report.filename);
  const bytes = readFileSync(tarball);
  if (bytes.length > MOST_PACKED || report.unpackedSize > MOST_UNPACKED)
    throw new NotReady(
      `The tarball has ${bytes.length} bytes, unpacked ${report.unpackedSize}: more than ${MOST_PACKED} or ${MOST_UNPACKED}.`,
    );
  return {
    root,
    tarball,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    unpacked: report.unpackedSize,
    files: report.files,
  };
}

/** Names the files that differ. */
export function refuseDifferences(one: Build, other: Build): void {
  if (one.sha256 === other.sha256) return;
  const text = ({ root, files }: Build, path: string): string =>
    files.some((file) => file.path === path) ? readFileSync(join(root, path), 'latin1') : '';
  const paths = [...new Set([...one.files, ...other.files].map(({ path }) => path))].filter(
    (path) => text(one, path) !== text(other, path),
  );
  throw new NotReady(`Two builds of one commit differ in ${paths.join(', ') || 'what npm pack adds to the files'}.`);
}
