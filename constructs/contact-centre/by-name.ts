import type { Centre } from './lookups';
import type { IHierarchyGroup, IRoutingProfile, ISecurityProfile } from './things';

/*
 * Things of a contact centre by their names. Agents look them up in their own stack; the attribute
 * with the id looks them up in that of the contact centre.
 */

/** The same in each copy of this package: in a repository of several packages each may have one. */
const BY_NAME = Symbol.for('cdktf-amazon-connect/by-name');

/** Whether an object is one of these, for the attribute that asks. */
export const isByName = <T extends ByName>(thing: object): thing is T => BY_NAME in thing;

export abstract class ByName {
  readonly [BY_NAME] = true;

  constructor(readonly contactCentre: Centre) {}
}

export class RoutingProfileByName extends ByName implements IRoutingProfile {
  constructor(
    contactCentre: Centre,
    readonly name: string,
  ) {
    super(contactCentre);
  }

  get routingProfileId(): string {
    return this.contactCentre.lookups(this.contactCentre).routingProfile(this.name);
  }
}

export class SecurityProfileByName extends ByName implements ISecurityProfile {
  constructor(
    contactCentre: Centre,
    readonly name: string,
  ) {
    super(contactCentre);
  }

  get securityProfileId(): string {
    return this.contactCentre.lookups(this.contactCentre).securityProfile(this.name);
  }
}

export class HierarchyGroupByPath extends ByName implements IHierarchyGroup {
  constructor(
    contactCentre: Centre,
    readonly path: readonly string[],
  ) {
    super(contactCentre);
  }

  get hierarchyGroupId(): string {
    return this.contactCentre.lookups(this.contactCentre).hierarchyGroup(this.path);
  }
}
