import type { Centre, Lookups } from './lookups';
import type { IHierarchyGroup, IRoutingProfile, ISecurityProfile } from './things';

/*
 * Things of a contact centre by their names. Agents look them up in their own stack; the attribute
 * with the id looks them up in that of the contact centre.
 */

/** The same in each copy of this package: in a repository of several packages each may have one. */
const BY_NAME = Symbol.for('cdktf-amazon-connect/by-name');

type Name = string | readonly string[];

/** Whether an object is one of these, for the attribute that asks. */
export const isByName = <N extends Name>(thing: object): thing is ByName<N> => BY_NAME in thing;

abstract class ByName<N extends Name> {
  readonly [BY_NAME] = true;

  constructor(
    readonly contactCentre: Centre,
    readonly name: N,
  ) {}

  protected get lookups(): Lookups {
    return this.contactCentre.lookups(this.contactCentre);
  }
}

export class RoutingProfileByName extends ByName<string> implements IRoutingProfile {
  get routingProfileId(): string {
    return this.lookups.routingProfile(this.name);
  }
}

export class SecurityProfileByName extends ByName<string> implements ISecurityProfile {
  get securityProfileId(): string {
    return this.lookups.securityProfile(this.name);
  }
}

export class HierarchyGroupByPath extends ByName<readonly string[]> implements IHierarchyGroup {
  get hierarchyGroupId(): string {
    return this.lookups.hierarchyGroup(this.name);
  }
}
