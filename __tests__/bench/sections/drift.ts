import {
  ConnectClient,
  DeleteUserCommand,
  DisassociateTrafficDistributionGroupUserCommand,
  UpdateUserIdentityInfoCommand,
  UpdateUserPhoneConfigCommand,
} from '@aws-sdk/client-connect';
import { agents, type Agent } from '../agents';
import type { Bench, Section } from '../bench';
import { BenchProject, succeeded } from '../bench-project';
import { callCells } from '../calls';
import { type EmulatorProcess, startEmulatorProcess, throttled } from '../emulator-process';
import { membershipsOf, usersOf } from '../kinds';
import { usageCells } from '../plan-unchanged';
import { connectProvider } from '../provider';
import { GROUP_ID, MANAGED, SAML, worldOf } from '../world';
import { writtenState } from '../written-state';

const SIZE = 1_000;

/** Few things that changed outside Terraform, among many that did not: all are found, and nothing else. */
export const drift: Section = {
  name: 'drift',
  title: 'Changes made outside Terraform, under the quota',
  async run(bench) {
    for (const size of bench.sizes(SIZE)) await find(bench, size);
  },
};

async function find(bench: Bench, size: number): Promise<void> {
  bench.progress(`plan of ${size} users with e-mails and ${size} memberships, of which four changed`);
  const [managed, members] = [agents(size), agents(size)];
  const provider = connectProvider(bench.scratch);
  const kinds = { users: usersOf(provider), memberships: membershipsOf(provider) };
  const declared = [kinds.users.resources(managed), kinds.memberships.resources(members)] as const;
  const emulator = await startEmulatorProcess(
    bench.scratch,
    worldOf({ home: MANAGED, agents: managed }, { home: SAML, agents: members, members: true }),
    throttled(),
  );
  const project = await BenchProject.create(bench.scratch, provider, emulator, declared);
  try {
    project.writeState(declared[0].type, (await writtenState(bench.scratch, kinds.users))(managed));
    project.writeState(declared[1].type, (await writtenState(bench.scratch, kinds.memberships))(members));
    const expected = await change(emulator, managed, members);
    await emulator.control.clearCalls();
    const measured = succeeded(await project.plan());
    const { operations, ...cells } = callCells(await emulator.control.calls());
    const found = await project.changes();
    const [shown, wanted] = [found, expected].map((changes) =>
      Object.entries(changes)
        .map((entry) => entry.join(' '))
        .sort(),
    );
    const exactly = JSON.stringify(shown) === JSON.stringify(wanted);
    bench.row({
      measured: `users with e-mails, and as many memberships`,
      size,
      wallS: measured.wallS,
      ...cells,
      ...usageCells(measured),
      notes: [operations, `the plan: ${shown?.join(', ') || 'no changes'}`],
    });
    bench.goal({
      goal: `among ${2 * size} resources, a plan shows the four that changed outside and no other`,
      measured: `${exactly ? 'these' : 'others:'} ${shown?.length}`,
      met: exactly,
    });
  } finally {
    project.remove();
    await emulator.close();
  }
}

/** What a colleague does in the console; answers with what the next plan has to say of it. */
async function change(
  { url }: EmulatorProcess,
  managed: readonly Agent[],
  members: readonly Agent[],
): Promise<Readonly<Record<string, string>>> {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const client = new ConnectClient({
    region: 'us-east-1',
    endpoint: url,
    credentials: { accessKeyId: 'AKIACONSOLE', secretAccessKey: 'not-a-secret' },
  });
  const [moved, deleted, renamed] = [at(managed, 0.2), at(managed, 0.5), at(managed, 0.8)];
  const left = at(members, 0.4);
  const InstanceId = MANAGED.instanceId;
  try {
    await client.send(
      new UpdateUserPhoneConfigCommand({
        InstanceId,
        UserId: moved.userId,
        PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: false, AfterContactWorkTimeLimit: 30 },
      }),
    );
    await client.send(new DeleteUserCommand({ InstanceId, UserId: deleted.userId }));
    await client.send(
      new UpdateUserIdentityInfoCommand({
        InstanceId,
        UserId: renamed.userId,
        IdentityInfo: { FirstName: renamed.firstName, LastName: renamed.lastName, Email: `new.${renamed.email}` },
      }),
    );
    await client.send(
      new DisassociateTrafficDistributionGroupUserCommand({
        InstanceId: SAML.instanceId,
        TrafficDistributionGroupId: GROUP_ID,
        UserId: left.userId,
      }),
    );
  } finally {
    client.destroy();
  }
  return {
    [`connect_user.${moved.key}`]: 'update',
    [`connect_user.${deleted.key}`]: 'create',
    [`connect_user.${renamed.key}`]: 'update',
    [`connect_traffic_distribution_group_user.${left.key}`]: 'create',
  };
}

function at(all: readonly Agent[], part: number): Agent {
  const agent = all[Math.floor(all.length * part)];
  if (!agent) throw new Error('there are too few agents');
  return agent;
}
