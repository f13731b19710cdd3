import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { dataSources, providerSchema, resources } from '../../custom-resources';
import type { Attribute, Schema } from '../../custom-resources/contract/schema';
import { DEFAULT_SETTINGS } from '../../emulator/settings';
import { newDirectory, removeDirectories } from '../support/constructs-directories';

const { root } = thisPackage();
const DOCS = join(root, 'docs');

const pagesBelow = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md') && !path.startsWith('parts'));

afterAll(removeDirectories);

describe('the reference pages', () => {
  it('are what the generator writes', () => {
    const directory = newDirectory();
    execFileSync(process.execPath, [join(DOCS, 'generate.mjs'), directory]);
    const written = pagesBelow(directory);
    const stale = written.filter((path) => !existsSync(join(DOCS, path)) || readFileSync(join(DOCS, path), 'utf8') !== readFileSync(join(directory, path), 'utf8'));
    expect({ stale, remedy: 'node docs/generate.mjs' }).toEqual({ stale: [], remedy: 'node docs/generate.mjs' });
    expect(written).toHaveLength(1 + resources.length + dataSources.length + 1);
  });

  it('name every attribute and block of every schema', () => {
    const names = (schema: Schema): readonly string[] => [
      ...Object.keys({ ...schema.attributes, ...schema.blocks }),
      ...Object.values(schema.blocks).flatMap(({ attributes }) => Object.keys(attributes)),
    ];
    const page = (folder: string, type: string): string => readFileSync(join(DOCS, folder, `${type.replace('connect_', '').replaceAll('_', '-')}.md`), 'utf8');
    const pages: readonly (readonly [Schema, string])[] = [
      [providerSchema, readFileSync(join(DOCS, 'index.md'), 'utf8')],
      ...resources.map(({ type, schema }) => [schema, page('resources', type)] as const),
      ...dataSources.map(({ type, schema }) => [schema, page('data-sources', type)] as const),
    ];
    const missing = pages.flatMap(([schema, text]) => names(schema).filter((name) => name !== 'timeouts' && !text.includes(`\`${name}\``)));
    expect(missing).toEqual([]);
  });

  it('have a sentence to say about each of them', () => {
    const described = ([path, { description }]: readonly [string, { readonly description: string }]): readonly string[] => (/^\S.*[.:]$/.test(description) ? [] : [path]);
    const ofAttributes = (prefix: string, attributes: Readonly<Record<string, Attribute>>): readonly string[] =>
      Object.entries(attributes).flatMap(([name, attribute]) => described([`${prefix}.${name}`, attribute]));
    const ofSchema = (name: string, schema: Schema): readonly string[] => [
      ...described([name, schema]),
      ...ofAttributes(name, schema.attributes),
      ...Object.entries(schema.blocks).flatMap(([block, one]) => [...described([`${name}.${block}`, one]), ...ofAttributes(`${name}.${block}`, one.attributes)]),
    ];
    expect([...ofSchema('provider', providerSchema), ...[...resources, ...dataSources].flatMap(({ type, schema }) => ofSchema(type, schema))]).toEqual([]);
  });
});

describe('all pages', () => {
  it('link to files and headings that are there', () => {
    const broken = pagesBelow(DOCS).flatMap((path) => {
      const text = readFileSync(join(DOCS, path), 'utf8');
      return [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)].flatMap(([, file = '', heading]) => {
        const target = file === '' ? join(DOCS, path) : join(DOCS, dirname(path), file);
        if (!existsSync(target)) return [`${path}: ${file}`];
        return heading === undefined || headingsOf(target).includes(heading) ? [] : [`${path}: ${relative(DOCS, target)}#${heading}`];
      });
    });
    expect(broken).toEqual([]);
  });

  it('of the emulator name every setting and every switch', () => {
    const guide = readFileSync(join(DOCS, 'guides', 'emulator.md'), 'utf8');
    const { quotas, answers, ...settings } = DEFAULT_SETTINGS;
    const names = [settings, quotas, answers].flatMap((values) => Object.keys(values));
    expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
    const defaults = Object.entries(answers).filter(([, value]) => typeof value !== 'object');
    expect(defaults.filter(([name, value]) => !guide.includes(`| \`${name}\` | \`${String(value)}\``)).map(([name]) => name)).toEqual([]);
  });
});

/** As the web pages of a repository name them. */
const headingsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title.toLowerCase().replace(/[^\w\- ]/g, '').replaceAll(' ', '-'),
  );
