import { dirname } from 'node:path';
import { own } from '../own';

/** A state file that cannot be used; the message names it, says why, and what to do. */
export class StateFileError extends Error {}

/** What a failure of the system means for a state file. */
export function unusable(path: string, error: unknown): StateFileError {
  if (error instanceof StateFileError && error.message.includes(path)) return error;
  const reason = own(REASONS, String(codeOf(error)));
  return new StateFileError(
    `The state file ${path} cannot be used: ${reason ? reason(dirname(path)) : error instanceof Error ? error.message : String(error)}.`,
  );
}

/** The code of a failed call to the system, as `ENOENT`. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

const REASONS: Readonly<Record<string, (directory: string) => string>> = {
  ENOENT: (directory) => `there is no directory ${directory}; make it first`,
  ENOTDIR: (directory) => `${directory} is not a directory`,
  EISDIR: () => 'it is a directory',
  EACCES: (directory) => `this user may not read and write it, or not make files in ${directory}, where its lock has to be`,
  EPERM: (directory) => `this user may not read and write it, or not make files in ${directory}, where its lock has to be`,
  EBUSY: (directory) => `it cannot be replaced, as where it is mounted by itself; mount ${directory} in place of it`,
  EROFS: (directory) => `${directory} is on a file system that is read-only`,
  ENOSPC: () => 'the disk is full; what was answered before is safe, and calls work again as soon as there is space',
  EDQUOT: () => "the user's share of the disk is full; what was answered before is safe, and calls work again as soon as there is space",
  EFBIG: () => 'it may not grow any more; what was answered before is safe',
};
