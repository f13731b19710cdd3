import type { IdentityManagementType, Instance } from '../state/instance';
import type { ChannelConfigs, IdentityInfo, PhoneConfig } from '../state/things';
import { invalidParameter, invalidRequest, notFound } from '../wire/service-error';
import type { Call } from './call';
import { channelsOf } from './user-phone';

const MAX_AFTER_CONTACT_WORK_SECONDS = 2_000_000;
const EMAIL = /^(?=^.{0,265}$)[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,63}$/;

/**
 * The rules for user names, which depend on the instance's identity management: those of the API reference. Where Connect keeps the users, the service
 * has been seen taking names of more than 20 characters.
 */
export function checkUsername(username: string, type: IdentityManagementType): void {
  const longest = type === 'SAML' ? 64 : 20;
  if (username.length > longest) throw invalidParameter(`Username can have at most ${longest} characters on this instance.`);
  // The API reference lists the backslash for SAML, as in a name with a domain; elsewhere it lists nothing.
  const [allowed, marks] = type === 'SAML' ? [/^[a-zA-Z0-9_\-.\\@]+$/, '_ - . \\ @'] : [/^[a-zA-Z0-9_\-.@]+$/, '_ - . @'];
  if (!allowed.test(username)) throw invalidParameter(`Username can have letters, digits and the characters ${marks} only.`);
  if (username.includes('@') && !EMAIL.test(username))
    throw invalidParameter('Username can have an @ only in the form of an e-mail address.');
}

/** What CreateUser takes to sign in with, by the instance's identity management. */
export function checkSignIn(input: { readonly Password?: string; readonly DirectoryUserId?: string }, type: IdentityManagementType): void {
  if (type === 'CONNECT_MANAGED' && input.Password === undefined) throw invalidRequest('Password is required on this instance.');
  if (type !== 'CONNECT_MANAGED' && input.Password !== undefined) throw invalidRequest('Password cannot be set on this instance.');
  if (type === 'SAML' && input.DirectoryUserId !== undefined)
    throw invalidRequest('DirectoryUserId cannot be set on an instance that uses SAML.');
}

export function checkNamesPresent(identity: IdentityInfo, type: IdentityManagementType): void {
  if (type === 'EXISTING_DIRECTORY') return;
  if (identity.FirstName === undefined) throw invalidRequest('IdentityInfo.FirstName is required on this instance.');
  if (identity.LastName === undefined) throw invalidRequest('IdentityInfo.LastName is required on this instance.');
}

export function checkIdentity(identity: IdentityInfo, type: IdentityManagementType): void {
  const { FirstName, LastName, Email, SecondaryEmail } = identity;
  if (type === 'SAML' && Email) throw invalidRequest('IdentityInfo.Email cannot be set on an instance that uses SAML.');
  for (const [member, name] of Object.entries({ FirstName, LastName })) {
    if (name !== undefined && name.normalize('NFC') !== name)
      throw invalidParameter(`IdentityInfo.${member} must be in Unicode Normalization Form C.`);
    if (name === '' && type === 'CONNECT_MANAGED') throw invalidParameter(`IdentityInfo.${member} must not be empty.`);
  }
  if (type === 'CONNECT_MANAGED' && (LastName?.length ?? 0) > 256)
    throw invalidParameter('IdentityInfo.LastName must have at most 256 characters.');
  for (const [member, address] of Object.entries({ Email, SecondaryEmail })) {
    if (address && !EMAIL.test(address)) throw invalidParameter(`IdentityInfo.${member} is not an e-mail address.`);
  }
}

export function checkPhone(phone: PhoneConfig): void {
  checkSeconds(phone.AfterContactWorkTimeLimit);
  if (phone.PhoneType === 'DESK_PHONE' && phone.DeskPhoneNumber === undefined)
    throw invalidParameter('PhoneConfig.DeskPhoneNumber is required for a desk phone.');
}

