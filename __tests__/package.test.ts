import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { buildSync } from 'esbuild';
import ts from 'typescript';
import { thisPackage } from '../constructs/plugin/built-plugin';
import { newDirectory, removeDirectories } from './support/constructs/directories';
import { Consumer } from './support/package/consumer';
import { pack } from './support/package/packed';
import { program, STRICTEST, teamTest } from './support/package/programs';

const { root } = thisPackage();

afterAll(removeDirectories);

const { tarball, files } = pack();

describe('the published package', () => {
  it('holds the plugin, the constructs for both frameworks and the command, and nothing that only serves development', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'dist/plugin/terraform-provider-connect.cjs',
        'dist/plugin/aws.cjs',
        'dist/plugin/LICENSES',
        'dist/constructs/index.d.ts',
        'dist/cli/cdktf-amazon-connect.js',
        'dist/emulator/cli.js',
        'dist-cdktn/constructs/index.d.ts',
      ]),
    );
    const expected =
      /^((README\.md|CHANGELOG\.md|SECURITY\.md|CONTRIBUTING\.md|LICENSE|package\.json|main\.ts)$|dist\/(plugin\/|adopt\/|cli\/|doctor\/|connect\/|constructs\/|custom-resources\/|emulator\/)|dist-cdktn\/|docs\/.*\.md$|examples\/[^/]+\/(main\.(ts|tf)|\w+\.csv)$)/;
    expect(files.filter((file) => !expected.test(file) || /^docs\/(parts|generator)\//.test(file))).toEqual([]);
  });

  it('names the origin of the API model beside each copy of it, with the text of its licence', () => {
    const models = files.filter((file) => file.endsWith('connect-2017-08-08.json')).map(dirname);
    expect(models).not.toEqual([]);
    for (const model of models) {
      expect(files).toEqual(expect.arrayContaining([join(model, 'NOTICE'), join(model, 'LICENSE')]));
      expect(readFileSync(join(root, model, 'NOTICE'), 'utf8')).toMatch(/botocore[^]*Amazon[^]*Apache License/);
    }
  });

  it('holds the licences of all code in the plugin, also of what is under other terms than the rest of its package', () => {
    const licences = readFileSync(join(root, 'dist/plugin/LICENSES'), 'utf8');
    expect(licences).toMatch(/^@bufbuild\/protobuf [\d.]+$/m);
    expect(licences).toContain('Copyright 2008 Google Inc.');
  });

  it('holds every file that its pages link to', () => {
    const broken = files
      .filter((file) => file.endsWith('.md'))
      .flatMap((page) =>
        [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
          .map(([, target = '']) => normalize(join(dirname(page), target)))
          .filter((target) => !files.some((file) => file === target || file.startsWith(`${target}/`)))
          .map((target) => `${page}: ${target}`),
      );
    expect(broken).toEqual([]);
  });

  it.each([
    ['cdktf-amazon-connect', 'dist/constructs/index.d.ts'],
    ['cdktf-amazon-connect/testing', 'dist/constructs/testing/index.d.ts'],
    ['cdktf-amazon-connect/cdktn', 'dist-cdktn/constructs/index.d.ts'],
    ['cdktf-amazon-connect/cdktn/testing', 'dist-cdktn/constructs/testing/index.d.ts'],
  ])('has types for %s under the compiler settings of a new CDKTF project, and under those that know of "exports"', (name, types) => {
    const project = newDirectory();
    mkdirSync(join(project, 'node_modules'));
    symlinkSync(root, join(project, 'node_modules', 'cdktf-amazon-connect'), 'dir');
    const settings: readonly ts.CompilerOptions[] = [
      { module: ts.ModuleKind.CommonJS },
      { module: ts.ModuleKind.Node16 },
      { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
    ];
    const found = settings.map(
      (options) => ts.resolveModuleName(name, join(project, 'main.ts'), options, ts.sys).resolvedModule?.resolvedFileName,
    );
    expect(found).toEqual(settings.map(() => join(root, types)));
  });
});

describe('somebody who installs the package', () => {
  const frameworks = [
    ['cdktf', 'cdktf-amazon-connect'],
    ['cdktn', 'cdktf-amazon-connect/cdktn'],
  ] as const;
  let project: Consumer;

  beforeAll(() => {
    project = new Consumer(tarball);
    project.write('tsconfig.json', JSON.stringify(STRICTEST));
    for (const [framework, constructs] of frameworks) {
      for (const extension of ['cts', 'mts']) project.write(`${framework}.${extension}`, program(framework, constructs));
      project.write(`${framework}.test.js`, teamTest(framework, constructs));
    }
  }, 300_000);

  it('finds nothing that publint or "are the types wrong?" would complain about', () => {
    expect(project.tool('publint/src/cli.js', 'run', tarball, '--strict')).toEqual({
      status: 0,
      output: expect.stringContaining('All good'),
    });
    const { status, output } = project.tool('@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'strict', '--no-emoji');
    expect(status === 0 ? '' : output).toBe('');
  });

  it('compiles with the strictest settings and runs, as CommonJS and as an ES module, on both frameworks', () => {
    expect(project.tool('typescript/bin/tsc')).toEqual({ status: 0, output: '' });
    for (const [framework] of frameworks)
      for (const extension of ['cjs', 'mjs']) {
        const outdir = `synthesized-${framework}-${extension}`;
        const ran = project.run(process.execPath, [`out/${framework}.${extension}`], { CDKTF_OUTDIR: outdir });
        expect(ran).toEqual({ status: 0, output: '' });
        const synthesized = readFileSync(join(project.directory, outdir, 'stacks/agents/cdk.tf.json'), 'utf8');
        expect(Object.keys(JSON.parse(synthesized).resource)).toEqual(['connect_traffic_distribution_group_user', 'connect_user']);
      }
  });

  it('is told to keep it out of a bundle, which has no plugin', () => {
    const [entry, outfile] = ['cdktf.cts', 'bundle.cjs'].map((name) => join(project.directory, name));
    if (entry === undefined) throw new Error('There is no program.');
    buildSync({ entryPoints: [entry], outfile, bundle: true, platform: 'node', external: ['cdktf', 'constructs'], logLevel: 'error' });
    const { status, output } = project.run(process.execPath, ['bundle.cjs'], { CDKTF_OUTDIR: 'synthesized-bundle' });
    expect({ status, output }).toEqual({ status: 1, output: expect.stringContaining('keep cdktf-amazon-connect out of the bundle') });
  });

  it('tests a team with jest, on both frameworks', () => {
    const { status, output } = project.tool(
      'jest/bin/jest.js',
      '--runInBand',
      '--rootDir',
      project.directory,
      '--testMatch',
      '**/*.test.js',
    );
    expect({ status, output }).toEqual({ status: 0, output: expect.stringMatching(/2 passed, 2 total/) });
  });

  it('needs no package that this one does not name, however strictly a package manager keeps them apart', () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const named = new Set([...Object.keys({ ...dependencies, ...peerDependencies }), ...builtinModules]);
    const unnamed = files
      .filter((file) => /^dist.*\.(js|d\.ts)$/.test(file) && !/\/page\.js$/.test(file))
      .flatMap((file) =>
        [...readFileSync(join(root, file), 'utf8').matchAll(/(?:\b(?:require|import)\(|\bfrom )["'](?:node:)?([\w@][\w@/.-]*)["']/g)]
          .map(([, specifier = '']) => (/^(@[^/]+\/)?[^/]+/.exec(specifier) ?? [specifier])[0])
          .filter((name) => !named.has(name))
          .map((name) => `${file}: ${name}`),
      );
    expect(unnamed).toEqual([]);
  });
});
