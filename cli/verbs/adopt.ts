import type { Verb } from '../verb';
import { CONNECTION } from './connection';

export const ADOPT = {
  name: 'adopt',
  takes: '--instance ID|ALIAS [options]',
  summary: 'read an instance, and write the code that declares its agents',
  about: [
    'Reads the agents of an instance with their memberships and quick connects, and writes the code that declares them as they are, ' +
      'with an import block for each. It writes nothing to Amazon Connect.',
  ],
  options: {
    instance: { type: 'string', value: 'ID|ALIAS', text: 'the instance' },
    ...CONNECTION,
    format: {
      type: 'string',
      default: 'ts',
      value: 'ts|hcl|csv',
      text: "what to write: TypeScript for CDKTF, Terraform's own language, or a roster with a CDKTF program that reads it (default: ts)",
    },
    by: {
      type: 'string',
      default: 'profile',
      value: 'profile|hierarchy',
      text: 'the agents of a routing profile, or of a hierarchy group, share a file (default: profile)',
    },
    group: {
      type: 'string',
      multiple: true,
      value: 'NAME|ID',
      text: 'the memberships of this traffic distribution group; may be repeated (default: all groups)',
    },
    'no-groups': { type: 'boolean', default: false, text: 'no memberships' },
    'no-quick-connects': {
      type: 'boolean',
      default: false,
      text: 'no quick connects; with a filter, only those of its agents are written',
    },
    filter: {
      type: 'string',
      multiple: true,
      value: 'WHAT',
      text:
        'only some agents; may be repeated, and all must hold: name-prefix=TEXT, routing-profile=NAME, hierarchy=TOP/NEXT, tag=KEY or ' +
        'tag=KEY=VALUE',
    },
    out: { type: 'string', default: 'agents', value: 'DIR', text: 'where to write; must be empty or new (default: ./agents)' },
    rate: { type: 'string', value: 'N', text: 'requests per second of each operation (default: 2)' },
    burst: { type: 'string', value: 'N', text: 'requests at once of each operation (default: 5)' },
  },
  exits: [
    [0, 'all is written'],
    [1, 'something could not be read or written; the same command goes on where it ended'],
    [2, 'the command line is not understood'],
  ],
  guide: 'guides/adopting.md',
} as const satisfies Verb;
