import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataResource, LocalBackend } from 'cdktf';
import { ConnectProvider } from '../../constructs';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { newDirectory, removeDirectories } from '../support/constructs/directories';
import { synthesize } from '../support/constructs/programs';
import { withoutSetUp } from '../support/constructs/terraform';

/** CDKTF's own command, with the real terraform and the plugin as built; without a network. */

afterAll(removeDirectories);

test('the cdktf command plans a new stack without any flag', () => {
  const project = newDirectory();
  synthesize(
    (scope) => {
      // Not in the directory that the tests run in.
      new LocalBackend(scope, { path: join(project, 'terraform.tfstate') });
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
