import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { makeDirectory, reasonOf } from '../../cli/files';

/** What a directory is called in which files are written before they get to their place. */
const UNFINISHED = '.adopt-';

/** A directory by a name that can stand in a sentence and has room for more: not by dots alone. */
export const named = (directory: string): string =>
  /^\.{0,2}$/.test(basename(directory)) ? resolve(directory) : directory.replace(/[/\\]+$/, '');

/**
 * Writes a directory whole or not at all: elsewhere first, then by renaming. It must not hold anything yet. One that is there stays: a shell
 * may be in it, a disk mounted there, or a link lead to it.
 * @param files by their path below the directory
 */
export function writeDirectory(directory: string, files: ReadonlyMap<string, string>): void {
  const place = resolve(directory);
  checkPlace(directory);
  try {
    if (existsSync(place)) fill(place, files);
    else create(place, files);
  } catch (error) {
    throw new Error(`Cannot write to ${directory}: ${(error as Error).message}`, { cause: error });
  }
}

function create(place: string, files: ReadonlyMap<string, string>): void {
  makeDirectory(dirname(place));
  const beside = mkdtempSync(join(dirname(place), `.${basename(place)}-`));
  try {
    write(files, beside);
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}

function fill(place: string, files: ReadonlyMap<string, string>): void {
  const within = mkdtempSync(join(place, UNFINISHED));
  const moved: string[] = [];
  try {
    write(files, within);
    for (const name of readdirSync(within)) {
      renameSync(join(within, name), join(place, name));
      moved.push(name);
    }
  } catch (error) {
    for (const name of moved) rmSync(join(place, name), { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(within, { recursive: true, force: true });
  }
}

function write(files: ReadonlyMap<string, string>, directory: string): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

/** That nothing is in the way, before anything is read. What is there may be edited by now: it is never overwritten. */
export function checkPlace(directory: string): void {
  const refuse = (what: string): never => {
    throw new Error(`Cannot write to ${directory}: ${what}. Name another directory with --out.`);
  };
  try {
    look(directory, refuse);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    refuse(reasonOf(code, message));
  }
}

function look(directory: string, refuse: (what: string) => never): void {
  const place = resolve(directory);
  const there = nearest(place);
  if (!statSync(there).isDirectory()) refuse(`${there} is not a directory`);
  const [next = ''] = relative(there, place).split(sep);
  if (next !== '' && lstatSync(join(there, next), { throwIfNoEntry: false }))
    refuse(`${join(there, next)} is a link to a place that does not exist`);
  if (there === place && readdirSync(place).some((name) => !name.startsWith(UNFINISHED))) refuse('it exists already and is not empty');
  for (const needed of there === place ? [place, dirname(place)] : [there])
    try {
      accessSync(needed, constants.W_OK);
    } catch {
      refuse(`${needed} cannot be written to`);
    }
}

/** The path, or what there is above it. */
const nearest = (path: string): string => (existsSync(path) || dirname(path) === path ? path : nearest(dirname(path)));
