import {
  AssociateQueueQuickConnectsCommand,
  CreateQuickConnectCommand,
  DeleteUserCommand,
  DisassociateTrafficDistributionGroupUserCommand,
} from '@aws-sdk/client-connect';
import { type InstanceSnapshot, snapshot } from '../../emulator/control/snapshot';
import { AGENT_TRANSFER_FLOW_ID, INSTANCE_ID, SUPPORT_QUEUE_ID } from '../../emulator/seed/demo';
import { ContactCentre } from '../support/terraform/contact-centre';
import { memberships } from './announced';
import { Stack } from './stack';
import type { Trouble } from './steps';

/** The provider tries a call so often. */
const TRIES = 3;

/** Several stacks on one contact centre, and whoever works outside Terraform. */
export class Owners {
  /** Users whom a stack let go of by `terraform state rm`: nobody's, and not lost. */
  readonly released = new Set<string>();
  /** Memberships that went on to the successors of renamed users: nobody has to declare them. */
  readonly handedOn = new Set<string>();
  /** Those that take part. */
  stacks: readonly Stack[];
  private made = 0;

  private constructor(
    private readonly centre: ContactCentre,
    private readonly all: readonly Stack[],
  ) {
    this.stacks = all;
  }

  static async open(count: number): Promise<Owners> {
    const centre = await ContactCentre.start();
    const others = Array.from({ length: count - 1 }, () => centre.otherStack());
    return new Owners(
      centre,
      [centre, ...others].map((one, index) => new Stack('ABCDEFG'.charAt(index), one)),
    );
  }

  close(): Promise<void> {
    return this.centre.close();
  }

  /** An untouched contact centre, and so many stacks that have nothing. */
  startOver(count: number): void {
    this.endTrouble();
    this.stacks = this.all.slice(0, count);
    this.centre.emulator.running.emulator.reset('demo');
    this.released.clear();
    this.handedOn.clear();
    for (const stack of this.stacks) stack.startOver();
  }

  instance(): InstanceSnapshot {
    const found = snapshot(this.centre.emulator.running.emulator.world).instances.find(({ id }) => id === INSTANCE_ID);
    if (!found) throw new Error('the instance is gone');
    return found;
  }

  /** Lets a call of the next apply fail, as often as it is tried. */
  beginTrouble(trouble: Trouble): void {
    const { operation, kind } = trouble;
    const { faults } = this.centre.emulator.running.emulator;
    faults.add(
      kind === 'denied' ? { operation, code: 'AccessDeniedException', status: 403 } : { operation, count: TRIES, dropConnection: 'after' },
    );
  }

  endTrouble(): void {
    this.centre.emulator.running.emulator.faults.clear();
  }

  /** What somebody else does in Connect, to the user that the pick names; false where there is none. */
  async doOutside(what: 'delete user' | 'quick connect' | 'leave', pick: number): Promise<boolean> {
    const client = this.centre.outside();
    const instance = this.instance();
    const user = instance.users[pick % instance.users.length];
    if (!user) return false;
    const named = { InstanceId: INSTANCE_ID, UserId: user.Id };
    if (what === 'delete user') await client.send(new DeleteUserCommand(named));
    if (what === 'leave') {
      const group = instance.groups.find(({ members }) => members.includes(user.Id));
      if (group) await client.send(new DisassociateTrafficDistributionGroupUserCommand({ ...named, TrafficDistributionGroupId: group.Id }));
    }
    if (what !== 'quick connect') return true;
    const QuickConnectConfig = {
      QuickConnectType: 'USER' as const,
      UserConfig: { UserId: user.Id, ContactFlowId: AGENT_TRANSFER_FLOW_ID },
    };
    const { QuickConnectId = '' } = await client.send(
      new CreateQuickConnectCommand({ InstanceId: INSTANCE_ID, Name: `Call ${user.Username} ${++this.made}`, QuickConnectConfig }),
    );
    await client.send(
      new AssociateQueueQuickConnectsCommand({ InstanceId: INSTANCE_ID, QueueId: SUPPORT_QUEUE_ID, QuickConnectIds: [QuickConnectId] }),
    );
    return true;
  }

  /** What the provider made, or should have taken along, and no state knows. */
  orphans(): readonly string[] {
    const instance = this.instance();
    const { users, quickConnects, queues } = instance;
    const alive = new Set(users.map(({ Id }) => Id));
    const known = new Set([...this.released, ...this.stacks.flatMap(({ knownUsers }) => [...knownUsers])]);
    const joined = new Set(this.stacks.flatMap(({ knownMemberships }) => [...knownMemberships]));
    const ids = new Set(quickConnects.map(({ Id }) => Id));
    return [
      ...users.filter(({ Id }) => !known.has(Id)).map(({ Username, Id }) => `no state knows the user ${Username} (${Id})`),
      ...[...memberships(instance)]
        .filter((one) => !joined.has(one) && !this.handedOn.has(one))
        .map((one) => `no state knows the membership ${one}`),
      ...quickConnects.flatMap(({ Name, QuickConnectConfig: { UserConfig } }) =>
        !UserConfig || alive.has(UserConfig.UserId) || known.has(UserConfig.UserId)
          ? []
          : [`the quick connect "${Name}" of nobody is left`],
      ),
      ...queues.flatMap(({ Name, QuickConnectIds }) =>
        QuickConnectIds.filter((id) => !ids.has(id)).map((id) => `the queue "${Name}" offers the deleted quick connect ${id}`),
      ),
    ];
  }
}
