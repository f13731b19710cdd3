import { type TerraformProvider, TerraformStack } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { DataConnectInstance } from '../gen/data-connect-instance';
import { pathOf } from '../in-tree';
import { AgentGroup } from './agent-group';
import { HierarchyGroupByPath, RoutingProfileByName, SecurityProfileByName } from './by-name';
import { constructId } from './construct-id';
import { given, having, textual, writtenName, writtenPath } from './expected';
import { type Centre, type FindInstance, Lookups } from './lookups';
import {
  checkKind,
  type IHierarchyGroup,
  type IInstance,
  type IRoutingProfile,
  type ISecurityProfile,
  type ITrafficDistributionGroup,
  OR_NAME,
} from './things';

export interface ContactCentreOptions {
  /**
   * The provider that looks things up, and manages the agents of the contact centre's own stack.
   * @default - the provider without an alias
   */
  readonly provider?: TerraformProvider | undefined;
}

/**
 * An Amazon Connect instance. Its agents refer to profiles and groups by name: each name becomes one data source in each stack that
 * uses it, for any number of agents.
 */
export class ContactCentre extends Construct implements Centre {
  /** The instance of the account with this alias: `ALIAS` in `https://ALIAS.my.connect.aws`. The plan fails if there is none. */
  static fromAlias = (scope: Construct, id: string, alias: string, options: ContactCentreOptions = {}): ContactCentre => {
    textual(alias, 'the alias of an instance', pathOf(scope, id));
    return new ContactCentre(scope, id, (place, provider) => new DataConnectInstance(place, 'instance', { alias, provider }).id, options);
  };

  /** The instance with this id or ARN. */
  static fromInstanceId = (scope: Construct, id: string, instanceId: string, options: ContactCentreOptions = {}): ContactCentre => {
    textual(instanceId, 'the id or ARN of an instance', pathOf(scope, id));
    return new ContactCentre(scope, id, () => instanceId, options);
  };

  /** An instance that the program knows as an object, of `@cdktf/provider-aws` or of this package. */
  static fromInstance(scope: Construct, id: string, instance: IInstance, options: ContactCentreOptions = {}): ContactCentre {
    const asked = pathOf(scope, id);
    const member = typeof instance === 'object' && instance !== null && 'instanceId' in instance ? 'instanceId' : 'arn';
    having(instance, member, 'an instance as an object', asked);
    checkKind(instance, 'an instance', /(^|_)connect_instance$/, asked);
    return new ContactCentre(scope, id, () => ('instanceId' in instance ? instance.instanceId : instance.arn), options);
  }

  /** What `options` say; nothing stands for the provider without an alias. */
  readonly provider: TerraformProvider | undefined;
  private readonly places = new Map<Construct, Lookups>();
  private readonly groups = new Map<string, AgentGroup>();

  private constructor(
    scope: Construct,
    id: string,
    private readonly findInstance: FindInstance,
    { provider }: ContactCentreOptions,
  ) {
    super(scope, id);
    this.provider = provider;
  }

  /** The instance, as an id or ARN. */
  get instanceId(): string {
    return this.lookups(this).instanceId;
  }

  /** A routing profile by its exact name. A plan fails where there is none. */
  routingProfile = (name: string): IRoutingProfile =>
    new RoutingProfileByName(
      this,
      writtenName(name, 'the name of a routing profile', 'DataConnectRoutingProfile', `${this.node.path}: routingProfile`),
    );

  /** A security profile by its exact name. A plan fails where there is none. */
  securityProfile = (name: string): ISecurityProfile =>
    new SecurityProfileByName(
      this,
      writtenName(name, 'the name of a security profile', 'DataConnectSecurityProfile', `${this.node.path}: securityProfile`),
    );

  /** A hierarchy group by its path from the top, "EMEA/Berlin" or `['EMEA', 'Berlin']`. A plan fails where there is none. */
  hierarchyGroup = (path: string | readonly string[]): IHierarchyGroup =>
    new HierarchyGroupByPath(this, writtenPath(typeof path === 'string' ? path.split('/') : path, `${this.node.path}: hierarchyGroup`));

  /** A traffic distribution group by its exact name, its id or ARN, or as an object; the same group for the same name. */
  trafficDistributionGroup(group: string | ITrafficDistributionGroup): AgentGroup {
    const key = AgentGroup.keyOf(this, given(group, `a traffic distribution group${OR_NAME}`, this.node.path));
    const known = this.groups.get(key) ?? new AgentGroup(this, key, group);
    this.groups.set(key, known);
    return known;
  }

  /** The provider that agents get who name none: another stack has its own. */
  providerFor = (user: IConstruct): TerraformProvider | undefined =>
    TerraformStack.of(user) === TerraformStack.of(this) ? this.provider : undefined;

  /** What things are looked up with, for a construct of any stack; with its provider, unless another is given. */
  lookups(user: IConstruct, provider = this.providerFor(user)): Lookups {
    const place = this.scopeIn(TerraformStack.of(user), provider);
    const lookups = this.places.get(place) ?? new Lookups(place, provider, this.findInstance);
    this.places.set(place, lookups);
    return lookups;
  }

  /** In its own stack things are looked up below the contact centre; elsewhere below a namesake of it. */
  private scopeIn(stack: TerraformStack, provider: TerraformProvider | undefined): Construct {
    const own = stack === TerraformStack.of(this);
    const home = own ? this : findOrMake(stack, constructId(this.node.path));
    return provider === (own ? this.provider : undefined) ? home : findOrMake(home, constructId(provider?.node.path ?? 'provider'));
  }
}

const findOrMake = (scope: Construct, id: string): Construct => {
  const there = scope.node.tryFindChild(id);
  return there instanceof Construct ? there : new Construct(scope, id);
};
