import { idIn } from '../../../../connect/shapes/ids';
import type { Proficiency, User } from '../../../../connect/gateway';
import { differencesFromNew, type Operation, userChanges } from '../../../../custom-resources/user/fields/changes';
import type { UserState } from '../../../../custom-resources/user/schema';
import { SETTINGS } from '../../../support/custom-resources/context';
import { arnOf } from '../../../support/custom-resources/ids';
import { AGENT, LIVE } from '../../../support/custom-resources/users';

const [JANE] = AGENT.identity_info;
const [SOFT_PHONE] = AGENT.phone_config;
if (!JANE || !SOFT_PHONE) throw new Error('The sample agent lacks a block.');
const DESK_PHONE = { ...SOFT_PHONE, phone_type: 'DESK_PHONE', desk_phone_number: '+12065550100' };

const changesOf = (desired: Partial<UserState>, live: Partial<User> = {}, prior: Partial<UserState> = {}): readonly Operation[] =>
  userChanges({ user: { ...LIVE, ...live } }, { ...AGENT, ...desired }, SETTINGS, { ...AGENT, ...prior });

it('are none for a user that is as declared', () => {
  expect(changesOf({})).toEqual([]);
});

type Case = readonly [what: string, desired: Partial<UserState>, live: Partial<User>, expected: readonly Operation[]];

const EACH_GROUP: readonly Case[] = [
  ['the hierarchy group', { hierarchy_group_id: 'team' }, {}, [{ group: 'hierarchy', hierarchyGroupId: idIn('team') }]],
  ['no hierarchy group any more', {}, { hierarchyGroupId: 'team' }, [{ group: 'hierarchy', hierarchyGroupId: undefined }]],
  [
    'the identity',
    { identity_info: [{ ...JANE, last_name: 'Roe' }] },
    {},
    [{ group: 'identity', identity: { firstName: 'Jane', lastName: 'Roe' } }],
  ],
  [
    'the phone settings',
    { phone_config: [{ ...SOFT_PHONE, auto_accept: true }] },
    {},
    [{ group: 'phone', phone: { phoneType: 'SOFT_PHONE', autoAccept: true, afterContactWorkTimeLimit: 0, persistentConnection: false } }],
  ],
  ['the routing profile', { routing_profile_id: 'vip' }, {}, [{ group: 'routing-profile', routingProfileId: idIn('vip') }]],
  ['the security profiles', { security_profile_ids: ['agent'] }, {}, [{ group: 'security-profiles', securityProfileIds: [idIn('agent')] }]],
  [
    'one security profile more',
    { security_profile_ids: ['agent', 'supervisor', 'admin'] },
    {},
    [{ group: 'security-profiles', securityProfileIds: ['agent', 'supervisor', 'admin'].map(idIn) }],
  ],
  ['a tag more', { tags_all: { team: 'a' } }, {}, [{ group: 'tags', verb: 'tag', tags: { team: 'a' } }]],
  ['a tag less', {}, { tags: { team: 'a' } }, [{ group: 'tags', verb: 'untag', keys: ['team'] }]],
  [
    'one tag for another',
    { tags_all: { team: 'a' } },
    { tags: { squad: 'b' } },
    [
      { group: 'tags', verb: 'untag', keys: ['squad'] },
      { group: 'tags', verb: 'tag', tags: { team: 'a' } },
    ],
  ],
];

it.each(EACH_GROUP)('are one call when the program declares %s', (_what, desired, live, expected) => {
  expect(changesOf(desired, live)).toEqual(expected);
});

const NO_CHANGE: readonly Case[] = [
  ['security profiles in another order', { security_profile_ids: ['supervisor', 'agent'] }, {}, []],
  [
    'ARNs instead of ids',
    {
      routing_profile_id: arnOf('routing-profile', 'basic'),
      hierarchy_group_id: arnOf('agent-group', 'team'),
      security_profile_ids: [arnOf('security-profile', 'supervisor'), 'agent'],
    },
    { hierarchyGroupId: 'team' },
    [],
  ],
  ['defaults where Connect says nothing', {}, { phone: { phoneType: 'SOFT_PHONE' } }, []],
  ['a soft phone, whatever desk phone Connect remembers', {}, { phone: { ...LIVE.phone, deskPhoneNumber: '+12065550100' } }, []],
  ['no e-mail where Connect holds an empty one', {}, { identity: { ...LIVE.identity, email: '' } }, []],
  ['no identity at all', { identity_info: [] }, {}, []],
  ['no phone settings at all', { phone_config: [] }, {}, []],
  ['no settings per channel', {}, { channels: { autoAccept: [{ channel: 'CHAT', autoAccept: true }] } }, []],
];

it.each(NO_CHANGE)('are none when the program declares %s', (_what, desired, live, expected) => {
  expect(changesOf(desired, live)).toEqual(expected);
});

