import { TAG } from './names';
import type { Options } from './options';

/** What a run is going to make and do, before it asks. */
export function announcement({ instance, region, group, parts, throttle, rate, prefix, endpoint }: Options): string {
  const own = typeof group === 'object';
  const lines = [
    `Instance ${instance} in ${region}${endpoint === undefined ? ', the real Amazon Connect' : ` at ${endpoint}`}.`,
    '',
    'It makes, changes and removes these, one after the other, and nothing that it did not make:',
    `  - up to four users at a time, without any permission that agents of the instance lack${parts.includes('questions') ? ' but that one gets a second security profile for some seconds' : ''}`,
    '  - up to two quick connects and one queue, which no routing profile has',
    ...(own ? ['  - two traffic distribution groups without telephone numbers; their shares are changed'] : []),
    ...(typeof group === 'string'
      ? ['  - memberships of these users in the group of --group, whose other members and shares it leaves alone']
      : []),
    `All names begin with "${prefix}", and all have the tag "${TAG.key}".`,
    '',
    `It sends ${rate === 1 ? 'one request' : `${rate} requests`} a second of each operation at most. The quota, 2, is shared by all who use the account.`,
    ...(throttle ? ['For a quarter of a minute it calls DescribeInstanceAttribute more often than the quota allows (--throttle).'] : []),
    group === undefined ? 'It asks nothing about groups: --group and --new-group do.' : '',
    'It takes some ten minutes, or an hour where the service lags. Ctrl-C ends it, and removes what it made.',
    `After a kill or a power cut, run it with --sweep.`,
  ];
  return `${lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n')}\n`;
}
