import type { Fault } from '../support/emulator/test-emulator';
import { providersOf } from '../support/processes/tree';
import type { Emulator } from '../../emulator/emulator';
import { eventually } from '../support/eventually';
import { isRunning } from '../support/processes/running';
import { type Cut, kills } from './cuts';
import type { Scenario } from './scenario';
import type { Stage } from './stage';

/**
 * Runs the command of a scenario and cuts it as `cut` says. Where something is killed, the writes are under way as it
 * is; the service executes them all the same or never, and by the end nobody works on any more.
 */
export async function cutShort(stage: Stage, scenario: Scenario, cut: Cut): Promise<void> {
  const { emulator, centre } = stage;
  for (const fault of faultsOf(cut)) emulator.faults.add(fault);
  emulator.calls.clear();
  const running = centre.project.start('apply', '-json', '-auto-approve', '-input=false', ...(scenario.destroy ? ['-destroy'] : []));
  let ended = false;
  const done = running.done.finally(() => (ended = true));
  const came = (): boolean =>
    kills(cut) ? emulator.faults.waiting === cut.writes.length : emulator.calls.list().some(({ dropped }) => dropped !== undefined);
  try {
    await eventually('the writes are under way', () => Promise.resolve(ended || came()));
    if (!came()) throw new Error('the writes never came');
    if (kills(cut)) await kill(cut, running.process.pid ?? 0, done, emulator);
    if (cut.kind === 'network lost') emulator.faults.add({ operation: '*', count: FOR_GOOD, dropConnection: 'before' });
  } catch (error) {
    // Held writes would keep terraform waiting.
    emulator.faults.clear();
    throw error;
  } finally {
    await done;
    emulator.faults.clear();
  }
}

const FOR_GOOD = 1_000_000;

function faultsOf({ writes, moment, kind }: Cut): readonly Fault[] {
  return writes.flatMap(({ operation, nth }): readonly Fault[] => {
    const earlier = Math.max(0, ...writes.filter((other) => other.operation === operation && other.nth < nth).map((other) => other.nth));
    const count = nth - earlier - 1;
    const others: readonly Fault[] = count > 0 ? [{ operation, count, delayMs: 0 }] : [];
    switch (kind) {
      case 'provider killed':
      case 'terraform killed':
        return [...others, { operation, hold: true, ...(moment === 'before' && { code: 'InternalServiceException' }) }];
      case 'connection reset':
        return [...others, { operation, dropConnection: moment }];
      case 'network lost':
        return [...others, { operation, dropConnection: moment }, { operation, count: FOR_GOOD, dropConnection: 'before' }];
    }
  });
}

/** Kills, and lets the writes go on once there is nobody left to hear of them. */
async function kill({ kind, writes }: Cut, terraform: number, done: Promise<unknown>, emulator: Emulator): Promise<void> {
  const providers = providersOf(terraform);
  for (const pid of kind === 'terraform killed' ? [terraform] : providers) process.kill(pid, 'SIGKILL');
  await done;
  await eventually('the provider is gone', () => Promise.resolve(!providers.some(isRunning)));
  emulator.faults.clear();
  const answered = (operation: string): number => emulator.calls.list().filter((call) => call.operation === operation).length;
  await eventually('the writes are answered', () => Promise.resolve(writes.every(({ operation, nth }) => answered(operation) >= nth)));
}
