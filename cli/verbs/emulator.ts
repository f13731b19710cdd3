import { OPTIONS } from '../../emulator/usage';
import type { Verb } from '../verb';

export const EMULATOR = {
  name: 'emulator',
  takes: '[options]',
  summary: 'serve an Amazon Connect of your own on this machine',
  about: ['Serves the part of Amazon Connect that the provider uses on 127.0.0.1, and says where, until SIGINT or SIGTERM.'],
  options: OPTIONS,
  exits: [
    [0, 'it was told to stop'],
    [1, 'it could not start, as when the port is taken or the state file is in use'],
    [2, 'the command line is not understood'],
  ],
  guide: 'guides/emulator.md',
} as const satisfies Verb;
