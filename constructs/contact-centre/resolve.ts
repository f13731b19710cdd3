import { Token } from 'cdktf';
import type { AgentGroup } from './agent-group';
import { type HierarchyGroupByPath, isByName, type RoutingProfileByName, type SecurityProfileByName } from './by-name';
import type { Centre, Lookups } from './lookups';
import {
  checkKind,
  given,
  idOfToken,
  type IHierarchyGroup,
  type IRoutingProfile,
  isId,
  type ISecurityProfile,
  OR_NAME,
  writtenOut,
} from './things';

/* The ids of what an agent hangs on, however a program names it. */

/** Who asks. */
export interface Asker {
  /** The construct's path, for messages. */
  readonly path: string;
  readonly contactCentre: Centre;
  readonly lookups: Lookups;
}

export function routingProfileId(asker: Asker, profile: string | IRoutingProfile): string {
  given(profile, `a routing profile${OR_NAME}`, `${asker.path}: routingProfile`);
  const token = idOfToken(profile);
  if (token !== undefined) return token;
  if (typeof profile === 'string') return isId(profile) ? profile : asker.lookups.routingProfile(profile);
  if (isByName<RoutingProfileByName>(profile)) return asker.lookups.routingProfile(own(asker, profile, profile.name));
  checkKind(profile, 'a routing profile', /(^|_)connect_routing_profile$/, `${asker.path}: routingProfile`);
  return profile.routingProfileId;
}

/** A token stands for a list of ids. */
export function securityProfileIds(asker: Asker, profiles: readonly (string | ISecurityProfile)[]): readonly string[] {
  if (Token.isUnresolved(profiles)) return profiles as readonly string[];
  given(profiles, 'a list of security profiles', `${asker.path}: securityProfiles`);
  return writtenOut(profiles, `${asker.path}: securityProfiles`).map((profile) => securityProfileId(asker, profile));
}

function securityProfileId(asker: Asker, profile: string | ISecurityProfile): string {
  given(profile, `security profiles${OR_NAME}`, `${asker.path}: securityProfiles`);
  const token = idOfToken(profile);
  if (token !== undefined) return token;
  if (typeof profile === 'string') return isId(profile) ? profile : asker.lookups.securityProfile(profile);
  if (isByName<SecurityProfileByName>(profile)) return asker.lookups.securityProfile(own(asker, profile, profile.name));
  checkKind(profile, 'a security profile', /(^|_)connect_security_profile$/, `${asker.path}: securityProfiles`);
  return profile.securityProfileId;
}

export function hierarchyGroupId(asker: Asker, group: string | readonly string[] | IHierarchyGroup): string {
  given(group, `a hierarchy group${OR_NAME}`, `${asker.path}: hierarchyGroup`);
  const token = idOfToken(group);
  if (token !== undefined) return token;
  if (typeof group === 'string') return isId(group) ? group : asker.lookups.hierarchyGroup(group.split('/'));
  if (!('hierarchyGroupId' in group)) return asker.lookups.hierarchyGroup(writtenOut(group, `${asker.path}: hierarchyGroup`));
  if (isByName<HierarchyGroupByPath>(group)) return asker.lookups.hierarchyGroup(own(asker, group, group.path));
  checkKind(group, 'a hierarchy group', /(^|_)connect_user_hierarchy_group$/, `${asker.path}: hierarchyGroup`);
  return group.hierarchyGroupId;
}

export function trafficDistributionGroupId(asker: Asker, group: AgentGroup): string {
  if (group.name !== undefined) own(asker, group, group.name);
  return group.arnBy(asker.lookups);
}

/** The name of a thing, if it is one of the asker's contact centre. */
function own<T extends string | readonly string[]>(asker: Asker, thing: { readonly contactCentre: Centre }, name: T): T {
  if (thing.contactCentre === asker.contactCentre) return name;
  const said = typeof name === 'string' ? name : name.join('/');
  throw new Error(`[${asker.path}] belongs to ${asker.contactCentre.node.path}, and "${said}" to ${thing.contactCentre.node.path}.`);
}
