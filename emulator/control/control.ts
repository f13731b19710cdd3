/**
 * The control endpoint, `/_emulator/...`: what tests and benchmarks look at and turn. It is not part of
 * the service, so it needs no signature, is not throttled and is not logged.
 */
import type { Emulator } from '../emulator';
import { isSeedName } from '../seed/seeds';
import { StateFileError } from '../state/state-file-error';
import { isObject } from '../wire/json';
import { placeAgent } from './agents';
import { createUsers } from './bulk-users';
import { readFault } from './faults';
import { ControlError, readSettingsPatch } from './settings-patch';
import { snapshot } from './snapshot';

export const CONTROL_PREFIX = '/_emulator/';

type Action = (emulator: Emulator, body: unknown) => unknown;

const ACTIONS: Readonly<Record<string, Action>> = {
  'GET calls': ({ calls }) => ({ calls: calls.list() }),
  'DELETE calls': ({ calls }) => calls.clear(),
  'GET state': ({ world, clock }) => snapshot(world, clock.now()),
  'GET settings': ({ settings }) => settings,
  'PUT settings': (emulator, body) => {
    emulator.change(readSettingsPatch(body));
    return emulator.settings;
  },
  'GET faults': ({ faults }) => ({ waiting: faults.waiting }),
  'POST faults': ({ faults }, body) => faults.add(readFault(body)),
  'DELETE faults': ({ faults }) => faults.clear(),
  'PUT seed': (emulator, body) => {
    const seed = isObject(body) ? body.seed : undefined;
    if (!isSeedName(seed)) throw new ControlError('The seed must be demo or empty.');
    emulator.reset(seed);
    return undefined;
  },
  'POST users': (emulator, body) => {
    const created = createUsers(emulator.world, body, emulator.clock.now());
    emulator.keep();
    return created;
  },
  'PUT agents': ({ world, clock }, body) => placeAgent(world, body, clock.now()),
};

/** Status and JSON body of the answer to a control request. */
export function control(
  emulator: Emulator,
  method: string,
  path: string,
  body: string,
): { readonly status: number; readonly body: string } {
  const action = ACTIONS[`${method} ${path.slice(CONTROL_PREFIX.length)}`];
  if (!action)
    return {
      status: 404,
      body: JSON.stringify({ message: `There is no ${method} ${path}; there are ${Object.keys(ACTIONS).join(', ')}.` }),
    };
  try {
    const parsed: unknown = body.trim() ? JSON.parse(body) : undefined;
    return { status: 200, body: JSON.stringify(action(emulator, parsed) ?? {}) };
  } catch (error) {
    if (error instanceof ControlError || error instanceof SyntaxError)
      return { status: 400, body: JSON.stringify({ message: error.message }) };
    if (error instanceof StateFileError) return { status: 500, body: JSON.stringify({ message: error.message }) };
    throw error;
  }
}
