import { TerraformElement, TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { TrafficDistributionGroupUsers } from '../gen/traffic-distribution-group-users';
import { constructId } from './construct-id';
import { given, isTextual, unexpected } from './expected';
import type { Centre, Lookups } from './lookups';
import { checkKind, isId, type ITrafficDistributionGroup, type IUser } from './things';

/** Of any copy of this package: in a repository of several packages each may have one. */
export const isAgentGroup = (group: string | ITrafficDistributionGroup): group is AgentGroup =>
  typeof group === 'object' && 'contactCentre' in group && 'arnBy' in group;

/** A traffic distribution group, as agents join it (`agent.joins`) or as one owner of all its users (`ownsUsers`). */
export class AgentGroup extends Construct {
  /** What tells a group from others of the contact centre, and stays the same from synth to synth. */
  static keyOf(asker: Construct, group: string | ITrafficDistributionGroup): string {
    if (TerraformElement.isTerraformElement(group)) return constructId(placeOf(group, TerraformStack.of(asker)));
    const key = typeof group === 'string' ? group : group.arn;
    if (Token.isUnresolved(key))
      throw new Error(
        `[${asker.node.path}] cannot tell from a token which group is meant. Pass the construct that has the ARN, or the name of the group.`,
      );
    return constructId(key);
  }

  private owner: TrafficDistributionGroupUsers | undefined;
  private readonly owned: IUser[] = [];

  /** Programs ask `ContactCentre.trafficDistributionGroup` for one. */
  constructor(
    readonly contactCentre: Centre,
    id: string,
    private readonly group: string | ITrafficDistributionGroup,
  ) {
    super(contactCentre, id);
    if (typeof group !== 'string') checkKind(group, 'a traffic distribution group', /connect_traffic_distribution_group$/, this.node.path);
  }

  /** The name to look it up by, if it is not known by its id or as an object. */
  get name(): string | undefined {
    return typeof this.group === 'string' && !isId(this.group) ? this.group : undefined;
  }

  /** The group, as its id or ARN. */
  get arn(): string {
    return this.arnBy(this.contactCentre.lookups(this));
  }

  /** The same, as another stack looks it up. */
  arnBy(lookups: Lookups): string {
    if (typeof this.group !== 'string') return this.group.arn;
    return isId(this.group) ? this.group : lookups.trafficDistributionGroup(this.group);
  }

  /**
   * Declares all users of the group in one resource: the group then has these users and nobody else. A further call adds users. Declare the users of
   * a group either so or one by one (`agent.joins`): synth fails on both.
   *
   * @param users agents, rosters of them, or other objects with a `userId`
   * @returns the resource
   */
  ownsUsers(...users: (IUser | Iterable<IUser>)[]): TrafficDistributionGroupUsers {
    const all = users.flatMap((one) => (isOne(one) ? [one] : [...one])).map((one) => this.user(one));
    this.owned.push(...all.filter((one, index) => !this.owned.includes(one) && all.indexOf(one) === index));
    const userIds = this.owned.map(({ userId }) => userId);
    this.owner ??= new TrafficDistributionGroupUsers(this, 'Default', {
      instanceId: this.contactCentre.lookups(this).instanceId,
      trafficDistributionGroupId: this.arn,
      userIds,
      provider: this.contactCentre.providerFor(this),
    });
    this.owner.userIds = userIds;
    return this.owner;
  }

  /** Refuses what has no id: it would be left out, and so taken out of the group. */
  private user(one: IUser): IUser {
    const [noun, asked] = ['users as objects with a userId, such as agents', `${this.node.path}: ownsUsers`];
    if (typeof given(one, noun, asked) === 'object' && isTextual(one.userId)) return one;
    throw unexpected(one, noun, asked);
  }
}

/** Within its stack without the id of that: it comes into addresses of memberships, and a stack may be renamed. */
const placeOf = ({ cdktfStack, node: { path } }: TerraformElement, stack: TerraformStack): string =>
  cdktfStack === stack ? path.slice(stack.node.path.length) : path;

const isOne = (users: IUser | Iterable<IUser>): users is IUser =>
  typeof users !== 'object' || users === null || !(Symbol.iterator in users);
