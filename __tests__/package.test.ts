import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { thisPackage } from '../constructs/plugin/built-plugin';
import { newDirectory, removeDirectories } from './support/constructs/directories';

const { root } = thisPackage();

afterAll(removeDirectories);

/** The files that `npm publish` would send. */
function packed(): readonly string[] {
  const { stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], { cwd: root, encoding: 'utf8' });
  const [report]: { files: { path: string }[] }[] = stdout.startsWith('[') ? JSON.parse(stdout) : [];
  if (!report) throw new Error(stderr);
  return report.files.map(({ path }) => path);
}

describe('the published package', () => {
  const files = packed();

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
      /^((README\.md|SECURITY\.md|CONTRIBUTING\.md|LICENSE|package\.json|main\.ts)$|dist\/(plugin\/|adopt\/|cli\/|doctor\/|connect\/|constructs\/|custom-resources\/|emulator\/)|dist-cdktn\/|docs\/.*\.md$|examples\/[^/]+\/(main\.(ts|tf)|\w+\.csv)$)/;
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
