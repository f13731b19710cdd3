import type { User } from '../../../connect/gateway';
import { refreshed } from '../../../custom-resources/user/fields/from-connect';
import { importState } from '../../../custom-resources/user/identify';
import type { UserState } from '../../../custom-resources/user/schema';
import { SETTINGS } from '../../support/custom-resources/context';
import { arnOf, INSTANCE_ID, USER_ID } from '../../support/custom-resources/ids';
import { AGENT, LIVE } from '../../support/custom-resources/users';

const refresh = (live: Partial<User>, prior: Partial<UserState> = {}): UserState =>
  refreshed({ user: { ...LIVE, ...live } }, { ...AGENT, ...prior }, false, SETTINGS);

describe('a refresh', () => {
  it('shows what changed outside', () => {
    const state = refresh({
      username: 'janed',
      hierarchyGroupId: 'team',
      routingProfileId: 'vip',
      securityProfileIds: ['agent'],
      identity: { firstName: 'Jane', lastName: 'Roe' },
      phone: { phoneType: 'DESK_PHONE', autoAccept: true, deskPhoneNumber: '+12065550100' },
      tags: { team: 'a' },
    });
    expect(state).toMatchObject({
      name: 'janed',
      hierarchy_group_id: 'team',
      routing_profile_id: 'vip',
      security_profile_ids: ['agent'],
      identity_info: [{ first_name: 'Jane', last_name: 'Roe' }],
      phone_config: [{ phone_type: 'DESK_PHONE', auto_accept: true, desk_phone_number: '+12065550100' }],
      tags: { team: 'a' },
      tags_all: { team: 'a' },
    });
  });

  it('keeps the spelling of identifiers that still name the same things', () => {
    const spelling = {
      hierarchy_group_id: arnOf('agent-group', 'team'),
      routing_profile_id: arnOf('routing-profile', 'basic'),
      security_profile_ids: [arnOf('security-profile', 'agent'), 'supervisor'],
    };
    expect(refresh({ hierarchyGroupId: 'team' }, spelling)).toMatchObject(spelling);
  });

  it('shows a name or a phone that somebody took away', () => {
    expect(refresh({ identity: { firstName: 'Jane' }, phone: undefined })).toMatchObject({
      identity_info: [{ first_name: 'Jane', last_name: null }],
      phone_config: [],
    });
  });

  it('leaves out what the program never declared', () => {
    const live = {
      identity: { ...LIVE.identity, email: 'j@example.com' },
      channels: { autoAccept: [{ channel: 'CHAT', autoAccept: true }] },
    };
    expect(refresh(live)).toEqual(AGENT);
    expect(refresh(live, { identity_info: [], phone_config: [] })).toMatchObject({ identity_info: [], phone_config: [] });
  });

  it('shows the declared channel and member alone', () => {
    const declared = [{ channel: 'VOICE', auto_accept: true, agent_first_callback_auto_accept: null }];
    const autoAccept = [
      { channel: 'VOICE', autoAccept: false, agentFirstCallbackAutoAccept: true },
      { channel: 'CHAT', autoAccept: true },
    ];
    expect(refresh({ channels: { autoAccept } }, { auto_accept_config: declared }).auto_accept_config).toEqual([
      { channel: 'VOICE', auto_accept: false, agent_first_callback_auto_accept: null },
    ]);
  });

  it('shows a proficiency once that a list shows twice', () => {
    const proficiency = [{ attribute_name: 'language', attribute_value: 'de', level: 3 }];
    const held = [
      { attributeName: 'language', attributeValue: 'de', level: 3 },
      { attributeName: 'language', attributeValue: 'de', level: 3 },
    ];
    expect(refreshed({ user: LIVE, proficiencies: held }, { ...AGENT, proficiency }, false, SETTINGS).proficiency).toEqual(proficiency);
  });

  it('shows proficiencies where they were read, and leaves them as they were where they were not', () => {
    const proficiency = [{ attribute_name: 'language', attribute_value: 'de', level: 3 }];
    expect(refresh({}, { proficiency }).proficiency).toEqual(proficiency);
    const held = [{ attributeName: 'language', attributeValue: 'fr', level: 1 }];
    expect(refreshed({ user: LIVE, proficiencies: held }, { ...AGENT, proficiency }, false, SETTINGS).proficiency).toEqual([
      { attribute_name: 'language', attribute_value: 'fr', level: 1 },
    ]);
  });

  it('does not take tags that others manage for drift', () => {
    const settings = { ...SETTINGS, defaultTags: { env: 'prod' }, ignoreTags: { keys: ['cost'], keyPrefixes: [] } };
    const state = refreshed({ user: { ...LIVE, tags: { env: 'prod', cost: '7', 'aws:stack': 's' } } }, AGENT, false, settings);
    expect(state).toMatchObject({ tags: null, tags_all: { env: 'prod' } });
  });
});

describe('an import', () => {
  const { state: bare } = importState(`${INSTANCE_ID}:${USER_ID}`);
  if (!bare) throw new Error('The import id was refused.');
  const live: User = {
    ...LIVE,
    directoryUserId: 'd-1',
    hierarchyGroupId: 'team',
    identity: { ...LIVE.identity, email: 'j@example.com' },
    tags: { team: 'a' },
  };

  it('shows everything that Connect holds, so that a configuration can be generated from it', () => {
    const held = [{ attributeName: 'language', attributeValue: 'de', level: 3 }];
    expect(refreshed({ user: live, proficiencies: held }, bare, true, SETTINGS)).toEqual({
      ...AGENT,
      directory_user_id: 'd-1',
      hierarchy_group_id: 'team',
      identity_info: [{ first_name: 'Jane', last_name: 'Doe', email: 'j@example.com', secondary_email: null, mobile: null }],
      tags: { team: 'a' },
      tags_all: { team: 'a' },
      proficiency: [{ attribute_name: 'language', attribute_value: 'de', level: 3 }],
    });
  });

  it('shows phone settings in one style only, since Connect takes only one', () => {
    const channels = { autoAccept: [{ channel: 'CHAT', autoAccept: true }], afterContactWork: [{ channel: 'VOICE', timeLimit: 30 }] };
    expect(refreshed({ user: { ...live, channels } }, bare, true, SETTINGS)).toMatchObject({ phone_config: [{}], auto_accept_config: [] });
    expect(refreshed({ user: { ...live, phone: undefined, channels } }, bare, true, SETTINGS)).toMatchObject({
      phone_config: [],
      auto_accept_config: [{ channel: 'CHAT', auto_accept: true, agent_first_callback_auto_accept: null }],
      after_contact_work_config: [{ channel: 'VOICE', after_contact_work_time_limit: 30 }],
    });
  });
});