export function checkChannels(channels: ChannelConfigs): void {
  for (const [name, entries] of Object.entries(channelsOf(channels)) as [string, readonly { readonly Channel: string }[] | undefined][]) {
    const named = (entries ?? []).map((entry) => entry.Channel);
    if (new Set(named).size < named.length) throw invalidParameter(`${name} names a channel twice.`);
    const isForVoiceOnly = name === 'PhoneNumberConfigs' || name === 'PersistentConnectionConfigs' || name === 'VoiceEnhancementConfigs';
    if (isForVoiceOnly && named.some((channel) => channel !== 'VOICE')) throw invalidParameter(`${name} supports the channel VOICE only.`);
  }
  for (const entry of channels.AutoAcceptConfigs ?? []) checkCallback(entry.Channel, entry.AgentFirstCallbackAutoAccept);
  for (const entry of channels.AfterContactWorkConfigs ?? []) {
    checkCallback(entry.Channel, entry.AgentFirstCallbackAfterContactWorkConfig);
    checkSeconds(entry.AfterContactWorkConfig.AfterContactWorkTimeLimit);
    checkSeconds(entry.AgentFirstCallbackAfterContactWorkConfig?.AfterContactWorkTimeLimit);
  }
  for (const { PhoneType, PhoneNumber } of channels.PhoneNumberConfigs ?? []) {
    if (PhoneType === 'DESK_PHONE' && PhoneNumber === undefined)
      throw invalidParameter('PhoneNumberConfigs needs a PhoneNumber for a desk phone.');
  }
}

/** CreateUser takes each setting in one of the two styles. */
export function checkStylesExclusive(phone: PhoneConfig, channels: ChannelConfigs): void {
  const pairs: readonly (readonly [string, unknown, string, unknown])[] = [
    ['PhoneConfig.AutoAccept', phone.AutoAccept, 'AutoAcceptConfigs', channels.AutoAcceptConfigs],
    ['PhoneConfig.AfterContactWorkTimeLimit', phone.AfterContactWorkTimeLimit, 'AfterContactWorkConfigs', channels.AfterContactWorkConfigs],
    ['PhoneConfig.PhoneType', phone.PhoneType, 'PhoneNumberConfigs', channels.PhoneNumberConfigs],
    ['PhoneConfig.DeskPhoneNumber', phone.DeskPhoneNumber, 'PhoneNumberConfigs', channels.PhoneNumberConfigs],
    ['PhoneConfig.PersistentConnection', phone.PersistentConnection, 'PersistentConnectionConfigs', channels.PersistentConnectionConfigs],
  ];
  for (const [single, set, list, listed] of pairs) {
    if (set !== undefined && listed !== undefined) throw invalidRequest(`${single} and ${list} cannot be set together.`);
  }
}

export function checkReferences(
  instance: Instance,
  call: Call,
  ids: { readonly RoutingProfileId?: string; readonly SecurityProfileIds?: readonly string[]; readonly HierarchyGroupId?: string },
): void {
  const { RoutingProfileId, SecurityProfileIds = [], HierarchyGroupId } = ids;
  if (RoutingProfileId !== undefined && !instance.routingProfiles.find(RoutingProfileId, call.view))
    throw notFound(`Routing profile ${RoutingProfileId}`);
  for (const id of SecurityProfileIds) if (!instance.securityProfiles.find(id, call.view)) throw notFound(`Security profile ${id}`);
  if (HierarchyGroupId !== undefined && !instance.hierarchyGroups.find(HierarchyGroupId, call.view))
    throw notFound(`Hierarchy group ${HierarchyGroupId}`);
}

function checkSeconds(seconds: number | undefined): void {
  if (seconds !== undefined && seconds > MAX_AFTER_CONTACT_WORK_SECONDS)
    throw invalidParameter(`AfterContactWorkTimeLimit must be at most ${MAX_AFTER_CONTACT_WORK_SECONDS} seconds.`);
}

function checkCallback(channel: string, setting: unknown): void {
  if (setting !== undefined && channel !== 'VOICE') throw invalidParameter('Agent-first callback settings support the channel VOICE only.');
}
