import type { ChannelConfigs, PhoneConfig, User } from '../state/things';

const CHANNELS = ['VOICE', 'CHAT', 'TASK', 'EMAIL'];

const CHANNEL_LISTS = [
  'AutoAcceptConfigs',
  'AfterContactWorkConfigs',
  'PhoneNumberConfigs',
  'PersistentConnectionConfigs',
  'VoiceEnhancementConfigs',
] as const satisfies readonly (keyof ChannelConfigs)[];

/** A user's phone settings as reads show them: as they were set, or filled up to both styles. */
export function shownPhone(user: User, styles: 'only-what-was-set' | 'both'): ChannelConfigs & { readonly PhoneConfig?: PhoneConfig } {
  const set = { PhoneConfig: user.PhoneConfig, ...channelsOf(user) };
  if (styles === 'only-what-was-set') return set;
  const phone = user.PhoneConfig ?? {};
  return {
    PhoneConfig: { ...fromChannels(set), ...phone },
    AutoAcceptConfigs: set.AutoAcceptConfigs ?? forAll(phone.AutoAccept, (AutoAccept) => ({ AutoAccept })),
    AfterContactWorkConfigs:
      set.AfterContactWorkConfigs ??
      forAll(phone.AfterContactWorkTimeLimit, (limit) => ({ AfterContactWorkConfig: { AfterContactWorkTimeLimit: limit } })),
    PhoneNumberConfigs:
      set.PhoneNumberConfigs ??
      (phone.PhoneType === undefined ? undefined : [{ Channel: 'VOICE', PhoneType: phone.PhoneType, PhoneNumber: phone.DeskPhoneNumber }]),
    PersistentConnectionConfigs:
      set.PersistentConnectionConfigs ??
      (phone.PersistentConnection === undefined ? undefined : [{ Channel: 'VOICE', PersistentConnection: phone.PersistentConnection }]),
    VoiceEnhancementConfigs: set.VoiceEnhancementConfigs,
  };
}

/** SearchUsers counts after contact work in milliseconds; everything else in seconds. */
export function inMilliseconds(shown: ChannelConfigs & { readonly PhoneConfig?: PhoneConfig }): typeof shown {
  const convert = <T extends { readonly AfterContactWorkTimeLimit?: number }>(config: T | undefined): T | undefined =>
    config?.AfterContactWorkTimeLimit === undefined
      ? config
      : { ...config, AfterContactWorkTimeLimit: config.AfterContactWorkTimeLimit * 1000 };
  return {
    ...shown,
    PhoneConfig: convert(shown.PhoneConfig),
    AfterContactWorkConfigs: shown.AfterContactWorkConfigs?.map((entry) => ({
      ...entry,
      AfterContactWorkConfig: convert(entry.AfterContactWorkConfig) ?? {},
      AgentFirstCallbackAfterContactWorkConfig: convert(entry.AgentFirstCallbackAfterContactWorkConfig),
    })),
  };
}

/** The settings per channel, and nothing else. */
export const channelsOf = (from: ChannelConfigs): ChannelConfigs => Object.fromEntries(CHANNEL_LISTS.map((list) => [list, from[list]]));

/** The phone settings after UpdateUserPhoneConfig: that style takes over all channels; voice enhancement is not part of it. */
export function withPhone(phone: PhoneConfig): ChannelConfigs & { readonly PhoneConfig: PhoneConfig } {
  return {
    PhoneConfig: phone,
    AutoAcceptConfigs: undefined,
    AfterContactWorkConfigs: undefined,
    PhoneNumberConfigs: undefined,
    PersistentConnectionConfigs: undefined,
  };
}

/** The phone settings after UpdateUserConfig. */
export function withChannels(
  user: User,
  update: ChannelConfigs,
  omitted: 'kept' | 'cleared',
): ChannelConfigs & { readonly PhoneConfig?: PhoneConfig } {
  if (omitted === 'cleared') return { ...channelsOf(update), PhoneConfig: undefined };
  const lists: ChannelConfigs = Object.fromEntries(CHANNEL_LISTS.map((list) => [list, merged(user[list], update[list])]));
  return { ...lists, PhoneConfig: superseded(user.PhoneConfig, update) };
}

type Entries = readonly { readonly Channel: string }[] | undefined;

function merged(current: Entries, update: Entries): Entries {
  if (!current || !update) return update ?? current;
  const named = new Set(update.map((entry) => entry.Channel));
  return [...current.filter((entry) => !named.has(entry.Channel)), ...update];
}

/** What remains of the old style once lists say the same. */
function superseded(phone: PhoneConfig | undefined, update: ChannelConfigs): PhoneConfig | undefined {
  if (!phone) return undefined;
  const rest = {
    ...phone,
    ...(update.AutoAcceptConfigs && { AutoAccept: undefined }),
    ...(update.AfterContactWorkConfigs && { AfterContactWorkTimeLimit: undefined }),
    ...(update.PhoneNumberConfigs && { PhoneType: undefined, DeskPhoneNumber: undefined }),
    ...(update.PersistentConnectionConfigs && { PersistentConnection: undefined }),
  };
  return Object.values(rest).some((value) => value !== undefined) ? rest : undefined;
}

function forAll<V, T extends object>(
  value: V | undefined,
  entry: (value: V) => T,
): readonly (T & { readonly Channel: string })[] | undefined {
  return value === undefined ? undefined : CHANNELS.map((Channel) => ({ Channel, ...entry(value) }));
}

/** The old style in terms of the voice channel. */
function fromChannels(channels: ChannelConfigs): PhoneConfig {
  const voice = <T extends { readonly Channel: string }>(entries: readonly T[] | undefined): T | undefined =>
    entries?.find((entry) => entry.Channel === 'VOICE');
  const number = voice(channels.PhoneNumberConfigs);
  return {
    PhoneType: number?.PhoneType,
    DeskPhoneNumber: number?.PhoneNumber,
    AutoAccept: voice(channels.AutoAcceptConfigs)?.AutoAccept,
    AfterContactWorkTimeLimit: voice(channels.AfterContactWorkConfigs)?.AfterContactWorkConfig.AfterContactWorkTimeLimit,
    PersistentConnection: voice(channels.PersistentConnectionConfigs)?.PersistentConnection,
  };
}
