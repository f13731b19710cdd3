import type { ChannelConfigs, IdentityInfo, PhoneConfig, Proficiency, User } from '../../connect/model';
import type { Settings } from '../contract/settings';
import { tagChanges } from '../values/tags';
import type { UserState } from './schema';
import * as desiredUser from './to-connect';

/** One API call that brings a user closer to what is declared; `group` is what it writes, as a whole. */
export type Operation =
  | { readonly group: 'hierarchy'; readonly hierarchyGroupId: string | undefined }
  | { readonly group: 'identity'; readonly identity: IdentityInfo }
  | { readonly group: 'phone'; readonly phone: PhoneConfig }
  | { readonly group: 'channels'; readonly channels: ChannelConfigs }
  | { readonly group: 'routing-profile'; readonly routingProfileId: string }
  | { readonly group: 'security-profiles'; readonly securityProfileIds: readonly string[] }
  | { readonly group: 'proficiencies'; readonly verb: 'disassociate' | 'associate' | 'update'; readonly proficiencies: readonly Proficiency[] }
  | { readonly group: 'tags'; readonly verb: 'tag'; readonly tags: Readonly<Record<string, string>> }
  | { readonly group: 'tags'; readonly verb: 'untag'; readonly keys: readonly string[] };

export type Group = Operation['group'];

/** A user as Connect holds it; `proficiencies` only where they were read. */
export interface ObservedUser {
  readonly user: User;
  readonly proficiencies?: readonly Proficiency[];
}

/**
 * The calls that lead from the observed user to the declared one, none when they agree. Pure. What is
 * not declared does not differ; a call carries the whole of its group, since what Connect does with
 * an omitted member is not documented.
 */
export function userChanges(observed: ObservedUser, desired: UserState, settings: Settings): readonly Operation[] {
  const { user } = observed;
  return [
    ...hierarchyChanges(user, desired),
    ...identityChanges(user, desired),
    ...phoneChanges(user, desired),
    ...channelChanges(user, desired),
    ...routingProfileChanges(user, desired),
    ...securityProfileChanges(user, desired),
    ...(observed.proficiencies ? proficiencyChanges(observed.proficiencies, desiredUser.proficiencies(desired)) : []),
    ...tagOperations(user, desired, settings),
  ];
}

function hierarchyChanges(user: User, desired: UserState): readonly Operation[] {
  const hierarchyGroupId = desiredUser.hierarchyGroupId(desired);
  return user.hierarchyGroupId === hierarchyGroupId ? [] : [{ group: 'hierarchy', hierarchyGroupId }];
}

function routingProfileChanges(user: User, desired: UserState): readonly Operation[] {
  const routingProfileId = desiredUser.routingProfileId(desired);
  return user.routingProfileId === routingProfileId ? [] : [{ group: 'routing-profile', routingProfileId }];
}

function securityProfileChanges(user: User, desired: UserState): readonly Operation[] {
  const securityProfileIds = desiredUser.securityProfileIds(desired);
  return sameMembers(user.securityProfileIds, securityProfileIds) ? [] : [{ group: 'security-profiles', securityProfileIds }];
}

const IDENTITY_MEMBERS = ['firstName', 'lastName', 'email', 'secondaryEmail', 'mobile'] as const;

/** A member that is no longer declared is sent empty; the API refuses an empty mobile number, which is left out. */
function identityChanges(user: User, desired: UserState): readonly Operation[] {
  const identity = desiredUser.identity(desired);
  if (!identity) return [];
  const differing = IDENTITY_MEMBERS.filter((member) => (user.identity[member] ?? '') !== (identity[member] ?? ''));
  if (differing.length === 0) return [];
  const cleared = differing.filter((member) => identity[member] === undefined && member !== 'mobile');
  return [{ group: 'identity', identity: { ...identity, ...Object.fromEntries(cleared.map((member) => [member, ''])) } }];
}

function phoneChanges(user: User, desired: UserState): readonly Operation[] {
  const phone = desiredUser.phone(desired);
  return !phone || samePhone(user.phone, phone) ? [] : [{ group: 'phone', phone }];
}

/** The number of the desk phone counts for desk phones only; the rest has the defaults of the API. */
function samePhone(left: PhoneConfig | undefined, right: PhoneConfig): boolean {
  return (
    left !== undefined &&
    left.phoneType === right.phoneType &&
    (left.autoAccept ?? false) === (right.autoAccept ?? false) &&
    (left.afterContactWorkTimeLimit ?? 0) === (right.afterContactWorkTimeLimit ?? 0) &&
    (left.persistentConnection ?? false) === (right.persistentConnection ?? false) &&
    (right.phoneType !== 'DESK_PHONE' || (left.deskPhoneNumber ?? '') === (right.deskPhoneNumber ?? ''))
  );
}

/** Lists that are not declared are sent as they are, so that nobody else's setting is lost. */
function channelChanges(user: User, desired: UserState): readonly Operation[] {
  const channels = desiredUser.channels(desired);
  const differs = Object.entries(channels).some(([list, entries]) =>
    !entries.every((entry: object) => hasEntry(user.channels[list as keyof ChannelConfigs] ?? [], entry)),
  );
  return differs ? [{ group: 'channels', channels: { ...user.channels, ...channels } }] : [];
}

/** Whether some observed entry agrees in every declared member. */
const hasEntry = (observed: readonly object[], declared: object): boolean =>
  observed.some((entry) => {
    const members = new Map(Object.entries(entry));
    return Object.entries(declared).every(([name, value]) => members.get(name) === value);
  });

const keyOf = ({ attributeName, attributeValue }: Proficiency): string => JSON.stringify([attributeName, attributeValue]);

export function proficiencyChanges(observed: readonly Proficiency[], desired: readonly Proficiency[]): readonly Operation[] {
  const current = new Map(observed.map((proficiency) => [keyOf(proficiency), proficiency.level]));
  const wanted = new Set(desired.map(keyOf));
  const operation = (verb: 'disassociate' | 'associate' | 'update', proficiencies: readonly Proficiency[]): readonly Operation[] =>
    proficiencies.length > 0 ? [{ group: 'proficiencies', verb, proficiencies }] : [];
  return [
    ...operation('disassociate', observed.filter((proficiency) => !wanted.has(keyOf(proficiency)))),
    ...operation('associate', desired.filter((proficiency) => !current.has(keyOf(proficiency)))),
    ...operation('update', desired.filter((proficiency) => {
      const level = current.get(keyOf(proficiency));
      return level !== undefined && level !== proficiency.level;
    })),
  ];
}

function tagOperations(user: User, desired: UserState, settings: Settings): readonly Operation[] {
  const { set, remove } = tagChanges(settings, user.tags, desired.tags_all ?? {});
  return [
    ...(remove.length > 0 ? [{ group: 'tags', verb: 'untag', keys: remove } as const] : []),
    ...(Object.keys(set).length > 0 ? [{ group: 'tags', verb: 'tag', tags: set } as const] : []),
  ];
}

const sameMembers = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((member) => right.includes(member));
