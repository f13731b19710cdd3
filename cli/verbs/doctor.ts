import type { Verb } from '../verb';
import { CONNECTION } from './connection';

export const DOCTOR = {
  name: 'doctor',
  takes: '[--instance ID|ALIAS] [options]',
  summary: 'look for what would keep plans and applies from working here',
  about: [
    'Looks at this computer (Node.js, Terraform, where it takes providers from) and at Amazon Connect (credentials, Region, the instance and ' +
      'its replica, what may be read, how much there is), and says of each whether it is ok, and if not, what to do. ' +
      'It only reads, about twenty calls: of what would write, it says "not tried".',
    'It shows no keys, no names and no e-mail addresses of agents.',
  ],
  options: {
    instance: { type: 'string', value: 'ID|ALIAS', text: 'the instance (default: the only one of the account in that Region)' },
    ...CONNECTION,
    'skip-connect': { type: 'boolean', default: false, text: 'look at this computer alone' },
  },
  exits: [
    [0, 'nothing is wrong; there may be warnings'],
    [1, 'something is wrong'],
    [2, 'the command line is not understood'],
  ],
} as const satisfies Verb;
