import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Writes a directory whole or not at all: beside its place first, then by renaming. It must not hold anything yet.
 * @param files by their path below the directory
 */
export function writeDirectory(directory: string, files: ReadonlyMap<string, string>): void {
  const place = resolve(directory);
  checkPlace(directory);
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
    throw new Error(`Cannot write to ${directory}: ${(error as Error).message}`, { cause: error });
  }
}

/** That nothing is in the way, before anything is read. What is there may be edited by now: it is never overwritten. */
export function checkPlace(directory: string): void {
  const place = resolve(directory);
  const there = nearest(place);
  const refuse = (what: string): never => {
    throw new Error(`Cannot write to ${directory}: ${what}. Name another directory with --out.`);
  };
  if (!statSync(there).isDirectory()) refuse(`${there} is no directory`);
  if (there === place && readdirSync(place).length > 0) refuse('it is there already and not empty');
  try {
    accessSync(there === place ? dirname(place) : there, constants.W_OK);
  } catch {
    refuse(`${there === place ? dirname(place) : there} cannot be written to`);
  }
}

/** The path, or what there is above it. */
const nearest = (path: string): string => (existsSync(path) || dirname(path) === path ? path : nearest(dirname(path)));
