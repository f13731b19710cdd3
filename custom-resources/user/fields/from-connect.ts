import type { ChannelConfigs, Proficiency, User } from '../../../connect/gateway';
import type { Settings } from '../../contract/settings';
import type { Values } from '../../contract/value';
import { HIERARCHY_GROUP, idWithin, ROUTING_PROFILE, SECURITY_PROFILE, spelledAs } from '../../values/identifiers';
import { present } from '../../values/present';
import { ownTags, withoutIgnored } from '../../values/tags';
import { identityInfo, phoneConfig, proficiency } from './blocks';
import { keyOf, type ObservedUser } from './changes';
import { CHANNEL_BLOCKS, type ChannelBlock, channelBlocks } from './channel-blocks';
import { shownBlock } from './members';
import type { UserState } from '../schema';
import * as declaredUser from './to-connect';

/** From what Connect holds to the state. What the state never declared stays out of it: it is not drift. */
export function refreshed(observed: ObservedUser, prior: UserState, imported: boolean, settings: Settings): UserState {
  const { user } = observed;
  const tags = withoutIgnored(settings, user.tags);
  return {
    ...prior,
    name: user.username,
    password_wo: null,
    directory_user_id: prior.directory_user_id !== null || imported ? (user.directoryUserId ?? null) : null,
    hierarchy_group_id:
      user.hierarchyGroupId === undefined ? null : spelledAs(HIERARCHY_GROUP, [prior.hierarchy_group_id], user.hierarchyGroupId),
    routing_profile_id: spelledAs(ROUTING_PROFILE, [prior.routing_profile_id], user.routingProfileId),
    security_profile_ids: user.securityProfileIds.map((id) => spelledAs(SECURITY_PROFILE, prior.security_profile_ids ?? [], id)),
    quick_connects_on_delete: prior.quick_connects_on_delete ?? 'delete',
    tags: ownTags(settings, tags, prior),
    tags_all: tags,
    id: idWithin(prior.instance_id, user.id),
    user_id: user.id,
    arn: user.arn,
    identity_info: identityShown(user, prior, imported),
    phone_config: phoneShown(user, prior, imported),
    ...channelsShown(user.channels, prior, imported && user.phone === undefined),
    proficiency: observed.proficiencies ? proficienciesShown(observed.proficiencies) : prior.proficiency,
  };
}

function identityShown({ identity }: User, prior: UserState, imported: boolean): UserState['identity_info'] {
  const [before] = prior.identity_info;
  if (!before && !imported) return [];
  const info = shownBlock(identityInfo, identity, before);
  return before || Object.values(info).some((value) => value !== null) ? [info] : [];
}

/** Connect may remember the number of a desk phone that is a soft phone now. */
function phoneShown({ phone }: User, prior: UserState, imported: boolean): UserState['phone_config'] {
  const [before] = prior.phone_config;
  if ((!before && !imported) || !phone?.phoneType) return [];
  const number = phone.phoneType === 'DESK_PHONE' || !before ? (phone.deskPhoneNumber ?? null) : before.desk_phone_number;
  return [{ ...shownBlock(phoneConfig, phone, before), desk_phone_number: number }];
}

/** The channels that the state declares; all of them when `everything` is asked for. */
const channelsShown = (lists: ChannelConfigs, prior: UserState, everything: boolean): Pick<UserState, ChannelBlock> =>
  Object.fromEntries<readonly Values[]>(
    CHANNEL_BLOCKS.map((name) => {
      const block = channelBlocks[name];
      const before: readonly (Values & { readonly channel: string })[] = prior[name];
      const shown = (lists[block.member] ?? []).flatMap((held) => {
        const declared = before.find(({ channel }) => channel === held.channel);
        return declared || everything ? [shownBlock(block, held, declared)] : [];
      });
      return [name, shown];
    }),
  ) as Pick<UserState, ChannelBlock>;

/** Each once, as it is told last: a list that changes while it is read may show one on two pages. */
export const proficienciesShown = (proficiencies: readonly Proficiency[]): UserState['proficiency'] =>
  [...new Map(proficiencies.map((one) => [keyOf(one), one])).values()].map((one) =>
    shownBlock<UserState['proficiency'][number]>(proficiency, one, undefined),
  );

/** A state read back as if Connect held exactly it: what a plan started from. */
export function asObserved(state: UserState): ObservedUser {
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
      ...present({ phone: declaredUser.phone(state), hierarchyGroupId: declaredUser.hierarchyGroupId(state) }),
    },
    proficiencies: declaredUser.proficiencies(state),
  };
}
