import type { Settings } from '../contract/settings';
import { isUnknown, UNKNOWN, type Planned, type Unknown } from '../contract/value';

export type Tags = Readonly<Record<string, string>>;

/** `tags_all` of a plan: the provider's default tags with the resource's own over them. */
export function plannedTagsAll(settings: Settings | undefined, tags: Planned<Tags> | null): Planned<Tags> {
  if (settings === undefined || isUnknown(tags)) return UNKNOWN;
  return { ...settings.defaultTags, ...tags };
}

/** The tags that a resource may show and change: others manage the ignored ones. */
export function withoutIgnored(settings: Settings, tags: Tags): Tags {
  const { keys, keyPrefixes } = settings.ignoreTags;
  return Object.fromEntries(
    Object.entries(tags).filter(([key]) => !keys.includes(key) && !keyPrefixes.some((prefix) => key.startsWith(prefix)) && !key.startsWith('aws:')),
  );
}

/**
 * `tags` as refreshed: what Connect holds, less the defaults that the resource does not declare itself.
 * Null stays null while there is nothing to show.
 */
export function ownTags(settings: Settings, observed: Tags, prior: Tags | null): Tags | null {
  const own = Object.fromEntries(
    Object.entries(observed).filter(([key, value]) => prior?.[key] !== undefined || settings.defaultTags[key] !== value),
  );
  return Object.keys(own).length === 0 && prior === null ? null : own;
}

export interface TagChanges {
  readonly set: Tags;
  readonly remove: readonly string[];
}

/** From the tags there are to the tags there should be, leaving ignored ones alone. */
export function tagChanges(settings: Settings, observed: Tags, desired: Tags): TagChanges {
  const current = withoutIgnored(settings, observed);
  return {
    set: Object.fromEntries(Object.entries(desired).filter(([key, value]) => current[key] !== value)),
    remove: Object.keys(current).filter((key) => !(key in desired)),
  };
}

/** Tags of a plan that is wholly known. */
export const knownTags = (tags: Planned<Tags> | null): Tags => {
  if (tags === null || isUnknown(tags)) return {};
  return Object.fromEntries(
    Object.entries(tags).filter((entry): entry is [string, Exclude<(typeof entry)[1], Unknown>] => !isUnknown(entry[1])),
  );
};
