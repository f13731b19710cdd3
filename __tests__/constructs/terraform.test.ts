import { readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { DataResource } from 'cdktf';
import { ConnectProvider, ConnectUser, TrafficDistributionGroupUser } from '../../constructs';
import { mirror } from '../../cli/mirror';
import { version } from '../../package.json';
import { newDirectory, removeDirectories } from '../support/constructs/directories';
import { agent, membership, synthesize } from '../support/constructs/programs';
import { terraform } from '../support/constructs/terraform';

const ADDRESS = 'terraform.local/cdktf-amazon-connect/connect';

/** The real terraform, with the plugin as built; without a network. */

afterAll(removeDirectories);

const program = (scope: ConstructorParameters<typeof ConnectProvider>[0]): void => {
  new ConnectProvider(scope, 'connect', { region: 'us-east-1' });
  const london = new ConnectProvider(scope, 'london', { alias: 'london', region: 'eu-west-2' });
  const ada = new ConnectUser(scope, 'ada', { ...agent, provider: london });
  new TrafficDistributionGroupUser(scope, 'ada-everywhere', { ...membership, userId: ada.userId });
  new DataResource(scope, 'data');
};

const hashesIn = (stack: string): string[] | null => readFileSync(join(stack, '.terraform.lock.hcl'), 'utf8').match(/h1:[^"]+/g);

test('terraform initializes and validates a stack right after synth', () => {
  const stack = synthesize(program);
  const init = terraform(stack, ['init']);
  expect(init).toEqual({ status: 0, output: expect.stringContaining('successfully initialized') });
  expect(init.output).not.toContain('Warning');
  expect(terraform(stack, ['validate'])).toEqual({ status: 0, output: expect.stringContaining('The configuration is valid') });
});

test('terraform computes the same hash of the plugin as synth', () => {
  const stack = synthesize(program);
  const ours = hashesIn(stack);
  rmSync(join(stack, '.terraform.lock.hcl'));
  expect(terraform(stack, ['init']).status).toBe(0);
  expect(hashesIn(stack)).toEqual(ours);
});

test('a mirror serves terraform where a CLI configuration says how providers are installed', () => {
  const directory = newDirectory();
  const configuration = join(newDirectory(), 'terraform.rc');
  writeFileSync(configuration, mirror(directory));
  const stack = synthesize(program);
  rmSync(join(stack, 'terraform.d'), { recursive: true });
  const init = terraform(stack, ['init'], { TF_CLI_CONFIG_FILE: configuration });
  expect(init).toEqual({ status: 0, output: expect.stringContaining('successfully initialized') });
});

test('a project runs from its own directory, whatever the cache of plugins, and after the first project is gone', () => {
  const env = { TF_PLUGIN_CACHE_DIR: newDirectory() };
  const ours = (scope: ConstructorParameters<typeof ConnectProvider>[0]): void => {
    new ConnectProvider(scope, 'connect', { region: 'us-east-1' });
    new DataResource(scope, 'data');
  };
  const [first, second] = [newDirectory(), newDirectory()];
  const stacks = [synthesize(ours, first), synthesize(ours, second)];
  for (const stack of stacks) expect(terraform(stack, ['init'], env)).toMatchObject({ status: 0 });
  expect(readdirSync(env.TF_PLUGIN_CACHE_DIR)).toEqual([]);
  rmSync(join(first, 'stacks'), { recursive: true });
  expect(terraform(stacks[1] ?? '', ['validate'], env)).toEqual({
    status: 0,
    output: expect.stringContaining('The configuration is valid'),
  });
});

test('a project that was installed from the directory of another one is brought home at synth', () => {
  const stack = synthesize(program);
  const installed = join(stack, '.terraform', 'providers', ADDRESS, version, `linux_${process.arch === 'arm64' ? 'arm64' : 'amd64'}`);
  const before = readlinkSync(installed);
  rmSync(installed);
  symlinkSync(join(newDirectory(), 'gone'), installed);
  synthesize(program, dirname(dirname(stack)));
  expect([readlinkSync(installed), isAbsolute(before)]).toEqual([before, false]);
  expect(terraform(stack, ['init'])).toMatchObject({ status: 0 });
});

test('where a CLI configuration says how providers are installed, synth tells once what to add, and with that terraform initializes', () => {
  const configuration = join(newDirectory(), 'terraform.rc');
  writeFileSync(configuration, 'provider_installation {\n  direct {}\n}\n');
  const outdir = newDirectory();
  const before = process.env['TF_CLI_CONFIG_FILE'];
  process.env['TF_CLI_CONFIG_FILE'] = configuration;
  try {
    synthesize(program, outdir);
  } finally {
    if (before === undefined) delete process.env['TF_CLI_CONFIG_FILE'];
    else process.env['TF_CLI_CONFIG_FILE'] = before;
  }
  const manifest = readFileSync(join(outdir, 'manifest.json'), 'utf8');
  const warnings =
    (JSON.parse(manifest) as { stacks: Record<string, { annotations: { message: string }[] }> }).stacks['agents']?.annotations ?? [];
  const told = warnings.filter(({ message }) => message.startsWith(`${configuration} has a "provider_installation" block`));
  expect(told).toHaveLength(1);

  const [, command = '', block = '', exclude = ''] =
    /"npx cdktf-amazon-connect mirror (\S+)".*?\n\n([^]*?)\n\n.*?\n\n(.*)\n/.exec(told[0]?.message ?? '') ?? [];
  const directory = newDirectory();
  mirror(directory);
  writeFileSync(configuration, `provider_installation {\n${block.replaceAll(command, directory)}\n  direct {\n${exclude}\n  }\n}\n`);
  const stack = join(outdir, 'stacks', 'agents');
  expect(terraform(stack, ['init'], { TF_CLI_CONFIG_FILE: configuration })).toMatchObject({ status: 0 });
});
