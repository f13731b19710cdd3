import type { ChannelConfigs, Proficiency, User } from '../../connect/model';
import type { Settings } from '../contract/settings';
import { bareId, HIERARCHY_GROUP, type IdentifierKind, INSTANCE, ROUTING_PROFILE, SECURITY_PROFILE } from '../values/identifiers';
import { ownTags, withoutIgnored } from '../values/tags';
import type { ObservedUser } from './changes';
import type { UserState } from './schema';
import * as declaredUser from './to-connect';

/** From what Connect holds to the state. What the state never declared stays out of it: it is not drift. */
export function refreshed(observed: ObservedUser, prior: UserState, imported: boolean, settings: Settings): UserState {
  const { user } = observed;
  const tags = withoutIgnored(settings, user.tags);
  return {
    ...prior,
    name: user.username,
    password_wo: null,
    directory_user_id: user.directoryUserId ?? null,
    hierarchy_group_id:
      user.hierarchyGroupId === undefined ? null : spelledAs(HIERARCHY_GROUP, [prior.hierarchy_group_id], user.hierarchyGroupId),
    routing_profile_id: spelledAs(ROUTING_PROFILE, [prior.routing_profile_id], user.routingProfileId),
    security_profile_ids: user.securityProfileIds.map((id) => spelledAs(SECURITY_PROFILE, prior.security_profile_ids ?? [], id)),
    quick_connects_on_delete: prior.quick_connects_on_delete ?? 'delete',
    tags: ownTags(settings, tags, prior),
    tags_all: tags,
    id: userStateId(prior.instance_id, user.id),
    user_id: user.id,
    arn: user.arn,
    identity_info: identityInfo(user, prior, imported),
    phone_config: phoneConfig(user, prior, imported),
    ...channelBlocks(user.channels, prior, imported && user.phone === undefined),
    proficiency: observed.proficiencies ? proficiencyBlocks(observed.proficiencies) : prior.proficiency,
  };
}

/** `INSTANCE:USER`, as `aws_connect_user` writes it. */
export const userStateId = (instance: string, userId: string): string => `${bareId(INSTANCE, instance)}:${userId}`;

const spelledAs = (kind: IdentifierKind, prior: readonly (string | null)[], id: string): string =>
  prior.find((text): text is string => text !== null && bareId(kind, text) === id) ?? id;

function identityInfo({ identity }: User, prior: UserState, imported: boolean): UserState['identity_info'] {
  const [before] = prior.identity_info;
  if (!before && !imported) return [];
  const shown = (was: string | null | undefined, is: string | undefined): string | null =>
    is !== undefined && is !== '' && (imported || was !== null) ? is : null;
  const info = {
    first_name: shown(before?.first_name, identity.firstName),
    last_name: shown(before?.last_name, identity.lastName),
    email: shown(before?.email, identity.email),
    secondary_email: shown(before?.secondary_email, identity.secondaryEmail),
    mobile: shown(before?.mobile, identity.mobile),
  };
  return before || Object.values(info).some((value) => value !== null) ? [info] : [];
}

function phoneConfig({ phone }: User, prior: UserState, imported: boolean): UserState['phone_config'] {
  const [before] = prior.phone_config;
  if ((!before && !imported) || !phone?.phoneType) return [];
  return [
    {
      phone_type: phone.phoneType,
      auto_accept: phone.autoAccept ?? false,
      after_contact_work_time_limit: phone.afterContactWorkTimeLimit ?? 0,
      desk_phone_number: phone.phoneType === 'DESK_PHONE' || !before ? phone.deskPhoneNumber || null : before.desk_phone_number,
      persistent_connection: phone.persistentConnection ?? false,
    },
  ];
}

type ChannelBlocks = Pick<
  UserState,
  'auto_accept_config' | 'after_contact_work_config' | 'phone_number_config' | 'persistent_connection_config' | 'voice_enhancement_config'
>;

