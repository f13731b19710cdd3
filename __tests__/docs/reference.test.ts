import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { bindings } from '../../constructs/bindings/bindings';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { providerSchema } from '../../custom-resources';
import type { Attribute, Schema } from '../../custom-resources/contract/schema';
import { DEFAULT_SETTINGS } from '../../emulator/settings';
import { newDirectory, removeDirectories } from '../support/constructs/directories';

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
    const stale = written.filter(
      (path) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== readFileSync(join(directory, path), 'utf8'),
    );
    expect({ stale, remedy: 'npm run docs' }).toEqual({ stale: [], remedy: 'npm run docs' });
    expect([...written].sort()).toEqual(
      [
        'docs/guides/command-line.md',
        'docs/iam-policy.md',
        'docs/index.md',
        'docs/troubleshooting.md',
        ...bindings.map(({ page }) => `docs/${page}`),
      ].sort(),
    );
  });

  it('name every attribute and block of every schema', () => {
    const names = (schema: Schema): readonly string[] => [
      ...Object.keys({ ...schema.attributes, ...schema.blocks }),
      ...Object.values(schema.blocks).flatMap(({ attributes }) => Object.keys(attributes)),
    ];
    const page = (path: string): string => readFileSync(join(DOCS, path), 'utf8');
    const pages = [[providerSchema, page('index.md')] as const, ...bindings.map((one) => [one.schema, page(one.page)] as const)];
    const missing = pages.flatMap(([schema, text]) => names(schema).filter((name) => name !== 'timeouts' && !text.includes(`\`${name}\``)));
    expect(missing).toEqual([]);
  });

  it('begin with a table of all that the provider serves', () => {
    const text = readFileSync(join(DOCS, 'index.md'), 'utf8');
    const missing = bindings.filter(
      (one) => !text.includes(`[\`${one.type}\`](${one.page})`) || !text.includes(`| \`${one.construct}\` |`),
    );
    expect(missing.map(({ type }) => type)).toEqual([]);
  });

  it('have a sentence to say about each of them', () => {
    const described = ([path, { description }]: readonly [string, { readonly description: string }]): readonly string[] =>
      /^\S.*[.:]$/.test(description) ? [] : [path];
    const ofAttributes = (prefix: string, attributes: Readonly<Record<string, Attribute>>): readonly string[] =>
      Object.entries(attributes).flatMap(([name, attribute]) => described([`${prefix}.${name}`, attribute]));
    const ofSchema = (name: string, schema: Schema): readonly string[] => [
      ...described([name, schema]),
      ...ofAttributes(name, schema.attributes),
      ...Object.entries(schema.blocks).flatMap(([block, one]) => [
        ...described([`${name}.${block}`, one]),
        ...ofAttributes(`${name}.${block}`, one.attributes),
      ]),
    ];
    expect([...ofSchema('provider', providerSchema), ...bindings.flatMap(({ type, schema }) => ofSchema(type, schema))]).toEqual([]);
  });
});

describe('all pages', () => {
  it('link to files and headings that are there', () => {
    const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...pagesBelow(DOCS).map((path) => join('docs', path))];
    const broken = pages.flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)].flatMap(([, file = '', heading]) => {
        const target = file === '' ? join(root, path) : join(root, dirname(path), file);
        if (!existsSync(target)) return [`${path}: ${file}`];
        return heading === undefined || headingsOf(target).includes(heading) ? [] : [`${path}: ${relative(root, target)}#${heading}`];
      });
    });
    expect(broken).toEqual([]);
  });

  it('are found from the index, or from a page that it names', () => {
    const linkedFrom = (page: string): readonly string[] =>
      [...readFileSync(join(DOCS, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) =>
        join(dirname(page), target),
      );
    const named = linkedFrom('index.md');
    const found = new Set([...named, ...named.filter((page) => page.endsWith('.md') && !page.startsWith('..')).flatMap(linkedFrom)]);
    const lost = pagesBelow(DOCS).filter((page) => page !== 'index.md' && !found.has(page));
    expect({ lost, remedy: 'docs/parts/index/arguments.md' }).toEqual({ lost: [], remedy: 'docs/parts/index/arguments.md' });
  });

  it('begin as the registry of Terraform reads them, where it shows them', () => {
    const shown = pagesBelow(DOCS).filter((page) => /^(index\.md$|guides|resources|data-sources)/.test(page));
    const head = /^---\npage_title: ".+"\nsubcategory: ".*"\ndescription: \|-\n {2}\S.*\n---\n/;
    const without = shown.filter((page) => !head.test(readFileSync(join(DOCS, page), 'utf8')));
    expect({ without, remedy: 'CONTRIBUTING.md, "Write a page"' }).toEqual({ without: [], remedy: 'CONTRIBUTING.md, "Write a page"' });
    const types = bindings.map(({ page, type }) => [page, `${type.replace('connect_', '')}.md`] as const);
    expect(types.filter(([page, name]) => !page.endsWith(`/${name}`))).toEqual([]);
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
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
