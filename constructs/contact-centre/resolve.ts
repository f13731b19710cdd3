import { Token } from 'cdktf';
import type { AgentGroup } from './agent-group';
import { isByName } from './by-name';
import type { Centre, Lookups } from './lookups';
import { given, listOf, writtenPath } from './expected';
import { checkKind, idIn, idOfToken, type IHierarchyGroup, type IRoutingProfile, isId, type ISecurityProfile, OR_NAME } from './things';

/* The ids of what an agent hangs on, however a program names it. */

/** Who asks. */
export interface Asker {
  /** The construct's path, for messages. */
  readonly path: string;
  readonly contactCentre: Centre;
  readonly lookups: Lookups;
}

export function routingProfileId(asker: Asker, profile: string | IRoutingProfile): string {
  const [noun, asked] = ['a routing profile', `${asker.path}: routingProfile`];
  given(profile, `${noun}${OR_NAME}`, asked);
  const token = idOfToken(profile);
  if (token !== undefined) return token;
  if (typeof profile === 'string') return isId(profile) ? profile : asker.lookups.routingProfile(profile);
  if (isByName<string>(profile)) return asker.lookups.routingProfile(own(asker, profile, profile.name));
  checkKind(profile, noun, /(^|_)connect_routing_profile$/, asked);
  return idIn(profile, 'routingProfileId', `${noun}${OR_NAME}`, asked);
}

/** A token stands for a list of ids. */
export function securityProfileIds(asker: Asker, profiles: readonly (string | ISecurityProfile)[]): readonly string[] {
  if (Token.isUnresolved(profiles)) return profiles as readonly string[];
  return listOf(profiles, 'security profiles', `${asker.path}: securityProfiles`).map((profile) => securityProfileId(asker, profile));
}

function securityProfileId(asker: Asker, profile: string | ISecurityProfile): string {
  const asked = `${asker.path}: securityProfiles`;
  given(profile, `security profiles${OR_NAME}`, asked);
  const token = idOfToken(profile);
  if (token !== undefined) return token;
  if (typeof profile === 'string') return isId(profile) ? profile : asker.lookups.securityProfile(profile);
  if (isByName<string>(profile)) return asker.lookups.securityProfile(own(asker, profile, profile.name));
  checkKind(profile, 'a security profile', /(^|_)connect_security_profile$/, asked);
  return idIn(profile, 'securityProfileId', `security profiles${OR_NAME}`, asked);
}

export function hierarchyGroupId(asker: Asker, group: string | readonly string[] | IHierarchyGroup): string {
  const [noun, asked] = ['a hierarchy group', `${asker.path}: hierarchyGroup`];
  given(group, `${noun}${OR_NAME}`, asked);
  const token = idOfToken(group);
  if (token !== undefined) return token;
  if (typeof group === 'string') return isId(group) ? group : asker.lookups.hierarchyGroup(group.split('/'));
  if (isPath(group)) return asker.lookups.hierarchyGroup(writtenPath(group, asked));
  if (isByName<readonly string[]>(group)) return asker.lookups.hierarchyGroup(own(asker, group, group.name));
  checkKind(group, noun, /(^|_)connect_user_hierarchy_group$/, asked);
  return idIn(group, 'hierarchyGroupId', `${noun}${OR_NAME}`, asked);
}

const isPath = (group: readonly string[] | IHierarchyGroup): group is readonly string[] => Array.isArray(group);

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
