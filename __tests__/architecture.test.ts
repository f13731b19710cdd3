import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { bindings } from '../constructs/bindings/bindings';

const ROOT = resolve(__dirname, '..');
const MAXIMUM_LINES = 300;

interface Rule {
  /** The files it speaks of. */
  readonly files: RegExp;
  /** What they never import: paths below the root, or package names. */
  readonly never: readonly RegExp[];
}

const AWS_SDK = /^(@aws-sdk|@smithy)\//;
const CDKTF = /^(cdktf|cdktn|constructs|@cdktf\/.*)$/;
const PROTOCOL = /^(node:http2|@bufbuild\/.*|provider\/.*)/;

/** One way from a program to Amazon Connect, no way back. */
const RULES: readonly Rule[] = [
  { files: /^(constructs\/|main\.ts|examples\/)/, never: [/^provider\//, /^connect\//, AWS_SDK, PROTOCOL] },
  {
    files: /^adopt\//,
    never: [AWS_SDK, PROTOCOL, CDKTF, /^constructs\/(?!(provider-address|contact-centre\/construct-id)$)/, /^emulator\//],
  },
  // The command. What of it calls Amazon Connect is bundled apart, with the SDK in a file of its own.
  {
    files: /^cli\//,
    never: [AWS_SDK, PROTOCOL, CDKTF, /^constructs\/(?!(plugin|roster-file)\/|provider-address$|contact-centre\/construct-id$)/],
  },
  {
    files: /^custom-resources\//,
    never: [
      AWS_SDK,
      PROTOCOL,
      CDKTF,
      /^constructs\//,
      /^emulator\//,
      /^connect\/(?!(gateway|model|failure|clock|logger|connection|iam-actions)$)/,
    ],
  },
  {
    files: /^provider\/(?!serve\.ts$)/,
    never: [AWS_SDK, CDKTF, /^constructs\//, /^emulator\//, /^connect\/(?!(logger|clock)$)/, /^custom-resources\/(?!contract\/)/],
  },
  // A roster is read by constructs and by the command alike.
  { files: /^constructs\/roster-file\//, never: [CDKTF, /^constructs\/(?!roster-file\/)/] },
  { files: /^connect\//, never: [/^provider\//, /^custom-resources\//, CDKTF, /^constructs\//, /^emulator\//] },
  { files: /^emulator\//, never: [/^provider\//, /^custom-resources\//, /^connect\//, /^constructs\//, AWS_SDK, CDKTF] },
  { files: /^(?!emulator\/|__tests__\/|cli\/|examples\/demo\/)/, never: [/^emulator\//] },
];

const files = sources(ROOT).map((path) => relative(ROOT, path));

describe('the architecture', () => {
  it('has sources to look at in every folder', () => {
    for (const folder of ['adopt', 'cli', 'connect', 'constructs', 'custom-resources', 'emulator', 'examples', 'provider'])
      expect(files.filter((file) => file.startsWith(`${folder}/`)).length).toBeGreaterThan(0);
  });

  it.each(RULES.map((rule) => [String(rule.files), rule] as const))('lets %s import what the design allows', (_, rule) => {
    const offences = files
      .filter((file) => rule.files.test(file) && !file.startsWith('__tests__/'))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => rule.never.some((never) => never.test(target)))
          .map((target) => `${file} imports ${target}`),
      );
    expect(offences).toEqual([]);
  });

  it('names the resources and data sources in one list: each place that needs all of them reads that list', () => {
    const names = bindings.map(
      ({ kind, type, key, construct }) =>
        new RegExp(`\\b(${type}|${construct})\\b|/${key}/${kind === 'resource' ? 'resource' : 'data-source'}'`),
    );
    const lists = [...files, ...written(ROOT)]
      .filter((file) => !file.startsWith('__tests__/'))
      .filter((file) => names.filter((name) => name.test(readFileSync(join(ROOT, file), 'utf8'))).length > names.length / 2);
    expect(lists).toEqual(['custom-resources/index.ts']);
  });

  it('lets no resource import another: what they share lies beside them', () => {
    const folderOf = (path: string): string => path.split('/').slice(0, 2).join('/');
    const resourceFolders = new Set(
      files
        .filter(
          (file) => /^custom-resources\/[^/]+\/(resource|data-source)\.ts$/.test(file) && !file.startsWith('custom-resources/contract/'),
        )
        .map(folderOf),
    );
    expect(resourceFolders.size).toBeGreaterThanOrEqual(4);
    const offences = files
      .filter((file) => resourceFolders.has(folderOf(file)))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => resourceFolders.has(folderOf(target)) && folderOf(target) !== folderOf(file))
          .map((target) => `${file} imports ${target}`),
      );
    expect(offences).toEqual([]);
  });

  it('has no circle of imports in production code', () => {
    const isFile = new Set(files);
    const production = new Map(
      files
        .filter((file) => !file.startsWith('__tests__/'))
        .map((file) => [
          file,
          ownImportsOf(file)
            .flatMap((target) => [`${target}.ts`, `${target}/index.ts`])
            .filter((path) => isFile.has(path)),
        ]),
    );
    expect(production.get('custom-resources/index.ts')?.length).toBeGreaterThan(3);
    const finished = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
      else if (!finished.has(file)) for (const next of production.get(file) ?? []) walk(next, [...way, file]);
      finished.add(file);
    };
    for (const file of production.keys()) walk(file, []);
    expect(circles).toEqual([]);
  });

  it('keeps files small', () => {
    const long = files.filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1 > MAXIMUM_LINES);
    expect(long).toEqual([]);
  });

  it('reads the real clock in one file of the gateway and of the resources', () => {
    const offenders = files
      .filter((file) => /^(connect|custom-resources)\//.test(file) && file !== 'connect/clock.ts')
      .filter((file) => /\bDate\.now\(|\bsetTimeout\(|\bsetInterval\(/.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(offenders).toEqual([]);
  });
});

/** TypeScript files that are written by hand. */
function sources(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (/^(node_modules|dist|dist-cdktn|gen|gen-cdktn|cdktf\.out|coverage)$|^\./.test(entry.name)) return [];
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

/** Of the build and the documentation, what is written by hand. */
const written = (root: string): readonly string[] => [
  'build.mjs',
  'constructs/bindings/generate.mjs',
  'docs/generate.mjs',
  ...['docs/generator', 'docs/parts'].flatMap((folder) => below(join(root, folder))).map((path) => relative(root, path)),
];

const below = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** What a file imports, types included: paths from the root for its own, names for packages. */
const importsOf = (file: string): readonly string[] => [
  ...ownImportsOf(file),
  ...specifiersOf(file).filter((specifier) => !specifier.startsWith('.')),
];

const ownImportsOf = (file: string): readonly string[] =>
  specifiersOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(ROOT, resolve(ROOT, dirname(file), specifier)).replace(/\.js$/, ''));

function specifiersOf(file: string): readonly string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/\b(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, specifier = '']) => specifier);
}
