import type { Option } from '../verb';

/** How to reach Amazon Connect, for the verbs that do. */
export const CONNECTION = {
  region: { type: 'string', value: 'R', text: 'its Region (default: that of the AWS environment)' },
  profile: { type: 'string', value: 'NAME', text: 'the AWS profile to call with (default: that of the AWS environment)' },
  endpoint: { type: 'string', value: 'URL', text: 'another server, such as the emulator' },
} as const satisfies Readonly<Record<string, Option>>;
