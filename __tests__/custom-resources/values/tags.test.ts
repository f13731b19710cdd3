import fc from 'fast-check';
import type { Settings } from '../../../custom-resources/contract/settings';
import { UNKNOWN } from '../../../custom-resources/contract/value';
import { ownTags, plannedTagsAll, tagChanges, withoutIgnored } from '../../../custom-resources/values/tags';
import { tagMap } from '../../support/custom-resources/arbitrary-user';
import { SETTINGS } from '../../support/custom-resources/context';

const settings: Settings = {
  ...SETTINGS,
  defaultTags: { env: 'prod', owner: 'platform' },
  ignoreTags: { keys: ['cost'], keyPrefixes: ['audit-'] },
};

describe('all tags of a plan', () => {
  it('are the default tags with those of the resource over them', () => {
    expect(plannedTagsAll(settings, { env: 'test', team: 'a' })).toEqual({ env: 'test', owner: 'platform', team: 'a' });
    expect(plannedTagsAll(settings, null)).toEqual({ env: 'prod', owner: 'platform' });
  });

  it('are not known while the tags or the configuration of the provider are not', () => {
    expect(plannedTagsAll(settings, UNKNOWN)).toBe(UNKNOWN);
    expect(plannedTagsAll(undefined, { team: 'a' })).toBe(UNKNOWN);
    expect(plannedTagsAll(settings, { team: UNKNOWN })).toEqual({ env: 'prod', owner: 'platform', team: UNKNOWN });
  });

  it('leave out an ignored default tag, which a refresh never shows', () => {
    expect(plannedTagsAll({ ...settings, defaultTags: { cost: '7', env: 'prod' } }, null)).toEqual({ env: 'prod' });
  });
});

it('leaves out tags that are ignored, by key or by prefix, and those of AWS', () => {
  expect(withoutIgnored(settings, { team: 'a', cost: '1', 'audit-by': 'x', 'aws:stack': 's', costs: '2' })).toEqual({
    team: 'a',
    costs: '2',
  });
});

describe('the own tags of a refreshed resource', () => {
  it.each([
    ['nothing declared, only defaults there', { env: 'prod', owner: 'platform' }, null, null],
    ['an empty map declared, only defaults there', { env: 'prod', owner: 'platform' }, {}, {}],
    ['a tag added outside', { env: 'prod', extra: '1' }, null, { extra: '1' }],
    ['a tag changed outside', { env: 'prod', team: 'b' }, { team: 'a' }, { team: 'b' }],
    ['a tag removed outside', { env: 'prod' }, { team: 'a' }, {}],
    ['a default tag changed outside, which the tags of all tell', { env: 'oops' }, null, null],
    ['a default tag that the provider has changed since', { env: 'old' }, null, null],
    ['a default tag that the resource declares too', { env: 'prod' }, { env: 'prod' }, { env: 'prod' }],
  ])('with %s', (_what, observed, prior, expected) => {
    const before = { env: 'prod', owner: 'platform', ...prior };
    expect(ownTags(settings, observed, { tags: prior, tags_all: before })).toEqual(expected);
  });
});

it('shows every tag of an imported resource that is no default as its own', () => {
  expect(ownTags(settings, { env: 'prod', owner: 'me', team: 'a' }, { tags: null, tags_all: null })).toEqual({ owner: 'me', team: 'a' });
});

describe('the changes of tags', () => {
  it('set what differs, remove what is not declared, and leave ignored tags and those of AWS alone', () => {
    const observed = { same: '1', changed: 'old', stray: 'x', cost: '9', 'audit-by': 'x', 'aws:stack': 's' };
    expect(tagChanges(settings, observed, { same: '1', changed: 'new', added: '2' })).toEqual({
      set: { changed: 'new', added: '2' },
      remove: ['stray'],
    });
  });

  it('lead from any tags to any others, and are none the second time', () => {
    fc.assert(
      fc.property(tagMap, tagMap, (observed, desired) => {
        const { set, remove } = tagChanges(SETTINGS, observed, desired);
        const after = Object.fromEntries(Object.entries({ ...observed, ...set }).filter(([key]) => !remove.includes(key)));
        expect(after).toEqual(desired);
        expect(tagChanges(SETTINGS, after, desired)).toEqual({ set: {}, remove: [] });
      }),
    );
  });

  it('remove a tag whose key is a word of the programming language', () => {
    expect(tagChanges(SETTINGS, { constructor: 'x' }, {}).remove).toEqual(['constructor']);
  });
});
