import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteUserCommand } from '@aws-sdk/client-connect';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { AGENT_SECURITY_PROFILE_ID, BASIC_ROUTING_PROFILE_ID, INSTANCE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { connectTo, startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';
import { TerraformProject } from '../support/terraform/project';

const { root, version } = thisPackage();
const COMMAND = join(root, 'dist', 'cli', 'cdktf-amazon-connect.js');

/** A proxy that is not there: whoever asks a registry fails at once. */
const OFFLINE = { HTTPS_PROXY: 'http://127.0.0.1:1', HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '127.0.0.1' };

const configuration = (endpoint: string): string => `
terraform {
  required_providers {
    connect = {
      source  = "terraform.local/cdktf-amazon-connect/connect"
      version = "${version}"
    }
  }
}

provider "connect" {
  region     = "us-east-1"
  endpoint   = "${endpoint}"
  access_key = "AKIATEST"
  secret_key = "test"
}

resource "connect_user" "ada" {
  instance_id          = "${INSTANCE_ID}"
  name                 = "ada"
  routing_profile_id   = "${BASIC_ROUTING_PROFILE_ID}"
  security_profile_ids = ["${AGENT_SECURITY_PROFILE_ID}"]

  identity_info {
    first_name = "Ada"
    last_name  = "Lovelace"
  }

  phone_config {
    phone_type = "SOFT_PHONE"
  }
}

resource "connect_traffic_distribution_group_user" "ada" {
  instance_id                   = "${INSTANCE_ID}"
  traffic_distribution_group_id = "${TEAM_GROUP_ID}"
  user_id                       = connect_user.ada.user_id
}
`;

/** Plain HCL with the provider from a mirror: no CDK for Terraform, no registry. In order. */
describe('the mirror that the command writes', () => {
  let emulator: TestEmulator;
  let project: TerraformProject;
  const plan = async (): Promise<Readonly<Record<string, string>>> => {
    const { resource_changes: changes = [] } = await project.planJson();
    return Object.fromEntries(
      changes.filter(({ change }) => change.actions[0] !== 'no-op').map(({ address, change }) => [address, change.actions.join('+')]),
    );
  };
  const userId = (): string => String(project.attributes('connect_user.ada')?.['user_id']);

  beforeAll(async () => {
    if (!existsSync(COMMAND)) throw new Error(`${COMMAND} is missing: run "npm run build".`);
    emulator = await startTestEmulator();
    project = new TerraformProject({ env: OFFLINE });
    project.write(
      'terraform.rc',
      execFileSync(process.execPath, [COMMAND, 'mirror', join(project.directory, 'mirror')], { encoding: 'utf8' }),
    );
    project.write('main.tf', configuration(emulator.url));
  });
  afterAll(async () => {
    await emulator.close();
    project.remove();
  });

  it('is all that init needs, without a network', async () => {
    const { stdout } = await project.succeed('init', '-input=false', '-no-color');
    expect(stdout).toContain(`Installed terraform.local/cdktf-amazon-connect/connect v${version}`);
    expect(existsSync(join(project.directory, 'terraform.d'))).toBe(false);
  });

  it('fails for a provider that it does not hold, for which terraform then asks a registry', async () => {
    const stranger = new TerraformProject({ env: { ...OFFLINE, TF_CLI_CONFIG_FILE: join(project.directory, 'terraform.rc') } });
    stranger.write('main.tf', 'terraform {\n  required_providers {\n    random = { source = "hashicorp/random" }\n  }\n}\n');
    const { code, stderr } = await stranger.run('init', '-input=false', '-no-color');
    stranger.remove();
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/registry\.terraform\.io.*127\.0\.0\.1:1/s) });
  });

  it('serves plan and apply', async () => {
    expect(await plan()).toEqual({ 'connect_user.ada': 'create', 'connect_traffic_distribution_group_user.ada': 'create' });
    await project.succeed('apply', '-no-color', 'tests.tfplan');
    expect(await emulator.control.membersOf(TEAM_GROUP_ID)).toEqual([userId()]);
    expect(await plan()).toEqual({});
  });

  it('serves import', async () => {
    const user = userId();
    await project.succeed('state', 'rm', 'connect_user.ada', 'connect_traffic_distribution_group_user.ada');
    await project.succeed('import', '-no-color', 'connect_user.ada', `${INSTANCE_ID}:${user}`);
    await project.succeed('import', '-no-color', 'connect_traffic_distribution_group_user.ada', `${INSTANCE_ID},${TEAM_GROUP_ID},${user}`);
    expect(userId()).toBe(user);
    expect(await plan()).toEqual({});
  });

  it('serves a plan that brings back what was deleted outside Terraform', async () => {
    await connectTo(emulator.url).send(new DeleteUserCommand({ InstanceId: INSTANCE_ID, UserId: userId() }));
    expect(await plan()).toEqual({ 'connect_user.ada': 'create', 'connect_traffic_distribution_group_user.ada': 'create' });
    await project.succeed('apply', '-no-color', 'tests.tfplan');
    expect(await emulator.control.membersOf(TEAM_GROUP_ID)).toEqual([userId()]);
  });

  it('serves destroy', async () => {
    await project.succeed('destroy', '-auto-approve', '-no-color', '-input=false');
    const { instances } = await emulator.control.state();
    expect(instances.flatMap(({ users, groups }) => [...users, ...groups.flatMap(({ members }) => members)])).toEqual([]);
  });
});
