import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type Events, eventsOf } from './events';
import type { Json } from './json';
import { type Plan, planOf } from './plan';

/** A file that cannot be reviewed; the message names it and says what to do. */
export class Unreadable extends Error {}

/** `-` is the standard input. */
export function readPlans(paths: readonly string[]): readonly Plan[] {
  const names = stackNames(paths);
  return paths.map((path, index) => explained(path, () => planOf(parsed(textOf(path), path), names[index] ?? path)));
}

export const readEvents = (paths: readonly string[]): readonly Events[] =>
  paths.map((path) => explained(path, () => eventsOf(textOf(path), path)));

function explained<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Unreadable(`cannot review ${path === '-' ? 'the standard input' : path}: ${REASONS.get(code ?? '') ?? message}`);
  }
}

const REASONS = new Map([
  ['ENOENT', 'there is no such file'],
  ['EACCES', 'it may not be read'],
  ['EISDIR', 'it is a directory: name the file in it'],
  ['ERR_STRING_TOO_LONG', 'it is larger than 512 MB, which is more than can be read at once: split the stack'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is larger than 2 GB: split the stack'],
]);

/** Windows PowerShell writes UTF-16 with a byte order mark. */
function textOf(path: string): string {
  const bytes = readFileSync(path === '-' ? 0 : path);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new Error(
      `it is a saved plan of Terraform. Convert it to JSON in the directory of the stack: terraform show -json ${path} > plan.json`,
    );
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8');
  return text.replace(/^\uFEFF/, '');
}

function parsed(text: string, path: string): Json {
  if (text.trim() === '') throw new Error('it is empty: did "terraform show -json" fail?');
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (/^\{"@level"/.test(text))
      throw new Error(
        'it is the stream of "terraform plan -json". Give that with --events, and give here the output of "terraform show -json"',
        {
          cause: error,
        },
      );
    throw new Error(`it is not JSON. Plan with -out, and then: terraform show -json PLAN_FILE > ${path === '-' ? 'plan.json' : path}`, {
      cause: error,
    });
  }
}

const GENERIC = /^(tf-?plan|plan|terraform|show|out|index)?$/i;

/** A stack is named by its file, or by the directory where the file is called "plan.json" or so; by the whole path where two are alike. */
export function stackNames(paths: readonly string[]): readonly string[] {
  const short = paths.map((path) => {
    if (path === '-') return 'standard input';
    const own = basename(path)
      .replace(/\.json$/i, '')
      .replace(/\.?(tf-?plan|plan)$/i, '');
    if (!GENERIC.test(own)) return own;
    return basename(dirname(resolve(path))) || basename(path);
  });
  return short.map((name, index) => (short.filter((other) => other === name).length > 1 ? (paths[index] ?? name) : name));
}
