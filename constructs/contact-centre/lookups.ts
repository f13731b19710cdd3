import type { TerraformProvider } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { DataConnectRoutingProfile } from '../gen/data-connect-routing-profile';
import { DataConnectSecurityProfile } from '../gen/data-connect-security-profile';
import { DataConnectTrafficDistributionGroup } from '../gen/data-connect-traffic-distribution-group';
import { DataConnectUserHierarchyGroup } from '../gen/data-connect-user-hierarchy-group';
import { constructId } from './construct-id';

/** What agents and groups ask of their contact centre. */
export interface Centre extends IConstruct {
  /** The provider that agents get who name none: another stack than that of the contact centre has its own. */
  providerFor(user: IConstruct): TerraformProvider | undefined;
  /** What things are looked up with, for a construct of any stack; with its provider, unless another is given. */
  lookups(user: IConstruct, provider?: TerraformProvider): Lookups;
}

/** Gives an instance as an id or ARN, with a data source below the scope where it takes one. */
export type FindInstance = (scope: Construct, provider: TerraformProvider | undefined) => string;

/** The things of an instance by their names, in one stack and with one provider: one data source for each name. */
export class Lookups {
  private readonly found = new Map<string, string>();

  /**
   * @param scope below which the data sources are
   * @param findInstance gives the instance, as an id or ARN; asked once
   */
  constructor(
    private readonly scope: Construct,
    private readonly provider: TerraformProvider | undefined,
    private readonly findInstance: FindInstance,
  ) {}

  /** The instance, as an id or ARN. */
  get instanceId(): string {
    return this.once('instance', () => this.findInstance(this.scope, this.provider));
  }

  routingProfile = (name: string): string =>
    this.once(
      `routing-profile-${constructId(name)}`,
      (id) => new DataConnectRoutingProfile(this.scope, id, { ...this.common(), name }).routingProfileId,
    );

  securityProfile = (name: string): string =>
    this.once(
      `security-profile-${constructId(name)}`,
      (id) => new DataConnectSecurityProfile(this.scope, id, { ...this.common(), name }).securityProfileId,
    );

  hierarchyGroup = (path: readonly string[]): string =>
    this.once(
      `hierarchy-group-${path.map((name) => constructId(name).replaceAll('>', '%3E')).join('>')}`,
      (id) => new DataConnectUserHierarchyGroup(this.scope, id, { ...this.common(), path: [...path] }).hierarchyGroupId,
    );

  trafficDistributionGroup = (name: string): string =>
    this.once(
      `traffic-distribution-group-${constructId(name)}`,
      (id) => new DataConnectTrafficDistributionGroup(this.scope, id, { ...this.common(), name }).arn,
    );

  private common = (): { instanceId: string; provider: TerraformProvider | undefined } => ({
    instanceId: this.instanceId,
    provider: this.provider,
  });

  private once(id: string, look: (id: string) => string): string {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const value = look(id);
    this.found.set(id, value);
    return value;
  }
}
