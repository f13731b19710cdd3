import type { ChannelConfigs, Id, IdentityInfo, NewUser, PhoneConfig, Proficiency, UserRef } from '../../../connect/gateway';
import type { Values } from '../../contract/value';
import { bareId, HIERARCHY_GROUP, ROUTING_PROFILE, SECURITY_PROFILE, USER } from '../../values/identifiers';
import { identityInfo, phoneConfig, proficiency } from './blocks';
import { CHANNEL_BLOCKS, channelBlocks } from './channel-blocks';
import { type DeclaredPlace, declaredPlace } from '../../values/place';
import { present } from '../../values/present';
import { membersOf } from './members';
import type { UserState } from '../schema';

/** From the declared user to what the gateway takes. What is not declared is left out. */

export const userRef = (state: DeclaredPlace, user: string): UserRef => ({ ...declaredPlace(state), userId: bareId(USER, user) });

export const routingProfileId = (state: UserState): Id => bareId(ROUTING_PROFILE, state.routing_profile_id);

export const hierarchyGroupId = (state: UserState): Id | undefined =>
  state.hierarchy_group_id === null ? undefined : bareId(HIERARCHY_GROUP, state.hierarchy_group_id);

export const securityProfileIds = (state: UserState): readonly Id[] => state.security_profile_ids.map((id) => bareId(SECURITY_PROFILE, id));

export const identity = ({ identity_info: [info] }: UserState): IdentityInfo | undefined => info && membersOf(identityInfo, info);

/** What SearchUsers does not show of it. */
export function hiddenIdentity(state: UserState): IdentityInfo {
  const { email, secondaryEmail, mobile } = identity(state) ?? {};
  return present({ email, secondaryEmail, mobile });
}

export const phone = ({ phone_config: [config] }: UserState): PhoneConfig | undefined => config && membersOf(phoneConfig, config);

/** The lists that are declared; an empty object when none is. */
export const channels = (state: UserState): ChannelConfigs =>
  Object.fromEntries(
    CHANNEL_BLOCKS.filter((name) => state[name].length > 0).map((name) => {
      const block = channelBlocks[name];
      return [block.member, state[name].map((one: Values) => membersOf(block, one))];
    }),
  );

export const proficiencies = (state: UserState): readonly Proficiency[] =>
  state.proficiency.map((one) => membersOf<Proficiency>(proficiency, one));

export function newUser(state: UserState, password: string | null): NewUser {
  const lists = channels(state);
  return {
    ...declaredPlace(state),
    username: state.name,
    securityProfileIds: securityProfileIds(state),
    routingProfileId: routingProfileId(state),
    ...present({
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
