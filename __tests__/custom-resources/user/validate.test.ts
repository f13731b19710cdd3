import { type PlannedState, UNKNOWN } from '../../../custom-resources/contract/value';
import type { UserState } from '../../../custom-resources/user/schema';
import { validate } from '../../../custom-resources/user/validate';
import { DECLARED } from '../../support/custom-resources/users';

type Config = PlannedState<UserState>;

const problems = (config: Partial<Config>): readonly string[] =>
  validate({ ...DECLARED, ...config }).map(({ path = [], summary }) => `${path.join('.')}: ${summary}`);

const nobody = { first_name: null, last_name: null, email: null, secondary_email: null, mobile: null };
const accepts = (channel: string, callback: boolean | null = null) => ({
  channel,
  auto_accept: true,
  agent_first_callback_auto_accept: callback,
});
const works = (channel: string, callback: number | null = null) => ({
  channel,
  after_contact_work_time_limit: 30,
  agent_first_callback_after_contact_work_time_limit: callback,
});
const deskPhone = {
  phone_type: 'DESK_PHONE',
  auto_accept: null,
  after_contact_work_time_limit: null,
  desk_phone_number: null,
  persistent_connection: null,
};
const speaks = (level: number) => ({ attribute_name: 'language', attribute_value: 'de', level });

it.each<[string, Partial<Config>, string]>([
  ['two passwords', { password: 'Secret123', password_wo: 'Secret123' }, 'password_wo: Two passwords'],
  ['a version without its password', { password_wo_version: 1 }, 'password_wo_version: A version without a password'],
  ['an empty identity', { identity_info: [nobody] }, 'identity_info.0: An empty identity_info'],
  ['phone settings in two styles', { auto_accept_config: [accepts('VOICE')] }, 'auto_accept_config: Phone settings in two styles'],
  [
    'a channel twice',
    { phone_config: [], auto_accept_config: [accepts('CHAT'), accepts('CHAT')] },
    'auto_accept_config: Channel CHAT declared twice',
  ],
  [
    'callbacks on a channel without calls',
    { phone_config: [], auto_accept_config: [accepts('CHAT', true)] },
    'auto_accept_config: "agent_first_callback_auto_accept" is for VOICE',
  ],
  [
    'after-contact work of callbacks on a channel without calls',
    { phone_config: [], after_contact_work_config: [works('TASK', 0)] },
    'after_contact_work_config: "agent_first_callback_after_contact_work_time_limit" is for VOICE',
  ],
  ['a desk phone without a number', { phone_config: [deskPhone] }, 'phone_config.0.desk_phone_number: A desk phone without a number'],
  [
    'a desk phone of the voice channel without a number',
    { phone_config: [], phone_number_config: [{ channel: 'VOICE', phone_type: 'DESK_PHONE', phone_number: null }] },
    'phone_number_config: A desk phone without a number',
  ],
  [
    'a wait for contacts that leaves no time to delete',
    { drain_on_delete: '20m' },
    'drain_on_delete: "drain_on_delete" leaves no time for the deletion',
  ],
  [
    'a wait for contacts beyond the time of the deletion',
    { drain_on_delete: '10m', timeouts: { create: null, update: null, delete: '9m' } },
    'drain_on_delete: "drain_on_delete" leaves no time for the deletion',
  ],
  [
    'a choice for a wait that is not declared',
    { on_drain_timeout: 'delete' },
    'on_drain_timeout: "on_drain_timeout" without "drain_on_delete"',
  ],
  ['a proficiency twice', { proficiency: [speaks(1), speaks(5)] }, 'proficiency: Proficiency language = de declared twice'],
])('refuses %s', (_what, config, problem) => {
  expect(problems(config)).toEqual([problem]);
});

it('names the attribute that a desk phone lacks, by which of its blocks declares the phone', () => {
  const details = (config: Partial<Config>) => validate({ ...DECLARED, ...config }).map(({ detail }) => detail);
  expect(details({ phone_config: [deskPhone] })).toEqual([expect.stringContaining('Declare "desk_phone_number"')]);
  const voice = { channel: 'VOICE', phone_type: 'DESK_PHONE', phone_number: null };
  expect(details({ phone_config: [], phone_number_config: [voice] })).toEqual([expect.stringContaining('Declare "phone_number"')]);
});

it('names every block that collides with phone_config', () => {
  const blocks: Partial<Config> = {
    auto_accept_config: [accepts('VOICE')],
    after_contact_work_config: [works('VOICE')],
    phone_number_config: [{ channel: 'VOICE', phone_type: 'SOFT_PHONE', phone_number: null }],
    persistent_connection_config: [{ channel: 'VOICE', persistent_connection: true }],
    voice_enhancement_config: [{ channel: 'VOICE', voice_enhancement_mode: 'NONE' }],
  };
  expect(problems(blocks).map((problem) => problem.split(':')[0])).toEqual([
    'auto_accept_config',
    'after_contact_work_config',
    'phone_number_config',
    'persistent_connection_config',
  ]);
});

it.each<[string, Partial<Config>]>([
  ['a user', {}],
  ['a write-only password with its version', { password_wo: 'Secret123', password_wo_version: 1 }],
  [
    'callbacks on the voice channel',
    { phone_config: [], auto_accept_config: [accepts('VOICE', true)], after_contact_work_config: [works('VOICE', 0)] },
  ],
  ['voice enhancement beside phone settings', { voice_enhancement_config: [{ channel: 'VOICE', voice_enhancement_mode: 'NONE' }] }],
  ['an identity that is not known yet', { identity_info: [{ ...nobody, email: UNKNOWN }] }],
  ['a number that is not known yet', { phone_config: [{ ...deskPhone, desk_phone_number: UNKNOWN }] }],
  [
    'channels that are not known yet',
    { phone_config: [], auto_accept_config: [accepts('VOICE'), { ...accepts('VOICE'), channel: UNKNOWN }] },
  ],
  ['blocks that are not known yet', { phone_config: UNKNOWN, auto_accept_config: [accepts('VOICE')], proficiency: UNKNOWN }],
])('takes %s', (_what, config) => {
  expect(problems(config)).toEqual([]);
});

it('takes two passwords that are variables, of which one may turn out to be null', () => {
  expect(problems({ password: UNKNOWN, password_wo: UNKNOWN, password_wo_version: UNKNOWN })).toEqual([]);
  expect(problems({ password_wo_version: UNKNOWN })).toEqual([]);
});

it('leaves a password that a variable does not give to the plan: validated with its value, it may be null', () => {
  const alone = { ...DECLARED, password_wo_version: 1 };
  expect(validate(alone)).toMatchObject([{ summary: 'A version without a password' }]);
  expect(validate(alone, true)).toEqual([]);
});
