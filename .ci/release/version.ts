import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotReady, run } from './steps';

interface PackageJson {
  readonly version: string;
  readonly repository?: unknown;
  readonly bugs?: unknown;
  readonly homepage?: unknown;
}

const read = <T>(root: string, file: string): T => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** package.json says it; npm keeps it in the lock file too, and the changelog and the stored states have to know it. */
export function versionOf(root: string): string {
  const { version }: PackageJson = read(root, 'package.json');
  const { packages }: { packages: Readonly<Record<string, PackageJson>> } = read(root, 'package-lock.json');
  if (packages['']?.version !== version)
    throw new NotReady(`package-lock.json is of version ${packages['']?.version}, package.json of ${version}: run "npm install".`);
  if (!heading(root, version)) throw new NotReady(`CHANGELOG.md has no heading "## ${version}".`);
  if (!existsSync(join(root, '__tests__', 'stored-states', version)))
    throw new NotReady(`No state of version ${version} is stored for later versions: run "npm run states:store".`);
  return version;
}

const heading = (root: string, version: string): string | undefined =>
  readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`## ${version} `));

/** What only those know who publish it, and what npm wants to see for a provenance. */
export function readyToPublish(root: string, version: string): void {
  const { repository, bugs, homepage }: PackageJson = read(root, 'package.json');
  const missing = Object.entries({ repository, bugs, homepage }).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length > 0)
    throw new NotReady(`package.json does not say ${missing.join(', ')}: npm checks the repository against the provenance.`);
  if (heading(root, version)?.includes('not released')) throw new NotReady(`CHANGELOG.md says that ${version} is not released yet.`);
  if (!run(root, 'git', ['tag', '--points-at', 'HEAD']).split('\n').includes(`v${version}`))
    throw new NotReady(`The commit has no tag v${version}.`);
}
