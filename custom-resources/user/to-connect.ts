import type { ChannelConfigs, Id, IdentityInfo, NewUser, PhoneConfig, Proficiency, UserRef } from '../../connect/model';
import { bareId, HIERARCHY_GROUP, INSTANCE, regionOf, ROUTING_PROFILE, SECURITY_PROFILE, USER } from '../values/identifiers';
import type { UserState } from './schema';

/** From the declared user to what the gateway takes. What is not declared is left out. */

export const userRef = (state: Pick<UserState, 'instance_id' | 'region'>, user: string): UserRef => ({
  instanceId: bareId(INSTANCE, state.instance_id),
  userId: bareId(USER, user),
  ...present({ region: state.region ?? regionOf(state.instance_id) }),
});

export const routingProfileId = (state: UserState): Id => bareId(ROUTING_PROFILE, state.routing_profile_id);

export const hierarchyGroupId = (state: UserState): Id | undefined =>
  state.hierarchy_group_id === null ? undefined : bareId(HIERARCHY_GROUP, state.hierarchy_group_id);

export const securityProfileIds = (state: UserState): readonly Id[] => state.security_profile_ids.map((id) => bareId(SECURITY_PROFILE, id));

export function identity(state: UserState): IdentityInfo | undefined {
  const [info] = state.identity_info;
  return (
    info &&
    present({
      firstName: info.first_name,
      lastName: info.last_name,
      email: info.email,
      secondaryEmail: info.secondary_email,
      mobile: info.mobile,
    })
  );
}

export function phone(state: UserState): PhoneConfig | undefined {
  const [config] = state.phone_config;
  return (
    config &&
    present({
      phoneType: config.phone_type,
      autoAccept: config.auto_accept,
      afterContactWorkTimeLimit: config.after_contact_work_time_limit,
      deskPhoneNumber: config.desk_phone_number,
      persistentConnection: config.persistent_connection,
    })
  );
}

/** The lists that are declared; an empty object when none is. */
export const channels = (state: UserState): ChannelConfigs =>
  present({
    autoAccept: declared(state.auto_accept_config, (block) => ({
      channel: block.channel,
      autoAccept: block.auto_accept,
      ...present({ agentFirstCallbackAutoAccept: block.agent_first_callback_auto_accept }),
    })),
    afterContactWork: declared(state.after_contact_work_config, (block) => ({
      channel: block.channel,
      timeLimit: block.after_contact_work_time_limit,
      ...present({ agentFirstCallbackTimeLimit: block.agent_first_callback_after_contact_work_time_limit }),
    })),
    phoneNumber: declared(state.phone_number_config, (block) => ({
      channel: block.channel,
      phoneType: block.phone_type,
      ...present({ phoneNumber: block.phone_number }),
    })),
    persistentConnection: declared(state.persistent_connection_config, (block) => ({
      channel: block.channel,
      persistentConnection: block.persistent_connection,
    })),
    voiceEnhancement: declared(state.voice_enhancement_config, (block) => ({
      channel: block.channel,
      mode: block.voice_enhancement_mode,
    })),
  });

export const proficiencies = (state: UserState): readonly Proficiency[] =>
  state.proficiency.map((block) => ({
    attributeName: block.attribute_name,
    attributeValue: block.attribute_value,
    level: block.level,
  }));

export function newUser(state: UserState, password: string | null): NewUser {
  const lists = channels(state);
  const { instanceId, region } = userRef(state, '');
  return {
    instanceId,
    username: state.name,
    securityProfileIds: securityProfileIds(state),
    routingProfileId: routingProfileId(state),
    ...present({
      region,
      password,
      identity: identity(state),
      phone: phone(state),
      channels: Object.keys(lists).length > 0 ? lists : undefined,
      directoryUserId: state.directory_user_id,
      hierarchyGroupId: hierarchyGroupId(state),
      tags: state.tags_all && Object.keys(state.tags_all).length > 0 ? state.tags_all : undefined,
    }),
  };
}

const declared = <B, C>(blocks: readonly B[], convert: (block: B) => C): readonly C[] | undefined =>
  blocks.length > 0 ? blocks.map(convert) : undefined;

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], null | undefined> };

/** The members that are there. */
export function present<T extends object>(members: T): Present<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined)) as Present<T>;
}
