import fc from 'fast-check';
import { ACCOUNT, HOME_REGION, INSTANCE_ID } from '../../emulator/seed/demo';
import type { Body } from '../support/terraform/contact-centre';

/** The settings of an agent's phone in both styles, and ids in both spellings, as `fast-check` values. */

export const spelled = (segment: string, id: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(id, fc.boolean())
    .map(([bare, asArn]) => (asArn ? `arn:aws:connect:${HOME_REGION}:${ACCOUNT}:instance/${INSTANCE_ID}/${segment}/${bare}` : bare));

const seconds = fc.constantFrom(0, 10, 30);
const number = fc.constantFrom('+12065550111', '+12065550112');

export const phone: fc.Arbitrary<Body> = fc
  .oneof(
    fc.record(
      {
        phone_type: fc.constant('SOFT_PHONE'),
        auto_accept: fc.boolean(),
        after_contact_work_time_limit: seconds,
        persistent_connection: fc.boolean(),
      },
      { requiredKeys: ['phone_type'], noNullPrototype: true },
    ),
    fc.record(
      { phone_type: fc.constant('DESK_PHONE'), desk_phone_number: number, auto_accept: fc.boolean() },
      { requiredKeys: ['phone_type', 'desk_phone_number'], noNullPrototype: true },
    ),
  )
  .map((config) => ({ phone_config: config }));

const anyChannels = fc.shuffledSubarray(['VOICE', 'CHAT', 'TASK'], { minLength: 1 });

const autoAccept = anyChannels.chain((names) =>
  fc.tuple(
    ...names.map((channel) =>
      fc
        .boolean()
        .map((on) => ({ channel, auto_accept: on, ...(channel === 'VOICE' && on && { agent_first_callback_auto_accept: true }) })),
    ),
  ),
);
const afterContactWork = anyChannels.chain((names) =>
  fc.tuple(...names.map((channel) => seconds.map((limit) => ({ channel, after_contact_work_time_limit: limit })))),
);
const phoneNumber = fc.oneof(
  fc.constant([{ channel: 'VOICE', phone_type: 'SOFT_PHONE' }]),
  number.map((phone_number) => [{ channel: 'VOICE', phone_type: 'DESK_PHONE', phone_number }]),
);
const persistent = fc.boolean().map((persistent_connection) => [{ channel: 'VOICE', persistent_connection }]);
const enhancement = fc
  .constantFrom('VOICE_ISOLATION', 'NOISE_SUPPRESSION', 'NONE')
  .map((voice_enhancement_mode) => [{ channel: 'VOICE', voice_enhancement_mode }]);

export const channels: fc.Arbitrary<Body> = fc.record(
  {
    auto_accept_config: autoAccept,
    after_contact_work_config: afterContactWork,
    phone_number_config: phoneNumber,
    persistent_connection_config: persistent,
    voice_enhancement_config: enhancement,
  },
  { requiredKeys: [], noNullPrototype: true },
);
