import type { Centre } from './lookups';
import type { IHierarchyGroup, IRoutingProfile, ISecurityProfile } from './things';

/*
 * Things of a contact centre by their names. Agents look them up in their own stack; the attribute
 * with the id looks them up in that of the contact centre.
 */

export class RoutingProfileByName implements IRoutingProfile {
  constructor(
    readonly contactCentre: Centre,
    readonly name: string,
  ) {}

  get routingProfileId(): string {
    return this.contactCentre.lookups(this.contactCentre).routingProfile(this.name);
  }
}

export class SecurityProfileByName implements ISecurityProfile {
  constructor(
    readonly contactCentre: Centre,
    readonly name: string,
  ) {}

  get securityProfileId(): string {
    return this.contactCentre.lookups(this.contactCentre).securityProfile(this.name);
  }
}

export class HierarchyGroupByPath implements IHierarchyGroup {
  constructor(
    readonly contactCentre: Centre,
    readonly path: readonly string[],
  ) {}

  get hierarchyGroupId(): string {
    return this.contactCentre.lookups(this.contactCentre).hierarchyGroup(this.path);
  }
}
