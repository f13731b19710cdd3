import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Writes a directory whole or not at all: beside its place first, then by renaming. It must not hold anything yet.
 * @param files by their path below the directory
 */
export function writeDirectory(directory: string, files: ReadonlyMap<string, string>): void {
  const place = resolve(directory);
  refuseFilled(place);
  mkdirSync(dirname(place), { recursive: true });
  const beside = mkdtempSync(join(dirname(place), `.${basename(place)}-`));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(beside, path)), { recursive: true });
      writeFileSync(join(beside, path), text);
    }
    if (existsSync(place)) rmSync(place, { recursive: true });
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}

/** What is there may be edited by now: it is never overwritten. */
export function refuseFilled(directory: string): void {
  if (existsSync(directory) && readdirSync(directory).length > 0)
    throw new Error(`${directory} is there already and not empty. Name another directory with --out, or move that one away.`);
}
