import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Paths of files by the names that they have in the package. A package of ours is flat. */
export type PackageFiles = ReadonlyMap<string, string>;

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
