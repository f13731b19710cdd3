import type { ChannelConfigs, Id, IdentityInfo, PhoneConfig, Proficiency, User } from '../../../connect/gateway';
import type { Settings } from '../../contract/settings';
import { sameSet } from '../../values/equality';
import { tagChanges, type TagChanges } from '../../values/tags';
import { identityInfo } from './blocks';
import { CHANNEL_BLOCKS, PER_CHANNEL } from './channel-blocks';
import { agrees } from './members';
import type { UserState } from '../schema';
import * as desiredUser from './to-connect';

/** One API call that brings a user closer to what is declared; `group` is what it writes, as a whole. */
export type Operation =
  | { readonly group: 'hierarchy'; readonly hierarchyGroupId: Id | undefined }
  | { readonly group: 'identity'; readonly identity: IdentityInfo }
  | { readonly group: 'phone'; readonly phone: PhoneConfig }
  | { readonly group: 'channels'; readonly channels: ChannelConfigs }
  | { readonly group: 'routing-profile'; readonly routingProfileId: Id }
  | { readonly group: 'security-profiles'; readonly securityProfileIds: readonly Id[] }
  | {
      readonly group: 'proficiencies';
      readonly verb: 'disassociate' | 'associate' | 'update';
      readonly proficiencies: readonly Proficiency[];
    }
  | { readonly group: 'tags'; readonly verb: 'tag'; readonly tags: Readonly<Record<string, string>> }
  | { readonly group: 'tags'; readonly verb: 'untag'; readonly keys: readonly string[] };

export type Group = Operation['group'];

/** What the groups of attributes, each with an API call of its own, are called in messages. */
export const NOUN: Readonly<Record<Group, string>> = {
  hierarchy: 'hierarchy group',
  identity: 'identity',
  phone: 'phone settings',
  channels: 'settings per channel',
  'routing-profile': 'routing profile',
  'security-profiles': 'security profiles',
  proficiencies: 'proficiencies',
  tags: 'tags',
};

/** The attributes of each group; the first is the one to point at. */
export const ATTRIBUTES: Readonly<Record<Group, readonly [keyof UserState, ...(keyof UserState)[]]>> = {
  hierarchy: ['hierarchy_group_id'],
  identity: ['identity_info'],
  phone: ['phone_config'],
  channels: ['auto_accept_config', ...CHANNEL_BLOCKS],
  'routing-profile': ['routing_profile_id'],
  'security-profiles': ['security_profile_ids'],
  proficiencies: ['proficiency'],
  tags: ['tags', 'tags_all'],
};

/** A user as Connect holds it; `proficiencies` only where they were read. */
export interface ObservedUser {
  readonly user: User;
  readonly proficiencies?: readonly Proficiency[];
}

/**
 * The calls that lead from the observed user to the declared one, none when they agree. Pure. What is
 * not declared does not differ, unless it was declared before (`prior`); a call carries the whole of its
 * group, since what Connect does with an omitted member is not documented.
 */
export function userChanges(observed: ObservedUser, desired: UserState, settings: Settings, prior?: UserState): readonly Operation[] {
  const { user, proficiencies } = observed;
  const hierarchyGroupId = desiredUser.hierarchyGroupId(desired);
  const routingProfileId = desiredUser.routingProfileId(desired);
  const securityProfileIds = desiredUser.securityProfileIds(desired);
  return [
    ...when(user.hierarchyGroupId !== hierarchyGroupId, { group: 'hierarchy', hierarchyGroupId }),
    ...identityChanges(user, desired, prior),
    ...phoneChanges(user, desired, prior),
    ...channelChanges(user, desired),
    ...when(user.routingProfileId !== routingProfileId, { group: 'routing-profile', routingProfileId }),
    ...when(!sameSet(new Set(user.securityProfileIds), new Set(securityProfileIds)), { group: 'security-profiles', securityProfileIds }),
    ...(proficiencies
      ? proficiencyChanges(proficiencies, desiredUser.proficiencies(desired), prior ? desiredUser.proficiencies(prior) : [])
      : []),
    ...tagOperations(tagChanges(settings, user.tags, desired.tags_all ?? {})),
  ];
}

const when = (differs: boolean, operation: Operation): readonly Operation[] => (differs ? [operation] : []);

const IDENTITY_MEMBERS = Object.values(identityInfo.attributes).map(({ member }) => member);

/**
 * A member that is no longer declared is sent empty; the API refuses an empty mobile number, which is left
 * out. One that never was declared is sent as it is, so that nobody else's value is lost.
 */
function identityChanges(user: User, desired: UserState, prior: UserState | undefined): readonly Operation[] {
  const identity = desiredUser.identity(desired);
  if (!identity) return [];
  const before = (prior && desiredUser.identity(prior)) ?? {};
  const wanted = (member: (typeof IDENTITY_MEMBERS)[number]): string =>
    identity[member] ?? (before[member] === undefined ? user.identity[member] : undefined) ?? '';
  const differing = IDENTITY_MEMBERS.filter((member) => (user.identity[member] ?? '') !== wanted(member));
  const sent = IDENTITY_MEMBERS.filter((member) => wanted(member) !== '' || (differing.includes(member) && member !== 'mobile'));
  return when(differing.length > 0, { group: 'identity', identity: Object.fromEntries(sent.map((member) => [member, wanted(member)])) });
}

/** The operation without what nobody declares, now or before; nothing where there is no such thing in it. */
export function declaredAlone(operation: Operation, desired: UserState, prior: UserState): Operation | undefined {
  if (operation.group !== 'identity') return undefined;
  const declared = { ...desiredUser.identity(prior), ...desiredUser.identity(desired) };
  const members = Object.entries(operation.identity);
  const known = members.filter(([member]) => member in declared);
  return known.length < members.length ? { group: 'identity', identity: Object.fromEntries(known) } : undefined;
}

