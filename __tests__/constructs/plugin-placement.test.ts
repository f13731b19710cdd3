import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { DataResource, TerraformProvider } from 'cdktf';
import { ConnectProvider, ConnectUser } from '../../constructs';
import { builtPlugin, thisPackage } from '../../constructs/plugin/built-plugin';
import { lockedConstraints } from '../../constructs/plugin/lock-file';
import { packageHash, placePlugin, PLATFORMS } from '../../constructs/plugin/place-plugin';
import { version } from '../../package.json';
import { newDirectory, removeDirectories } from '../support/constructs/directories';
import { agent, synthesize } from '../support/constructs/programs';

afterAll(removeDirectories);

const ADDRESS = 'terraform.local/cdktf-amazon-connect/connect';

/** A package root that holds a plugin of little size. */
function packageWithPlugin(): string {
  const root = newDirectory();
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'cdktf-amazon-connect', version: '9.8.7' }));
  mkdirSync(join(root, 'dist', 'plugin'), { recursive: true });
  writeFileSync(join(root, 'dist', 'plugin', 'terraform-provider-connect.cjs'), '#!/usr/bin/env node\n', { mode: 0o644 });
  writeFileSync(join(root, 'dist', 'plugin', 'aws.cjs'), '// aws\n');
  return root;
}

class RandomProvider extends TerraformProvider {}

const directoryHash = (directory: string): string =>
  packageHash(new Map(readdirSync(directory).map((name) => [name, join(directory, name)])));

const lockOf = (stack: string): string => readFileSync(join(stack, '.terraform.lock.hcl'), 'utf8');

describe('the plugin in a mirror', () => {
  test('serves every platform from one set of files, executable whatever the package was unpacked with', () => {
    const mirror = newDirectory();
    placePlugin(builtPlugin(packageWithPlugin()), mirror);
    const versions = join(mirror, ADDRESS, '9.8.7');
    expect(readdirSync(versions).sort()).toEqual([...PLATFORMS].sort());
    expect(PLATFORMS.filter((platform) => !lstatSync(join(versions, platform)).isSymbolicLink())).toHaveLength(1);
    for (const platform of PLATFORMS) {
      expect(readdirSync(join(versions, platform)).sort()).toEqual(['aws.cjs', 'terraform-provider-connect_v9.8.7.cjs']);
      expect(statSync(join(versions, platform, 'terraform-provider-connect_v9.8.7.cjs')).mode & 0o777).toBe(0o755);
    }
  });

  test('can be read by whom the directory lets in, where the package was unpacked for one person alone', () => {
    const root = packageWithPlugin();
    chmodSync(join(root, 'dist', 'plugin', 'aws.cjs'), 0o600);
    const mirror = newDirectory();
    const umask = process.umask(0o022);
    placePlugin(builtPlugin(root), mirror);
    process.umask(umask);
    expect(statSync(join(mirror, ADDRESS, '9.8.7', 'linux_amd64', 'aws.cjs')).mode & 0o777).toBe(0o644);
  });

  test('is replaced by a plugin that was built anew under the same version, and gets another hash', () => {
    const root = packageWithPlugin();
    const mirror = newDirectory();
    const before = placePlugin(builtPlugin(root), mirror);
    writeFileSync(join(root, 'dist', 'plugin', 'aws.cjs'), '// other\n');
    const after = placePlugin(builtPlugin(root), mirror);
    expect(after).not.toBe(before);
    expect(directoryHash(join(mirror, ADDRESS, '9.8.7', 'darwin_arm64'))).toBe(after);
  });

  test('is left alone when it is there, for Terraform may be running it', () => {
    const plugin = builtPlugin(packageWithPlugin());
    const mirror = newDirectory();
    placePlugin(plugin, mirror);
    const inode = (): number => statSync(join(mirror, ADDRESS, '9.8.7', 'linux_arm64', 'aws.cjs')).ino;
    const before = inode();
    placePlugin(plugin, mirror);
    expect(inode()).toBe(before);
  });

  test('is found from any directory of the package, past package.json files of others', () => {
    const root = packageWithPlugin();
    const deep = join(root, 'dist', 'constructs', 'plugin');
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(root, 'dist', 'package.json'), JSON.stringify({ type: 'commonjs' }));
    expect(builtPlugin(deep)).toEqual({ version: '9.8.7', directory: join(root, 'dist', 'plugin') });
  });

  test('fails with what to do when it has not been built', () => {
    const root = newDirectory();
    writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'cdktf-amazon-connect', version: '9.8.7' }));
    expect(() => builtPlugin(root)).toThrow(/terraform-provider-connect\.cjs does not exist.*run "npm run build"/);
  });

  test('fails with what to do when the constructs have left their package', () => {
    expect(() => thisPackage(newDirectory())).toThrow(
      /No package\.json of cdktf-amazon-connect above .*keep cdktf-amazon-connect out of the bundle/,
    );
  });
});

