import type { Verb } from '../verb';
import { ADOPT } from './adopt';
import { DOCTOR } from './doctor';
import { EMULATOR } from './emulator';
import { MIRROR } from './mirror';
import { REVIEW } from './review';
import { ROSTER_CHECK } from './roster-check';

/** Everything that the command can do, in the order in which people meet it. */
export const verbs = [DOCTOR, ADOPT, ROSTER_CHECK, REVIEW, MIRROR, EMULATOR] as const satisfies readonly Verb[];
