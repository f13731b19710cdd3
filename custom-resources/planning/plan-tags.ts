import { type Diagnostic, errorAt } from '../contract/diagnostic';
import type { PlanRequest } from '../contract/resource';
import type { Schema } from '../contract/schema';
import { isUnknown, type Planned, type PlannedState, type Values } from '../contract/value';
import { isIgnored, OWN_TAGS, plannedTagsAll, type Tags } from '../values/tags';
import { type AttributePlan, planAttributes } from './plan-attributes';

/** The most tags that a thing can have (TagMap of the API model). */
const MAX_TAGS = 50;

type Tagged = Values & { readonly tags: Tags | null; readonly tags_all: Tags | null };

/** As `planAttributes`, for what has tags: with `tags_all`, and what is wrong with the tags of which it is made. */
export function planTagged<S extends Tagged>(
  schema: Schema,
  { prior, config, settings }: Pick<PlanRequest<S>, 'prior' | 'config' | 'settings'>,
): AttributePlan<S> & { readonly diagnostics: readonly Diagnostic[] } {
  const { planned, replace } = planAttributes<S>(schema, prior, config);
  const { tags } = planned as PlannedState<Tagged>;
  const tagsAll = plannedTagsAll(settings, tags);
  const keys = (map: Planned<Tags> | null): readonly string[] => (map === null || isUnknown(map) ? [] : Object.keys(map));
  const ignored = settings ? keys(tags).filter((key) => isIgnored(settings, key)) : [];
  const count = keys(tagsAll).length;
  return {
    planned: { ...planned, tags_all: tagsAll },
    replace,
    diagnostics: [...(ignored.length > 0 ? [tagsIgnored(ignored)] : []), ...(count > MAX_TAGS ? [tooManyTags(count)] : [])],
  };
}

const listed = (keys: readonly string[]): string => keys.map((key) => `"${key}"`).join(', ');

const tagsIgnored = (keys: readonly string[]): Diagnostic =>
  errorAt(
    ['tags'],
    'A tag that the provider ignores',
    keys.every((key) => key.startsWith(OWN_TAGS))
      ? `The provider keeps notes in tags whose keys begin with "${OWN_TAGS}", so ${listed(keys)} cannot be declared. Remove it.`
      : `"ignore_tags" of the provider leaves ${listed(keys)} to others, so it cannot be declared here. Remove it here or there.`,
  );

const tooManyTags = (count: number): Diagnostic =>
  errorAt(
    ['tags'],
    'Too many tags',
    `A resource can have ${MAX_TAGS} tags. With the default tags of the provider, this one has ${count}. Remove some.`,
  );
