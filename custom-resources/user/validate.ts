import { namedInOtherInstance, type Named } from '../checking/arns';
import type { Diagnostic } from '../contract/diagnostic';
import { isUnknown, type PlannedState, type Value, type Values } from '../contract/value';
import { parseDuration } from '../values/durations';
import { HIERARCHY_GROUP, ROUTING_PROFILE, SECURITY_PROFILE } from '../values/identifiers';
import {
  callbackOfOtherChannel,
  channelTwice,
  deskPhoneNumberMissing,
  drainTimeoutAlone,
  drainTooLong,
  emptyIdentityInfo,
  passwordsExclude,
  passwordVersionAlone,
  phoneStylesExclude,
  proficiencyTwice,
} from './diagnostics';
import { CHANNEL_BLOCKS, PER_CHANNEL } from './fields/channel-blocks';
import { TIMEOUTS, type UserState } from './schema';

/**
 * What is wrong with a declared user in itself, beyond single attributes. Unknown parts are left for later; so is, to the plan,
 * a password that a variable does not give: it is needed for a new account alone.
 */
export function validate(config: PlannedState<UserState>, evaluated = false): readonly Diagnostic[] {
  return [
    ...namedInOtherInstance(references(config), config.instance_id),
    ...passwords(config, evaluated),
    ...identity(config),
    ...phoneStyles(config),
    ...channels(config),
    ...deskPhones(config),
    ...proficiencies(config),
    ...draining(config),
  ];
}

function passwords(config: PlannedState<UserState>, evaluated: boolean): readonly Diagnostic[] {
  if (typeof config.password === 'string' && typeof config.password_wo === 'string') return [passwordsExclude()];
  return !evaluated && isVersionAlone(config) ? [passwordVersionAlone()] : [];
}

/** Whether there is a version of a write-only password that is not there. */
export const isVersionAlone = ({ password_wo, password_wo_version }: PlannedState<UserState>): boolean =>
  typeof password_wo_version === 'number' && password_wo === null;

function draining({ drain_on_delete: time, on_drain_timeout: choice, timeouts }: PlannedState<UserState>): readonly Diagnostic[] {
  if (time === null) return typeof choice === 'string' ? [drainTimeoutAlone()] : [];
  const limit = isUnknown(timeouts) ? timeouts : (timeouts?.delete ?? TIMEOUTS.delete);
  if (isUnknown(time) || isUnknown(limit)) return [];
  return (parseDuration(time) ?? 0) < (parseDuration(limit) ?? Infinity) ? [] : [drainTooLong(time, limit)];
}

function identity(config: PlannedState<UserState>): readonly Diagnostic[] {
  const [info] = elements(config.identity_info);
  return info && Object.values(info).every((value) => value === null) ? [emptyIdentityInfo()] : [];
}

function phoneStyles(config: PlannedState<UserState>): readonly Diagnostic[] {
  if (elements(config.phone_config).length === 0) return [];
  return PER_CHANNEL.filter((block) => elements(config[block]).length > 0).map(phoneStylesExclude);
}

/** Callbacks that ring the agent first exist on the VOICE channel alone. */
const CALLBACK = /^agent_first_callback_/;

function channels(config: PlannedState<UserState>): readonly Diagnostic[] {
  return CHANNEL_BLOCKS.flatMap((block) => {
    const entries = elements(config[block]);
    const names = entries.map(({ channel }) => channel);
    const twice = names.filter((name, index): name is string => typeof name === 'string' && names.indexOf(name) < index);
    const elsewhere = entries.flatMap(({ channel, ...settings }) =>
      Object.entries(settings).flatMap(([member, value]) =>
        typeof channel === 'string' && channel !== 'VOICE' && CALLBACK.test(member) && (value ?? null) !== null
          ? [callbackOfOtherChannel(block, member, channel)]
          : [],
      ),
    );
    return [...[...new Set(twice)].map((channel) => channelTwice(block, channel)), ...elsewhere];
  });
}

function deskPhones(config: PlannedState<UserState>): readonly Diagnostic[] {
  const [phone] = elements(config.phone_config);
  const [voice] = elements(config.phone_number_config);
  return [
    ...(phone?.['phone_type'] === 'DESK_PHONE' && phone['desk_phone_number'] === null
      ? [deskPhoneNumberMissing(['phone_config', 0, 'desk_phone_number'], 'desk_phone_number')]
      : []),
    ...(voice?.['phone_type'] === 'DESK_PHONE' && voice['phone_number'] === null
      ? [deskPhoneNumberMissing(['phone_number_config'], 'phone_number')]
      : []),
  ];
}

function proficiencies(config: PlannedState<UserState>): readonly Diagnostic[] {
  const seen = new Set<string>();
  return elements(config.proficiency).flatMap(({ attribute_name: name, attribute_value: value }) => {
    if (typeof name !== 'string' || typeof value !== 'string') return [];
    const key = JSON.stringify([name, value]);
    if (seen.has(key)) return [proficiencyTwice(name, value)];
    seen.add(key);
    return [];
  });
}

/** The known blocks of a kind. */
function elements(blocks: Value): readonly Values[] {
  if (isUnknown(blocks) || !Array.isArray(blocks)) return [];
  return blocks.filter((block: Value): block is Values => typeof block === 'object' && block !== null && !isUnknown(block));
}

/** The things of Connect that a declared user refers to. */
export function references({ routing_profile_id, hierarchy_group_id, security_profile_ids }: PlannedState<UserState>): readonly Named[] {
  const security = isUnknown(security_profile_ids) ? [] : security_profile_ids;
  return [
    { kind: ROUTING_PROFILE, path: ['routing_profile_id'], text: routing_profile_id },
    { kind: HIERARCHY_GROUP, path: ['hierarchy_group_id'], text: hierarchy_group_id },
    ...security.map((text) => ({ kind: SECURITY_PROFILE, path: ['security_profile_ids'], text })),
  ];
}