describe('the identity', () => {
  it('is sent as a whole, with an empty text for what was taken out of the configuration', () => {
    const prior = { identity_info: [{ ...JANE, email: 'j@example.com', secondary_email: 's@example.com' }] };
    expect(changesOf({}, { identity: { ...LIVE.identity, email: 'j@example.com', secondaryEmail: 's@example.com' } }, prior)).toEqual([
      { group: 'identity', identity: { firstName: 'Jane', lastName: 'Doe', email: '', secondaryEmail: '' } },
    ]);
  });

  it('is sent without a mobile number that was taken out, since Connect refuses an empty one', () => {
    const prior = { identity_info: [{ ...JANE, mobile: '+12065550101' }] };
    expect(changesOf({}, { identity: { ...LIVE.identity, mobile: '+12065550101' } }, prior)).toEqual([
      { group: 'identity', identity: { firstName: 'Jane', lastName: 'Doe' } },
    ]);
  });
});

it('see another number only where the phone is a desk phone', () => {
  const live = { phone: { phoneType: 'DESK_PHONE', deskPhoneNumber: '+12065550199' } };
  expect(changesOf({ phone_config: [DESK_PHONE] }, live)).toMatchObject([{ group: 'phone', phone: { deskPhoneNumber: '+12065550100' } }]);
  expect(changesOf({ phone_config: [DESK_PHONE] }, { phone: { phoneType: 'DESK_PHONE', deskPhoneNumber: '+12065550100' } })).toEqual([]);
});

describe('what an existing user has that a new one would not', () => {
  const differing = (live: Partial<User>, desired: Partial<UserState> = {}): readonly string[] =>
    differencesFromNew({ ...LIVE, ...live }, { ...AGENT, ...desired }, SETTINGS);

  it('is nothing where the user is as CreateUser would make it', () => {
    expect(differing({})).toEqual([]);
    expect(differing({ directoryUserId: 'd-1' })).toEqual([]);
    expect(differing({ phone: { phoneType: 'SOFT_PHONE', autoAccept: true } }, { phone_config: [] })).toEqual([]);
  });

  it('is not the declared desk phone of the voice channel, where Connect shows it among the settings for all channels, too', () => {
    const shown = { phoneType: 'DESK_PHONE', deskPhoneNumber: '+12065550112' } as const;
    const phones = (phone_number: string): Partial<UserState> => ({
      phone_config: [],
      phone_number_config: [{ channel: 'VOICE', phone_type: 'DESK_PHONE', phone_number }],
    });
    const channels = { phoneNumber: [{ channel: 'VOICE', phoneType: 'DESK_PHONE', phoneNumber: '+12065550112' }] } as const;
    expect(differing({ phone: shown, channels }, phones('+12065550112'))).toEqual([]);
    expect(differing({ phone: shown, channels }, phones('+12065550113'))).toContain('phone settings');
  });

  it('is named once for each kind of setting', () => {
    expect(differing({ identity: { ...LIVE.identity, mobile: '+12065550100' } })).toEqual(['identity']);
    expect(differing({ identity: { ...LIVE.identity, lastName: 'Roe', mobile: '+12065550100' } })).toEqual(['identity']);
    expect(differing({ phone: { phoneType: 'DESK_PHONE' } }, { phone_config: [] })).toEqual(['phone settings']);
    expect(differing({ phone: { deskPhoneNumber: '+12065550100' } }, { phone_config: [] })).toEqual(['phone settings']);
    expect(differing({ directoryUserId: 'd-2' }, { directory_user_id: 'd-1' })).toEqual(['directory user id']);
    expect(differing({}, { directory_user_id: 'd-1' })).toEqual(['directory user id']);
  });
});

describe('proficiencies', () => {
  const held: readonly Proficiency[] = [
    { attributeName: 'language', attributeValue: 'de', level: 3 },
    { attributeName: 'language', attributeValue: 'fr', level: 1 },
  ];
  const declared = (...entries: readonly (readonly [string, number])[]): UserState => ({
    ...AGENT,
    proficiency: entries.map(([attribute_value, level]) => ({ attribute_name: 'language', attribute_value, level })),
  });
  const shown = (held: readonly Proficiency[]): UserState =>
    declared(...held.map(({ attributeValue, level }) => [attributeValue, level] as const));
  const changesFrom = (desired: UserState, prior = shown(held)) =>
    userChanges({ user: LIVE, proficiencies: held }, desired, SETTINGS, prior);

  it('that others gave the agent stay when the first ones are declared', () => {
    expect(changesFrom(declared(['it', 2]), declared())).toEqual([
      { group: 'proficiencies', verb: 'associate', proficiencies: [{ attributeName: 'language', attributeValue: 'it', level: 2 }] },
    ]);
  });

  it('are disassociated, associated and updated, in that order, so that the limit of ten is never in the way', () => {
    expect(changesFrom(declared(['de', 5], ['it', 2]))).toEqual([
      { group: 'proficiencies', verb: 'disassociate', proficiencies: [{ attributeName: 'language', attributeValue: 'fr', level: 1 }] },
      { group: 'proficiencies', verb: 'associate', proficiencies: [{ attributeName: 'language', attributeValue: 'it', level: 2 }] },
      { group: 'proficiencies', verb: 'update', proficiencies: [{ attributeName: 'language', attributeValue: 'de', level: 5 }] },
    ]);
  });

  it('are left alone in another order, and where they were not read', () => {
    expect(changesFrom(declared(['fr', 1], ['de', 3]))).toEqual([]);
    expect(changesOf({ proficiency: declared(['it', 2]).proficiency })).toEqual([]);
  });
});
