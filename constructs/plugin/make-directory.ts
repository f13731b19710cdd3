import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** With those above it, one level at a time: below /proc, where none can be made, "recursive" would try for ever. */
export function makeDirectory(path: string): void {
  if (existsSync(path)) return;
  makeDirectory(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
