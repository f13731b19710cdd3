export { makeDirectory } from '../constructs/plugin/make-directory';

/** What a failure of the file system means for who named the file. */
export const reasonOf = (code: string | undefined, message: string): string => REASONS.get(code ?? '') ?? message;

const REASONS = new Map([
  ['ENOENT', 'there is no such file or directory'],
  ['ELOOP', 'its symbolic links lead in a circle'],
  ['ENOTDIR', 'a part of its path is a file, not a directory'],
  ['EISDIR', 'it is a directory: name the file in it'],
  ['EACCES', 'this user may not'],
  ['EPERM', 'this user may not'],
  ['EROFS', 'it is on a file system that is read-only'],
  ['ENOSPC', 'the disk is full'],
]);
