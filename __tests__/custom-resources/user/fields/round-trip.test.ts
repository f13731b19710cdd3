import fc from 'fast-check';
import type { Settings } from '../../../../custom-resources/contract/settings';
import { userChanges } from '../../../../custom-resources/user/fields/changes';
import { asObserved, refreshed } from '../../../../custom-resources/user/fields/from-connect';
import type { UserState } from '../../../../custom-resources/user/schema';
import { existingUser } from '../../../support/custom-resources/arbitrary-user';
import { SETTINGS } from '../../../support/custom-resources/context';

const settings: Settings = { ...SETTINGS, defaultTags: { env: 'prod', a: 'x' } };
const anyUser = existingUser(settings.defaultTags);

it('a user that is as declared needs no call', () => {
  fc.assert(fc.property(anyUser, (desired) => expect(userChanges(asObserved(desired), desired, settings)).toEqual([])));
});

it('a user that is as declared is shown as declared', () => {
  fc.assert(
    fc.property(anyUser, (desired) => {
      expect(refreshed(asObserved(desired), desired, false, settings)).toEqual(desired);
    }),
  );
});

it('the calls from one declaration to another are one for each group, and only for groups that differ', () => {
  fc.assert(
    fc.property(anyUser, anyUser, (before, after) => {
      const changes = userChanges(asObserved(before), after, settings);
      const calls = changes.map((change) => ('verb' in change ? `${change.group} ${change.verb}` : change.group));
      expect(new Set(calls).size).toBe(calls.length);
      for (const { group } of changes) expect(partOf(group, before)).not.toEqual(partOf(group, after));
    }),
  );
});

/** What the plan after a refresh is made of must tell everything that an apply would do. */
it('a refreshed user needs no call, unless the refresh shows that it differs', () => {
  fc.assert(
    fc.property(anyUser, anyUser, (live, prior) => {
      const shown = refreshed(asObserved(withIdentityOf(prior, live)), prior, false, settings);
      expect(userChanges(asObserved(withIdentityOf(prior, live)), shown, settings)).toEqual([]);
    }),
  );
});

it('names and addresses that are not declared are neither shown nor cleared', () => {
  fc.assert(
    fc.property(anyUser, anyUser, (live, prior) => {
      const shown = refreshed(asObserved(live), prior, false, settings);
      expect(userChanges(asObserved(live), shown, settings)).toEqual([]);
    }),
  );
});

const withIdentityOf = (prior: UserState, live: UserState): UserState => ({ ...live, identity_info: prior.identity_info });

function partOf(group: string, state: UserState): unknown {
  switch (group) {
    case 'hierarchy':
      return state.hierarchy_group_id;
    case 'identity':
      return state.identity_info;
    case 'phone':
      return state.phone_config;
    case 'routing-profile':
      return state.routing_profile_id;
    case 'security-profiles':
      return state.security_profile_ids;
    case 'proficiencies':
      return state.proficiency;
    case 'tags':
      return state.tags_all;
    default:
      return [
        state.auto_accept_config,
        state.after_contact_work_config,
        state.phone_number_config,
        state.persistent_connection_config,
        state.voice_enhancement_config,
      ];
  }
}
