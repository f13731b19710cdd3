import { randomBytes } from 'node:crypto';
import type { Connect, CreateUserCommandInput } from '@aws-sdk/client-connect';
import type { Clock } from '../../../connect/clock';
import type { Lag } from '../findings';
import { type Names, TAGS } from '../names';
import { type Answer, answerTo, isNotFound, isOk } from './answer';
import type { Facts } from './facts';
import { type LiveGroup, membersOf } from './group';
import type { Own } from './own';
import type { PoliteClients } from './polite-client';
import { cameTrue, watch } from './watch';

export interface LiveUser {
  readonly id: string;
  readonly arn: string;
  readonly username: string;
}

export interface LabParts {
  readonly clients: PoliteClients;
  readonly own: Own;
  readonly facts: Facts;
  readonly group?: LiveGroup;
  readonly names: Names;
  readonly clock: Clock;
  readonly patienceMs: number;
  readonly signal?: AbortSignal;
}

/** An instance on which things are made and looked at. */
export class Lab {
  readonly client: Connect;
  readonly InstanceId: string;
  private readonly joined = new Set<string>();

  constructor(readonly parts: LabParts) {
    this.client = parts.clients.in(parts.facts.region);
    this.InstanceId = parts.facts.instanceId;
  }

  get facts(): Facts {
    return this.parts.facts;
  }

  get clock(): Clock {
    return this.parts.clock;
  }

  /** The group of the run. Questions about groups are asked only where there is one. */
  get group(): LiveGroup {
    if (!this.parts.group) throw new Error('there is no group');
    return this.parts.group;
  }

  /** Where members come and go. */
  get home(): Connect {
    return this.parts.clients.in(this.group.region);
  }

  sleep(ms: number): Promise<void> {
    return this.clock.sleep(ms, this.parts.signal);
  }

  watch(what: string, condition: () => Promise<boolean>): Promise<Lag> {
    return watch(this.parts, what, condition);
  }

  /** As `watch`, for what has to come. */
  async until(what: string, condition: () => Promise<boolean>): Promise<void> {
    if (!cameTrue(await this.watch(what, condition))) throw new Error(`waited in vain: ${what}`);
  }

  /** Makes a user for as long as `act` takes. */
  async withUser<T>(word: string, more: Partial<CreateUserCommandInput>, act: (user: LiveUser) => Promise<T>): Promise<T> {
    const user = await this.makeUser(this.parts.names.of(word), more);
    try {
      await this.until('DescribeUser finds a new user', () => this.exists(user.id));
      return await act(user);
    } finally {
      // A membership of somebody who does not exist may be there for good.
      if (this.joined.has(user.id)) await this.leave(user.id);
      await this.removeUser(user.id);
    }
  }

  /** Puts a user into the group. */
  join(UserId: string): Promise<Answer> {
    this.joined.add(UserId);
    return answerTo(this.home.associateTrafficDistributionGroupUser(this.membership(UserId)));
  }

  async leave(UserId: string): Promise<Answer> {
    const answer = await answerTo(this.home.disassociateTrafficDistributionGroupUser(this.membership(UserId)));
    if (isOk(answer)) this.joined.delete(UserId);
    return answer;
  }

  async makeUser(username: string, more: Partial<CreateUserCommandInput> = {}): Promise<LiveUser> {
    const { routingProfileIds, securityProfileIds, identityManagement } = this.facts;
    const { UserId = '', UserArn = '' } = await this.client.createUser({
      InstanceId: this.InstanceId,
      Username: username,
      IdentityInfo: { FirstName: 'Live', LastName: 'Test' },
      RoutingProfileId: routingProfileIds[0],
      SecurityProfileIds: securityProfileIds.slice(0, 1),
      Tags: { ...TAGS },
      ...(identityManagement === 'CONNECT_MANAGED' && { Password: randomPassword() }),
      ...more,
    });
    return { id: UserId, arn: UserArn, username };
  }

  async removeUser(UserId: string): Promise<void> {
    await this.client.deleteUser({ InstanceId: this.InstanceId, UserId }).catch(ignoringNotFound);
  }

  /** Whether a Region knows the user; that of the instance where none is named. */
  exists(UserId: string, client = this.client): Promise<boolean> {
    return client.describeUser({ InstanceId: this.InstanceId, UserId }).then(
      () => true,
      (error: unknown) => {
        if (isNotFound(error)) return false;
        throw error;
      },
    );
  }

  /** Nobody can join a group before the other Region knows them. */
  async untilJoinable(UserId: string): Promise<void> {
    for (const region of [this.group.region, this.group.replica]) {
      if (region === undefined || region === this.facts.region) continue;
      await this.until(`${region} knows a new user`, () => this.exists(UserId, this.parts.clients.in(region)));
    }
  }

  private membership(UserId: string) {
    return { InstanceId: this.InstanceId, UserId, TrafficDistributionGroupId: this.group.id };
  }

  members(): Promise<readonly string[]> {
    return membersOf(this.home, this.group.id);
  }

  /** Whether the list of members has that user, by id or ARN. */
  async isListed(UserId: string): Promise<boolean> {
    return (await this.members()).some((member) => member.endsWith(UserId));
  }
}

export const ignoringNotFound = (error: unknown): void => {
  if (!isNotFound(error)) throw error;
};

/** Of an account that nobody is to use. Has a capital and a small letter and a digit. */
export const randomPassword = (): string => `Aa1${randomBytes(24).toString('base64url')}`;
