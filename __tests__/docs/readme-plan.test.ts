import { AssociateQueueQuickConnectsCommand, CreateQuickConnectCommand } from '@aws-sdk/client-connect';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { AGENT_TRANSFER_FLOW_ID, INSTANCE_ID, SALES_ROUTING_PROFILE_ID, SUPPORT_QUEUE_ID } from '../../emulator/seed/demo';
import { agent, ContactCentre, membership } from '../support/terraform/contact-centre';

/** The plan that the README shows, told by the real terraform. */
describe('the plan in the README', () => {
  let centre: ContactCentre;

  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterAll(() => centre.close());

  it('is what terraform says when one agent leaves and another changes the team', async () => {
    await centre.declare({
      resource: {
        connect_user: { amara: agent('amara.okafor'), bruno: agent('bruno.keller') },
        connect_traffic_distribution_group_user: { bruno: membership('${connect_user.bruno.user_id}') },
      },
    });
    await centre.apply();
    await offerTransfersTo('bruno.keller', 'Call Bruno');
    await centre.declare({
      resource: { connect_user: { amara: agent('amara.okafor', { routing_profile_id: SALES_ROUTING_PROFILE_ID }) } },
    });
    const { stdout } = await centre.project.succeed('plan', '-input=false', '-no-color');
    const shown = linesOf(shownPlan());
    expect(linesOf(stdout).filter((line) => shown.includes(line))).toEqual(shown);
  });

  /** As somebody does in the Connect console, whom Terraform knows nothing of. */
  async function offerTransfersTo(name: string, Name: string): Promise<void> {
    const UserId = (await centre.userNamed(name))?.Id ?? '';
    const QuickConnectConfig = { QuickConnectType: 'USER', UserConfig: { UserId, ContactFlowId: AGENT_TRANSFER_FLOW_ID } } as const;
    const { QuickConnectId = '' } = await centre
      .outside()
      .send(new CreateQuickConnectCommand({ InstanceId: INSTANCE_ID, Name, QuickConnectConfig }));
    await centre
      .outside()
      .send(
        new AssociateQueueQuickConnectsCommand({ InstanceId: INSTANCE_ID, QueueId: SUPPORT_QUEUE_ID, QuickConnectIds: [QuickConnectId] }),
      );
  }
});

/** The first block of the README, without the numbers of its notes. */
function shownPlan(): string {
  const [, plan = ''] = /```text\n([^]*?)```/.exec(readFileSync(join(thisPackage().root, 'README.md'), 'utf8')) ?? [];
  return plan.replace(/^[①-⑨ ] /gm, '');
}

/** Lines in their order; ids are others each time. */
const linesOf = (text: string): readonly string[] =>
  text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