describe('synth', () => {
  test('puts the plugin into the directory of the stack, and locks it', () => {
    const stack = synthesize((scope) => {
      new ConnectProvider(scope, 'connect');
      new ConnectUser(scope, 'ada', agent);
    });
    const platform = join(stack, 'terraform.d', 'plugins', ADDRESS, version, 'linux_amd64');
    expect(readdirSync(platform)).toContain(`terraform-provider-connect_v${version}.cjs`);
    expect(lockOf(stack)).toContain(directoryHash(platform));
    expect(lockedConstraints(lockOf(stack), ADDRESS)).toBe(version);
  });

  test('leaves the same files after a second time, and with several providers in one stack', () => {
    const outdir = newDirectory();
    const stack = synthesize((scope) => void new ConnectProvider(scope, 'connect'), outdir);
    const before = lockOf(stack);
    mkdirSync(join(stack, 'terraform.d', 'plugins', ADDRESS, '0.0.1'));
    synthesize((scope) => {
      new ConnectProvider(scope, 'connect');
      new ConnectProvider(scope, 'london', { alias: 'london', region: 'eu-west-2' });
    }, outdir);
    expect(lockOf(stack)).toBe(before);
    expect(readdirSync(join(stack, 'terraform.d', 'plugins', ADDRESS))).toEqual([version]);
  });

  test('locks the AWS provider beside it at the version of its bindings, and keeps the hashes that Terraform adds', () => {
    const outdir = newDirectory();
    const program = (scope: ConstructorParameters<typeof ConnectProvider>[0]): void => {
      new ConnectProvider(scope, 'connect');
      new AwsProvider(scope, 'aws', { region: 'us-east-1' });
    };
    const stack = synthesize(program, outdir);
    expect(lockedConstraints(lockOf(stack), 'registry.terraform.io/hashicorp/aws')).toBe('5.100.0');
    const completed = lockOf(stack).replace('"5.100.0"\n}', '"5.100.0"\n  hashes = [\n    "h1:terraform=",\n  ]\n}');
    writeFileSync(join(stack, '.terraform.lock.hcl'), completed);
    synthesize(program, outdir);
    expect(lockOf(stack)).toContain('h1:terraform=');
  });

  test('locks nothing for what is part of Terraform', () => {
    const stack = synthesize((scope) => {
      new ConnectProvider(scope, 'connect');
      new DataResource(scope, 'data');
    });
    expect(lockOf(stack).match(/^provider /gm)).toHaveLength(1);
  });

  test('warns of a provider whose version is not exact, for it cannot be locked', () => {
    const outdir = newDirectory();
    synthesize((scope) => {
      new ConnectProvider(scope, 'connect');
      new RandomProvider(scope, 'random', {
        terraformResourceType: 'random',
        terraformProviderSource: 'hashicorp/random',
        terraformGeneratorMetadata: { providerName: 'random', providerVersionConstraint: '~> 3.0' },
      });
    }, outdir);
    expect(readFileSync(join(outdir, 'manifest.json'), 'utf8')).toContain('registry.terraform.io/hashicorp/random is not exact (~> 3.0)');
  });
});
