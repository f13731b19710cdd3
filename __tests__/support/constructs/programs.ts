import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack, Testing } from 'cdktf';
import type { ConnectUserConfig, TrafficDistributionGroupUserConfig, TrafficDistributionGroupUsersConfig } from '../../../constructs';
import { newDirectory } from './directories';

/** A user with nothing wrong, for programs that are about something else. */
export const agent: ConnectUserConfig = {
  instanceId: '11111111-2222-3333-4444-555555555555',
  name: 'ada',
  routingProfileId: 'aaaaaaaa-1111-2222-3333-444444444444',
  securityProfileIds: ['bbbbbbbb-1111-2222-3333-444444444444'],
};

export const membership: TrafficDistributionGroupUserConfig = {
  instanceId: agent.instanceId,
  trafficDistributionGroupId: 'cccccccc-1111-2222-3333-444444444444',
  userId: 'dddddddd-1111-2222-3333-444444444444',
};

export const groupUsers: TrafficDistributionGroupUsersConfig = {
  instanceId: membership.instanceId,
  trafficDistributionGroupId: membership.trafficDistributionGroupId,
  userIds: [membership.userId],
};

/** What synth complains about, or nothing. */
export function complaint(program: (stack: TerraformStack) => void): string | undefined {
  const stack = new TerraformStack(new App({ context: { targetVersions: { terraform: '>=1.11.0' } } }), 'agents');
  program(stack);
  try {
    Testing.synth(stack, true);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Synthesizes a program of one stack, as `cdktf synth` does, and gives the stack's directory. */
export function synthesize(program: (stack: TerraformStack) => void, outdir = newDirectory()): string {
  const app = new App({ outdir });
  program(new TerraformStack(app, 'agents'));
  app.synth();
  const directory = join(outdir, 'stacks', 'agents');
  if (!existsSync(directory)) throw new Error(`synth left no ${directory}`);
  return directory;
}
