import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import type { Verb } from '../../cli/verb';
import { verbs } from '../../cli/verbs';
import { blocksIn, pages, pageText } from '../support/docs/blocks';
import { scriptsIn } from '../support/docs/pipelines';

/** What pages tell people to type, or to put into files that are not programs. */

const { root } = thisPackage();

const pipelines = blocksIn('yaml').map(({ text }) => scriptsIn(parse(text)).join('\n'));
const commands = [...blocksIn('shell').map(({ text }) => text), ...pipelines.map((text) => text.replace(/\$\{\{.*?\}\}/g, 'value'))];

it('pipelines have scripts, and the shell can read all that is to be typed', () => {
  expect(pipelines.filter((text) => !text.includes('cdktf-amazon-connect review'))).toEqual([]);
  const { status, stderr } = spawnSync('bash', ['-n'], { input: commands.join('\n'), encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it('JSON can be read', () => {
  expect(() => blocksIn('json').map(({ text }): unknown => JSON.parse(text))).not.toThrow();
});

it('scripts of npm that pages name are there', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const named = pages.flatMap((page) => [...pageText(page).matchAll(/\bnpm run ([\w:]+)/g)].map(([, name = '']) => ({ page, name })));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(({ name }) => !Object.hasOwn(scripts, name))).toEqual([]);
});

it('the README names the commands that install, show and test the project', () => {
  const text = pageText('README.md');
  for (const command of ['npm ci && npm run demo', 'npm ci && npm test', 'npm ci && npm pack']) expect(text).toContain(command);
});

it('commands of this package have the verbs and options that pages give them', () => {
  const lines = pages.flatMap((page) =>
    [
      ...pageText(page)
        .replaceAll('\\\n', ' ')
        .matchAll(/\bnpx cdktf-amazon-connect ([^`\n]+)/g),
    ].map(([, line = '']) => ({ page, line })),
  );
  const unknown = lines.filter(({ line }) => {
    const verb: Verb | undefined = verbs.find(({ name }) => line === name || line.startsWith(`${name} `));
    const options = [...line.matchAll(/(?<=\s|\[)--([\w-]+)/g)].map(([, name = '']) => name);
    return !/^VERB\b/.test(line) && (verb === undefined || options.some((name) => name !== 'help' && !Object.hasOwn(verb.options, name)));
  });
  expect(lines.length).toBeGreaterThan(15);
  expect(unknown).toEqual([]);
});
