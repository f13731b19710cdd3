import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataResource } from 'cdktf';
import { ConnectProvider, ConnectUser, TrafficDistributionGroupUser } from '../../constructs';
import { mirror } from '../../cli/mirror';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { newDirectory, removeDirectories } from '../support/constructs/directories';
import { agent, membership, synthesize } from '../support/constructs/programs';
import { terraform, withoutSetUp } from '../support/constructs/terraform';

/** The real terraform, and CDKTF's own command, with the plugin as built; without a network. */

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

test('the cdktf command plans a new stack without any flag', () => {
  const project = newDirectory();
  synthesize(
    (scope) => {
      new ConnectProvider(scope, 'connect', { region: 'us-east-1' });
      new DataResource(scope, 'data');
    },
    join(project, 'cdktf.out'),
  );
  writeFileSync(
    join(project, 'cdktf.json'),
    JSON.stringify({ language: 'typescript', app: 'true', projectId: 'test', sendCrashReports: 'false' }),
  );
  const { status, stdout, stderr } = spawnSync(
    join(thisPackage().root, 'node_modules', '.bin', 'cdktf'),
    ['diff', '--skip-synth', '--no-color'],
    {
      cwd: project,
      encoding: 'utf8',
      env: { ...withoutSetUp(), CI: '1', HOME: newDirectory() },
      input: '',
    },
  );
  expect({ status, output: stdout + stderr }).toEqual({ status: 0, output: expect.stringContaining('Plan: 1 to add') });
});
