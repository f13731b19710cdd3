/** When the process ends, and what stands in its way. Knows signals and the parent; no protocol. */
import { writeSync } from 'node:fs';
import type { Logger } from '../../connect/logger';

const STDERR = 2;
const CRASHED = 2;

/**
 * Terraform shows what follows "panic:" to the user as the plugin's crash. Written synchronously: the
 * process is about to end.
 */
export function reportCrashes(): void {
  const crash = (error: unknown): void => {
    try {
      writeSync(STDERR, `panic: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    } finally {
      process.exit(CRASHED);
    }
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
}

/** Output to a Terraform that is gone must not look like a crash. */
export function surviveClosedOutput(): void {
  process.stderr.on('error', () => undefined);
}

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ctrl-C, a service manager and a closing terminal reach the whole process group. The provider goes on
 * as long as Terraform does: that asks it to stop, waits for the answers and ends it, or dies itself.
 */
export function leaveSignalsToTerraform(log: Logger): void {
  for (const signal of ENDING) {
    process.on(signal, () => log.debug('signal left to Terraform', { signal }));
  }
}

/** Started by hand, for debugging: Ctrl-C ends it. */
export function exitOnSignals(): void {
  for (const signal of ENDING) process.on(signal, () => process.exit(0));
}

/** Ends the process when its parent does, even one that never connected. */
export function exitWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(0);
  }, 1000).unref();
}

/** Ends the process once what was answered so far is on its way. */
export function exitSoon(): void {
  setImmediate(() => setImmediate(() => process.exit(0)));
}
