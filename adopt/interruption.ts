import { constants } from 'node:os';

/** Tells something and ends the process where somebody stops it (Ctrl-C). Gives what takes that back. */
export function onInterruption(tell: () => void): () => void {
  const stop = (signal: 'SIGINT' | 'SIGTERM'): void => {
    tell();
    process.exit(128 + constants.signals[signal]);
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, stop);
  return () => signals.forEach((signal) => process.off(signal, stop));
}
