import type { ChannelConfigs } from '../../../../connect/gateway';
import { type Operation, userChanges } from '../../../../custom-resources/user/fields/changes';
import type { UserState } from '../../../../custom-resources/user/schema';
import { SETTINGS } from '../../../support/custom-resources/context';
import { AGENT, LIVE } from '../../../support/custom-resources/users';

const changesOf = (desired: Partial<UserState>, channels: ChannelConfigs): readonly Operation[] =>
  userChanges({ user: { ...LIVE, channels } }, { ...AGENT, phone_config: [], ...desired }, SETTINGS);

const accept = (channel: string, auto_accept: boolean, callback: boolean | null = null) => ({
  channel,
  auto_accept,
  agent_first_callback_auto_accept: callback,
});
const work = (channel: string, limit: number, callback: number | null = null) => ({
  channel,
  after_contact_work_time_limit: limit,
  agent_first_callback_after_contact_work_time_limit: callback,
});

const EVERY_LIST: readonly (readonly [string, Partial<UserState>, ChannelConfigs])[] = [
  [
    'accepting',
    { auto_accept_config: [accept('VOICE', true, false)] },
    { autoAccept: [{ channel: 'VOICE', autoAccept: true, agentFirstCallbackAutoAccept: false }] },
  ],
  ['after-contact work', { after_contact_work_config: [work('CHAT', 30)] }, { afterContactWork: [{ channel: 'CHAT', timeLimit: 30 }] }],
  [
    'the phone',
    { phone_number_config: [{ channel: 'VOICE', phone_type: 'DESK_PHONE', phone_number: '+12065550100' }] },
    { phoneNumber: [{ channel: 'VOICE', phoneType: 'DESK_PHONE', phoneNumber: '+12065550100' }] },
  ],
  [
    'the connection between calls',
    { persistent_connection_config: [{ channel: 'VOICE', persistent_connection: true }] },
    { persistentConnection: [{ channel: 'VOICE', persistentConnection: true }] },
  ],
  [
    'noise around the voice',
    { voice_enhancement_config: [{ channel: 'VOICE', voice_enhancement_mode: 'NONE' }] },
    { voiceEnhancement: [{ channel: 'VOICE', mode: 'NONE' }] },
  ],
];

it.each(EVERY_LIST)('set what is declared about %s, once', (_what, desired, channels) => {
  expect(changesOf(desired, {})).toEqual([{ group: 'channels', channels }]);
  expect(changesOf(desired, channels)).toEqual([]);
});

it('send the lists that are not declared as they are, so that nobody else loses a setting', () => {
  const phoneNumber = [{ channel: 'VOICE', phoneType: 'SOFT_PHONE' }];
  expect(changesOf({ auto_accept_config: [accept('VOICE', true)] }, { phoneNumber })).toEqual([
    { group: 'channels', channels: { phoneNumber, autoAccept: [{ channel: 'VOICE', autoAccept: true }] } },
  ]);
});

it('are none for channels in another order, or for channels and members that are not declared', () => {
  const desired = { auto_accept_config: [accept('TASK', true), accept('VOICE', false)] };
  const autoAccept = [
    { channel: 'VOICE', autoAccept: false, agentFirstCallbackAutoAccept: true },
    { channel: 'CHAT', autoAccept: true },
    { channel: 'TASK', autoAccept: true },
  ];
  expect(changesOf(desired, { autoAccept })).toEqual([]);
});

it('keep the channels of a list that the program does not declare', () => {
  const autoAccept = [
    { channel: 'VOICE', autoAccept: false },
    { channel: 'CHAT', autoAccept: true },
  ];
  const [operation] = changesOf({ auto_accept_config: [accept('VOICE', true)] }, { autoAccept });
  expect(operation).toMatchObject({ channels: { autoAccept: expect.arrayContaining([{ channel: 'CHAT', autoAccept: true }]) } });
});

it('are none where Connect leaves a default out', () => {
  expect(changesOf({ after_contact_work_config: [work('VOICE', 0)] }, { afterContactWork: [{ channel: 'VOICE' }] })).toEqual([]);
});

it('send a list of which one channel differs, and send nothing where each is as declared', () => {
  const live: ChannelConfigs = {
    autoAccept: [
      { channel: 'VOICE', autoAccept: true },
      { channel: 'CHAT', autoAccept: false },
    ],
  };
  expect(changesOf({ auto_accept_config: [accept('VOICE', true), accept('CHAT', true)] }, live)).toHaveLength(1);
  expect(changesOf({ auto_accept_config: [accept('VOICE', true), accept('CHAT', false)] }, live)).toEqual([]);
});
