import { type TerraformProvider, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { TrafficDistributionGroupUser } from '../gen/traffic-distribution-group-user';
import { ConnectUser } from '../gen/user';
import { isAgentGroup } from './agent-group';
import type { AgentProps, Proficiencies } from './agent-props';
import { refuseLost } from './arguments';
import type { ContactCentre } from './contact-centre';
import type { Lookups } from './lookups';
import { handOver } from './handed-over';
import { given, having, isKeyed, isSaid, keyed, listOf, textual, unexpected } from './expected';
import { movedFrom, type Place } from './moved-from';
import { type Asker, hierarchyGroupId, routingProfileId, securityProfileIds, trafficDistributionGroupId } from './resolve';
import { type ITrafficDistributionGroup, type IUser, OR_NAME } from './things';

/** What nobody can: Terraform would look for the new name among the accounts there are. */
export const BOTH_AT_ONCE = 'cannot change the stack and the name at once: apply the one, take its entry out, and then the other';

/**
 * A person who takes contacts: a `ConnectUser` (`agent.user`), and a `TrafficDistributionGroupUser` for
 * each group (`agent.memberships`). The user has the Terraform address that a `ConnectUser` with the id
 * of the agent would have.
 *
 * Synth fails on values that Connect is certain to refuse.
 */
export class Agent extends Construct implements IUser {
  /** The account in Terraform: to refer to, to depend on, to override and to import. */
  readonly user: ConnectUser;
  /** One for each group that the agent joins. A group that owns its users (`ownsUsers`) has none. */
  readonly memberships: TrafficDistributionGroupUser[] = [];
  private readonly contactCentre: ContactCentre;
  private readonly provider: TerraformProvider | undefined;
  private previousPlace: Place | undefined;
  private readonly previousPlaces: Place[] = [];

  constructor(scope: Construct, id: string, props: AgentProps) {
    super(scope, id);
    given(props, 'an object with a contactCentre', this.node.path);
    const { contactCentre, firstName, lastName, email, secondaryEmail, mobile, routingProfile, securityProfiles, ...others } = props;
    const { hierarchyGroup, phone, proficiencies, groups = [], drainOnDelete, provider, ...rest } = others;
    const { path } = this.node;
    this.contactCentre = having(contactCentre, 'providerFor', 'a ContactCentre', `${path}: contactCentre`);
    refuseLost(props, path);
    textual(rest.name, 'the user name', `${path}: name`);
    if (isSaid(provider))
      having(having(provider, 'fqn', 'a ConnectProvider', `${path}: provider`), 'node', 'a ConnectProvider', `${path}: provider`);
    if (isSaid(phone)) having(phone, 'config', 'a phone, Phone.soft() or Phone.desk()', `${path}: phone`);
    if (isSaid(drainOnDelete)) having(drainOnDelete, 'asText', 'a duration, such as Duration.minutes(10)', `${path}: drainOnDelete`);
    if (typeof rest.tags === 'object' && isSaid(rest.tags) && !isKeyed(rest.tags))
      throw unexpected(rest.tags, 'values by key', `${path}: tags`);
    if (isSaid(rest.dependsOn))
      for (const one of listOf(rest.dependsOn, 'resources', `${path}: dependsOn`))
        having(one, 'fqn', 'resources, such as the user of an agent', `${path}: dependsOn`);
    this.provider = provider ?? contactCentre.providerFor(this);
    const asker = this.asker;
    this.user = new ConnectUser(this, 'Default', {
      ...rest,
      provider: this.provider,
      instanceId: this.lookups.instanceId,
      identityInfo: { firstName, lastName, email, secondaryEmail, mobile },
      routingProfileId: routingProfileId(asker, routingProfile),
      securityProfileIds: securityProfileIds(asker, securityProfiles),
      hierarchyGroupId: hierarchyGroup === undefined ? undefined : hierarchyGroupId(asker, hierarchyGroup),
      phoneConfig: phone?.config,
      drainOnDelete: drainOnDelete?.asText,
      proficiency: proficiencies && levels(asker, proficiencies),
    });
    this.joins(...listOf(groups, 'traffic distribution groups', `${path}: groups`));
  }

  /** The id of the user, known after apply. */
  get userId(): string {
    return this.user.userId;
  }

  /** The ARN of the user, known after apply. */
  get arn(): string {
    return this.user.arn;
  }

  /** Puts the agent into traffic distribution groups, with a `TrafficDistributionGroupUser` for each; into the same group only once. */
  joins(...groups: (string | ITrafficDistributionGroup)[]): this {
    for (const one of listOf(groups, 'traffic distribution groups', `${this.node.path}: groups`)) {
      given(one, `a traffic distribution group${OR_NAME}`, `${this.node.path}: groups`);
      const group = isAgentGroup(one) ? one : this.contactCentre.trafficDistributionGroup(one);
      const groupId = trafficDistributionGroupId(this.asker, group);
      if (this.memberships.some(({ node }) => node.id === group.node.id)) continue;
      const membership = new TrafficDistributionGroupUser(this, group.node.id, {
        provider: this.provider,
        instanceId: this.lookups.instanceId,
        trafficDistributionGroupId: groupId,
        userId: this.user.userId,
      });
      this.memberships.push(membership);
      if (this.previousPlace) movedFrom(this, this.previousPlace, membership);
      for (const place of this.previousPlaces) handOver(this, place, membership);
    }
    return this;
  }

  /**
   * Says that the agent had another construct id before, as after a change of the user name: the plan then shows one agent who is replaced (Connect
   * cannot change a user name), not two different agents. It also serves for an agent who had another place in the program, such as a construct of a
   * team before there was a roster: account and memberships stay. The call can stay for good. Synth fails while that id is still in use.
   *
   * @param previousId the construct id that the agent had
   * @param previousScope the former scope of the agent, in this stack. For a scope that the program no longer has, give `new Construct(stack, 'its
   * id')`. @default that of the agent
   */
  renamedFrom(previousId: string, previousScope = this.node.scope as Construct): this {
    const asked = `${this.node.path}: renamedFrom`;
    having(previousScope, 'node', 'a construct of the same stack', asked);
    const place = { scope: previousScope, id: textual(previousId, 'the construct id that the agent had', asked) };
    if (this.previousPlaces.length > 0) throw this.bothAtOnce();
    for (const one of [this.user, ...this.memberships]) movedFrom(this, place, one);
    this.previousPlace = place;
    return this;
  }

  /**
   * Says that the agent was declared in another stack of this program, for the same instance, and keeps the account. The plan of that stack lets the
   * account go, with the memberships that are declared here too, and the plan of this stack imports it. Either may be applied first. Until both are
   * applied, do not remove this call or destroy the old stack: the old stack would delete the account. The call can stay where every plan
   * finds the account. Call it once for each stack that still has the agent. Synth fails while the agent is declared there,
   * and with `--hcl`. Terraform takes this from 1.7 on.
   *
   * @param scope the former scope of the agent
   * @param id the construct id that the agent had there. @default that of the agent
   */
  cameFrom(scope: Construct, id = this.node.id): this {
    const { path } = this.node;
    having(scope, 'node', 'a construct of another stack', `${path}: cameFrom`);
    const place = { scope, id: textual(id, 'the construct id that the agent had', `${path}: cameFrom`) };
    if (TerraformStack.of(scope) === TerraformStack.of(this))
      throw new Error(
        `[${path}] cannot have come from ${scope.node.path || 'there'}: that is in the same stack. Use renamedFrom("${id}", SCOPE).`,
      );
    if (this.previousPlace) throw this.bothAtOnce();
    if (scope.node.tryFindChild(id)) throw new Error(`[${path}] cannot have come from ${scope.node.path}: "${id}" is still in use there.`);
    for (const one of [this.user, ...this.memberships]) handOver(this, place, one);
    this.previousPlaces.push(place);
    this.user.importFrom(`${this.lookups.instanceId}:name/${this.user.nameInput}`, this.provider);
    return this;
  }

  private bothAtOnce = (): Error => new Error(`[${this.node.path}] ${BOTH_AT_ONCE}.`);

  private get asker(): Asker {
    return { path: this.node.path, contactCentre: this.contactCentre, lookups: this.lookups };
  }

  private get lookups(): Lookups {
    return this.contactCentre.lookups(this, this.provider);
  }
}

function levels({ path }: Asker, proficiencies: Proficiencies): { attributeName: string; attributeValue: string; level: number }[] {
  const [noun, asked] = [
    "levels by attribute and value, such as { 'connect:Language': { 'connect:German': 4 } }",
    `${path}: proficiencies`,
  ];
  return Object.entries(keyed(proficiencies, noun, asked)).flatMap(([attributeName, values]) =>
    Object.entries(keyed(values, noun, asked)).map(([attributeValue, level]) => ({ attributeName, attributeValue, level })),
  );
}
