import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync, type Format } from 'esbuild';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { newDirectory, removeDirectories } from '../support/constructs/directories';

afterAll(removeDirectories);

const contents =
  "import { builtPlugin } from './constructs/plugin/built-plugin'; try { builtPlugin() } catch ({ message }) { console.log(message) }";

test.each<[Format, string]>([
  ['cjs', 'program.cjs'],
  ['esm', 'program.mjs'],
])('a program with the package in its bundle (%s) is told to keep it out', (format, name) => {
  const program = join(newDirectory(), name);
  const options = { bundle: true, format, platform: 'node', write: false } as const;
  const [file] = buildSync({ stdin: { contents, resolveDir: thisPackage().root }, ...options }).outputFiles;
  writeFileSync(program, file?.contents ?? '');
  expect(spawnSync(process.execPath, [program], { encoding: 'utf8' })).toMatchObject({
    stdout: expect.stringContaining('keep cdktf-amazon-connect out of the bundle (mark it external)'),
    stderr: '',
  });
});