function channelBlocks(lists: ChannelConfigs, prior: UserState, everything: boolean): ChannelBlocks {
  return {
    auto_accept_config: shownEntries(lists.autoAccept, prior.auto_accept_config, everything, (entry, before) => ({
      channel: entry.channel,
      auto_accept: entry.autoAccept,
      agent_first_callback_auto_accept: unlessUndeclared(
        before,
        before?.agent_first_callback_auto_accept,
        entry.agentFirstCallbackAutoAccept,
        false,
      ),
    })),
    after_contact_work_config: shownEntries(lists.afterContactWork, prior.after_contact_work_config, everything, (entry, before) => ({
      channel: entry.channel,
      after_contact_work_time_limit: entry.timeLimit ?? 0,
      agent_first_callback_after_contact_work_time_limit: unlessUndeclared(
        before,
        before?.agent_first_callback_after_contact_work_time_limit,
        entry.agentFirstCallbackTimeLimit,
        0,
      ),
    })),
    phone_number_config: shownEntries(lists.phoneNumber, prior.phone_number_config, everything, (entry, before) => ({
      channel: entry.channel,
      phone_type: entry.phoneType,
      phone_number: unlessUndeclared(before, before?.phone_number, entry.phoneNumber || undefined),
    })),
    persistent_connection_config: shownEntries(lists.persistentConnection, prior.persistent_connection_config, everything, (entry) => ({
      channel: entry.channel,
      persistent_connection: entry.persistentConnection,
    })),
    voice_enhancement_config: shownEntries(lists.voiceEnhancement, prior.voice_enhancement_config, everything, (entry) => ({
      channel: entry.channel,
      voice_enhancement_mode: entry.mode,
    })),
  };
}

/** The entries of the channels that the state declares; all of them when `everything` is asked for. */
function shownEntries<E extends { readonly channel: string }, B extends { readonly channel: string }>(
  observed: readonly E[] | undefined,
  prior: readonly B[],
  everything: boolean,
  convert: (entry: E, before: B | undefined) => B,
): readonly B[] {
  return (observed ?? [])
    .map((entry) => ({ entry, before: prior.find((block) => block.channel === entry.channel) }))
    .filter(({ before }) => everything || before !== undefined)
    .map(({ entry, before }) => convert(entry, before));
}

/** An optional member that the block leaves out stays out; one that it declares is at its default where Connect leaves it out. */
const unlessUndeclared = <T>(block: object | undefined, before: T | null | undefined, observed: T | undefined, fallback?: T): T | null => {
  if (block === undefined) return observed ?? null;
  return (before ?? null) === null ? null : (observed ?? fallback ?? null);
};

/** Each once: a list that changes while it is read may show one on two pages. */
const proficiencyBlocks = (proficiencies: readonly Proficiency[]): UserState['proficiency'] =>
  [...new Map(proficiencies.map((one) => [JSON.stringify([one.attributeName, one.attributeValue]), one])).values()].map(
    ({ attributeName, attributeValue, level }) => ({
      attribute_name: attributeName,
      attribute_value: attributeValue,
      level,
    }),
  );

/** A state read back as if Connect held exactly it: what a plan started from. */
export function asObserved(state: UserState): ObservedUser {
  const phone = declaredUser.phone(state);
  const hierarchyGroupId = declaredUser.hierarchyGroupId(state);
  return {
    user: {
      id: declaredUser.userRef(state, state.user_id ?? '').userId,
      arn: state.arn ?? '',
      username: state.name,
      identity: declaredUser.identity(state) ?? {},
      channels: declaredUser.channels(state),
      securityProfileIds: declaredUser.securityProfileIds(state),
      routingProfileId: declaredUser.routingProfileId(state),
      tags: state.tags_all ?? {},
      ...(phone && { phone }),
      ...(hierarchyGroupId !== undefined && { hierarchyGroupId }),
    },
    proficiencies: declaredUser.proficiencies(state),
  };
}
