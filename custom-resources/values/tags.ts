import type { Settings } from '../contract/settings';
import { isUnknown, UNKNOWN, type Planned } from '../contract/value';
import { tags } from './checks';
import { computed } from './computed';

export type Tags = Readonly<Record<string, string>>;

/** `tags_all` of a plan: the provider's default tags with the resource's own over them. */
export function plannedTagsAll(settings: Settings | undefined, tags: Planned<Tags> | null): Planned<Tags> {
  if (settings === undefined || isUnknown(tags)) return UNKNOWN;
  const all: Readonly<Record<string, Planned<string>>> = { ...settings.defaultTags, ...tags };
  return Object.fromEntries(Object.entries(all).filter(([key]) => !isIgnored(settings, key)));
}

/** The tags that a resource may show and change: others manage the ignored ones. */
export function withoutIgnored(settings: Settings, tags: Tags): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !isIgnored(settings, key) && !key.startsWith('aws:')));
}

/** Notes of the provider itself, on things that are between two owners. Resources neither show nor change them. */
export const OWN_TAGS = 'cdktf-amazon-connect:';

export function isIgnored({ ignoreTags: { keys, keyPrefixes } }: Settings, key: string): boolean {
  return key.startsWith(OWN_TAGS) || keys.includes(key) || keyPrefixes.some((prefix) => key.startsWith(prefix));
}

/**
 * `tags` as refreshed: what Connect holds, less what came from the defaults of the provider. Null stays
 * null while there is nothing to show.
 */
export function ownTags(
  settings: Settings,
  observed: Tags,
  prior: { readonly tags: Tags | null; readonly tags_all: Tags | null },
): Tags | null {
  const wasOwn = (key: string): boolean => prior.tags !== null && Object.hasOwn(prior.tags, key);
  const wasDefault = (key: string): boolean => prior.tags_all !== null && Object.hasOwn(prior.tags_all, key);
  const own = Object.fromEntries(
    Object.entries(observed).filter(([key, value]) => wasOwn(key) || (!wasDefault(key) && settings.defaultTags[key] !== value)),
  );
  return Object.keys(own).length === 0 && prior.tags === null ? null : own;
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
    remove: Object.keys(current).filter((key) => !Object.hasOwn(desired, key)),
  };
}

export const isNothing = ({ set, remove }: TagChanges): boolean => Object.keys(set).length + remove.length === 0;

/**
 * From the tags there are now, of what leads to those there should be, the part that a plan announced when there were others
 * (`before`). What came after it is left, by its keys.
 */
export function announcedTagChanges(
  settings: Settings,
  { before, observed, desired }: { readonly before: Tags | null; readonly observed: Tags; readonly desired: Tags | null },
): TagChanges & { readonly left: readonly string[] } {
  const announced = tagChanges(settings, before ?? {}, desired ?? {});
  const { set, remove } = tagChanges(settings, observed, desired ?? {});
  const isAnnounced = (key: string): boolean => Object.hasOwn(announced.set, key) || announced.remove.includes(key);
  return {
    set: Object.fromEntries(Object.entries(set).filter(([key]) => isAnnounced(key))),
    remove: remove.filter(isAnnounced),
    left: [...Object.keys(set), ...remove].filter((key) => !isAnnounced(key)),
  };
}

/** A state from which tags were taken, by their keys. */
export function withoutTags<S extends { readonly tags: Tags | null; readonly tags_all: Tags | null }>(
  state: S,
  keys: readonly string[],
): S {
  const left = (tags: Tags | null): Tags | null => tags && Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
  return { ...state, tags: left(state.tags), tags_all: left(state.tags_all) };
}

/** The attributes of what can be tagged. @param thing such as "user" */
export const tagsOf = (thing: string) =>
  ({
    tags: {
      type: { map: 'string' },
      presence: 'optional',
      description: `Tags of the ${thing}, up to 50; they win over \`default_tags\` of the provider.`,
      check: tags,
    },
    tags_all: computed({ map: 'string' }, `All tags of the ${thing}: \`tags\` and the \`default_tags\` of the provider.`),
  }) as const;
