import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { refuseDifferences, type Build } from '../.ci/release/builds';
import { versionOf } from '../.ci/release/version';
import { thisPackage } from '../constructs/plugin/built-plugin';
import { newDirectory, removeDirectories } from './support/constructs/directories';

const { root, version } = thisPackage();

afterAll(removeDirectories);

describe('a release', () => {
  it('has one version: in package.json, its lock file, the changelog and the stored states', () => {
    expect(versionOf(root)).toBe(version);
  });

  it('is refused when two builds differ, with the files that do', () => {
    const build = (text: string): Build => {
      const clone = newDirectory();
      writeFileSync(join(clone, 'same.js'), 'same');
      writeFileSync(join(clone, 'built.js'), text);
      const files = ['same.js', 'built.js'].map((path) => ({ path, size: 1 }));
      return { root: clone, tarball: 'package.tgz', sha256: text, unpacked: 2, files };
    };
    expect(() => refuseDifferences(build('at noon'), build('at noon'))).not.toThrow();
    expect(() => refuseDifferences(build('at noon'), build('at night'))).toThrow('Two builds of one commit differ in built.js.');
  });

  it('is published by a workflow that runs only what there is', () => {
    const { jobs }: { jobs: { release: { steps: { run?: string }[] } } } = parse(
      readFileSync(join(root, '.github/workflows/release.yml'), 'utf8'),
    );
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const named = jobs.release.steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run (\S+)/g)].map(([, script = '']) => script));
    expect(named).toContain('release:check');
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });
});
