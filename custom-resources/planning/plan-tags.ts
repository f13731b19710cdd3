import { type Diagnostic, errorAt } from '../contract/diagnostic';
import type { Settings } from '../contract/settings';
import { isUnknown, type Planned } from '../contract/value';
import { isIgnored, OWN_TAGS, plannedTagsAll, type Tags } from '../values/tags';

/** The most tags that a thing can have (TagMap of the API model). */
const MAX_TAGS = 50;

export interface TagPlan {
  readonly tagsAll: Planned<Tags>;
  readonly problems: readonly Diagnostic[];
}

/** `tags_all` of a plan, and what is wrong with the tags of which it is made. */
export function planTags(settings: Settings | undefined, tags: Planned<Tags> | null): TagPlan {
  const tagsAll = plannedTagsAll(settings, tags);
  const keys = (map: Planned<Tags> | null): readonly string[] => (map === null || isUnknown(map) ? [] : Object.keys(map));
  const ignored = settings ? keys(tags).filter((key) => isIgnored(settings, key)) : [];
  const count = keys(tagsAll).length;
  return {
    tagsAll,
    problems: [...(ignored.length > 0 ? [tagsIgnored(ignored)] : []), ...(count > MAX_TAGS ? [tooManyTags(count)] : [])],
  };
}

const listed = (keys: readonly string[]): string => keys.map((key) => `"${key}"`).join(', ');

const tagsIgnored = (keys: readonly string[]): Diagnostic =>
  errorAt(
    ['tags'],
    'A tag that the provider ignores',
    keys.every((key) => key.startsWith(OWN_TAGS))
      ? `The provider notes things of its own in tags whose keys begin with "${OWN_TAGS}", so ${listed(keys)} cannot be declared. Remove it.`
      : `"ignore_tags" of the provider leaves ${listed(keys)} to others, so it cannot be declared here. Remove it here or there.`,
  );

const tooManyTags = (count: number): Diagnostic =>
  errorAt(
    ['tags'],
    'Too many tags',
    `There can be ${MAX_TAGS} tags; with the default tags of the provider there are ${count}. Remove some.`,
  );
