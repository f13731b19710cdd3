import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSTANCE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import { BesideAws } from '../support/aws-provider/beside-aws';
import { awsProviderDirectory } from '../support/aws-provider/real';
import { newDirectory, removeDirectories } from '../support/constructs/directories';
import { examplePath } from '../support/terraform/examples';

const directory = awsProviderDirectory();
const describeWithAws = directory === undefined ? describe.skip : describe;

/** A start of the AWS provider takes seconds, and minutes where other work fills the machine. */
jest.setTimeout(600_000);

async function synthesized(): Promise<{ readonly resource: object; readonly data?: object }> {
  const out = newDirectory();
  process.env['CDKTF_OUTDIR'] = out;
  try {
    await jest.isolateModulesAsync(async () => void (await import(examplePath('both-providers', 'main.ts'))));
  } finally {
    delete process.env['CDKTF_OUTDIR'];
  }
  return JSON.parse(readFileSync(join(out, 'stacks', 'agents', 'cdk.tf.json'), 'utf8'));
}

describeWithAws('the example with both providers', () => {
  afterAll(removeDirectories);

  it('is deployed at once, plans nothing then, and leaves nothing when it is destroyed', async () => {
    const both = await BesideAws.start(directory ?? '');
    try {
      const { resource, data = {} } = await synthesized();
      both.declare({ resource, data });
      const before = await both.instance(INSTANCE_ID);
      expect((await both.carryOut()).every((change) => change.startsWith('create '))).toBe(true);
      const made = await both.instance(INSTANCE_ID);
      const ids = made.users.map(({ Id }) => Id);
      expect(ids).toHaveLength(2);
      expect([...(await both.emulator.control.membersOf(TEAM_GROUP_ID))].sort()).toEqual(ids.sort());
      expect(made.queues.find(({ Name }) => Name === 'Claims')?.QuickConnectIds).toHaveLength(2);
      expect(await both.carryOut()).toEqual([]);
      await both.project.succeed('destroy', '-auto-approve', '-input=false', '-no-color');
      expect({ ...(await both.instance(INSTANCE_ID)), deletedUserIds: [] }).toEqual(before);
    } finally {
      await both.close();
    }
  });
});