/**
 * The operation without the addresses that it takes away; nothing where there is no such thing in it, or nothing else. The pattern that the
 * API reference gives for SecondaryEmail does not match an empty one.
 */
export function withoutEmptyAddresses(operation: Operation): Operation | undefined {
  if (operation.group !== 'identity') return undefined;
  const { email, secondaryEmail, ...others } = operation.identity;
  const identity = { ...others, ...(email && { email }), ...(secondaryEmail && { secondaryEmail }) };
  const isNarrower = Object.keys(identity).length < Object.keys(operation.identity).length;
  return isNarrower && Object.keys(identity).length > 0 ? { group: 'identity', identity } : undefined;
}

/** After settings per channel, the same for all channels is sent even where it agrees with what is shown. */
function phoneChanges(user: User, desired: UserState, prior: UserState | undefined): readonly Operation[] {
  const phone = desiredUser.phone(desired);
  if (!phone) return [];
  const otherStyle = prior !== undefined && PER_CHANNEL.some((block) => prior[block].length > 0);
  return when(!user.phone || !samePhone(user.phone, phone) || otherStyle, { group: 'phone', phone });
}

/** The number of the desk phone counts for desk phones only. */
const samePhone = (held: PhoneConfig, declared: PhoneConfig): boolean =>
  agrees(held, { ...declared, deskPhoneNumber: (declared.phoneType === 'DESK_PHONE' ? declared : held).deskPhoneNumber });

/** Lists and channels that are not declared are sent as they are, so that nobody else's setting is lost. */
function channelChanges(user: User, desired: UserState): readonly Operation[] {
  const channels = desiredUser.channels(desired);
  const merged: Record<string, readonly ChannelEntry[]> = {};
  let differs = false;
  for (const [list, declared] of Object.entries(channels) as [keyof ChannelConfigs, readonly ChannelEntry[]][]) {
    const observed: readonly ChannelEntry[] = user.channels[list] ?? [];
    const others = observed.filter(({ channel }) => !declared.some((entry) => entry.channel === channel));
    merged[list] = [...declared, ...others];
    differs ||= !declared.every((entry) => observed.some((held) => agrees(held, entry)));
  }
  return when(differs, { group: 'channels', channels: { ...user.channels, ...merged } });
}

interface ChannelEntry {
  readonly channel: string;
}

export const keyOf = ({ attributeName, attributeValue }: Proficiency): string => JSON.stringify([attributeName, attributeValue]);

/** Of what is not declared, only what was declared or shown before (`prior`) is taken away. */
export function proficiencyChanges(
  observed: readonly Proficiency[],
  desired: readonly Proficiency[],
  prior: readonly Proficiency[],
): readonly Operation[] {
  const shown = new Set(prior.map(keyOf));
  const current = new Map(observed.map((proficiency) => [keyOf(proficiency), proficiency.level]));
  const wanted = new Set(desired.map(keyOf));
  const disassociated = observed.filter((one) => !wanted.has(keyOf(one)) && shown.has(keyOf(one)));
  const associated = desired.filter((one) => !current.has(keyOf(one)));
  const updated = desired.filter((one) => (current.get(keyOf(one)) ?? one.level) !== one.level);
  return [
    ...when(disassociated.length > 0, { group: 'proficiencies', verb: 'disassociate', proficiencies: disassociated }),
    ...when(associated.length > 0, { group: 'proficiencies', verb: 'associate', proficiencies: associated }),
    ...when(updated.length > 0, { group: 'proficiencies', verb: 'update', proficiencies: updated }),
  ];
}

export function tagOperations({ set, remove }: TagChanges): readonly Operation[] {
  return [
    ...when(remove.length > 0, { group: 'tags', verb: 'untag', keys: remove }),
    ...when(Object.keys(set).length > 0, { group: 'tags', verb: 'tag', tags: set }),
  ];
}

/**
 * In what an existing user differs from one that CreateUser would make from the declaration; in nothing, it
 * is what an apply left that was cut off after the call. Stricter than a diff: what is not declared must
 * not be set. A password cannot be compared.
 */
export function differencesFromNew(user: User, desired: UserState, settings: Settings): readonly string[] {
  const changed = userChanges({ user }, desired, settings).map(({ group }) => NOUN[group]);
  const identity = desiredUser.identity(desired) ?? {};
  const others = [
    ...(Object.keys(user.identity).some((member) => !(member in identity)) ? [NOUN.identity] : []),
    ...(desired.phone_config.length === 0 && !isDefault(user.phone) && !showsVoice(user.phone, desired) ? [NOUN.phone] : []),
    ...(desired.directory_user_id !== null && user.directoryUserId !== desired.directory_user_id ? ['directory user id'] : []),
  ];
  return [...new Set([...changed, ...others])];
}

/** What Connect shows of phone settings that nobody made; settings per channel show there too. */
const isDefault = (phone: PhoneConfig | undefined): boolean =>
  phone === undefined || (phone.phoneType !== 'DESK_PHONE' && !phone.deskPhoneNumber);

/** Connect may show the declared phone of the voice channel in the settings for all channels, too. */
const showsVoice = (phone: PhoneConfig | undefined, { phone_number_config: phones }: UserState): boolean =>
  phones.some(
    ({ channel, phone_type: type, phone_number: number }) =>
      channel === 'VOICE' && type === phone?.phoneType && (number ?? '') === (phone.deskPhoneNumber ?? ''),
  );
