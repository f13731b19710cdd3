import { channelBlocks } from './channel-blocks';
import type { Group } from './changes';
import type { UserState } from './schema';

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
  channels: ['auto_accept_config', ...(Object.keys(channelBlocks) as (keyof typeof channelBlocks)[])],
  'routing-profile': ['routing_profile_id'],
  'security-profiles': ['security_profile_ids'],
  proficiencies: ['proficiency'],
  tags: ['tags', 'tags_all'],
};
