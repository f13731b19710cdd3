import {
  closeSync,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { open as openAsync } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { lock, type Lock } from './lock';
import { RecordReader } from './record-reader';
import { StateFileError, unusable } from './state-file-error';
import type { WorldChanges, WorldRecord } from './world';

/*
 * The state on disk: a file of lines, each a record or changes to it. A change is in the file, as far as this
 * process can tell, when `append` returns, so it outlives any end of the process; the system's own end (a power
 * cut) may take the last seconds. Now and then the lines are replaced by fewer that come to the same, in the background.
 */

type Line = WorldRecord | WorldChanges;

/** Lines that come to the present state; taken one by one while the state goes on changing. */
export type Parts = () => Iterable<Line>;

/** Lines are replaced when the file has doubled, and has grown by at least so many bytes. */
const LEAST_GROWTH = 4 * 1024 * 1024;
const PRIVATE = 0o600;

export class StateFile {
  /** What the file held when it was opened. */
  readonly record: WorldRecord | undefined;
  private readonly path: string;
  private readonly held: Lock;
  private descriptor: number;
  /** Where the next line goes: behind the last that is wholly there. */
  private size = 0;
  private compactSize = 0;
  private unwritten: Buffer[] = [];
  /** The lines since a compaction began; they have to follow its own. */
  private meanwhile: Buffer[] | undefined;
  /** Whether the file is not yet in its place: a new one comes there with its first line. */
  private isDraft = false;
  private closed = false;

  /** Opens the file for this process alone, and makes sure that it can be written. Throws a StateFileError if not. */
  constructor(
    path: string,
    private readonly leastGrowth = LEAST_GROWTH,
  ) {
    try {
      const found = statSync(path, { throwIfNoEntry: false });
      if (found && !found.isFile()) throw new StateFileError(found.isDirectory() ? 'it is a directory' : 'it is no regular file');
      this.path = found ? realpathSync(path) : whereLinksLead(path);
      const held = lock(`${this.path}.lock`);
      if (typeof held === 'number')
        throw new StateFileError(
          `The state file ${path} is in use by process ${held}. One file serves one emulator: stop that process, or name another file.`,
        );
      this.held = held;
    } catch (error) {
      throw unusable(path, error);
    }
    try {
      rmSync(this.draft, { force: true });
      this.isDraft = !statSync(this.path, { throwIfNoEntry: false })?.size;
      this.descriptor = this.isDraft ? openSync(this.draft, 'wx+', PRIVATE) : openSync(this.path, 'r+');
      this.record = this.read();
    } catch (error) {
      this.held.release();
      throw unusable(path, error);
    }
  }

  /** Writes a line, and those that could not be written before. Throws a StateFileError; the line is then tried again with the next. */
  append(line: Line | undefined): void {
    if (line) this.unwritten.push(encode(line));
    if (this.unwritten.length === 0) return;
    const lines = Buffer.concat(this.unwritten);
    try {
      this.write(lines);
      if (this.isDraft) renameSync(this.draft, this.path);
      this.isDraft = false;
    } catch (error) {
      throw unusable(this.path, error);
    }
    this.unwritten = [];
    this.meanwhile?.push(lines);
  }

  /** Replaces the lines in the background, if they have become many. Nothing is lost if that fails; it is tried again later. */
  compactIfLarge(parts: Parts): void {
    if (this.meanwhile || this.size - this.compactSize < Math.max(this.leastGrowth, this.compactSize)) return;
    this.meanwhile = [];
    this.compact(parts)
      .catch(() => {
        this.compactSize = this.size;
        if (!this.closed) this.removeDraft();
      })
      .finally(() => {
        this.meanwhile = undefined;
      });
  }

  /** Gives the file free for other processes. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    closeSync(this.descriptor);
    if (this.meanwhile || this.isDraft) this.removeDraft();
    this.held.release();
  }

  private get draft(): string {
    return `${this.path}.new`;
  }

  /** If it stays, the next start removes it. */
  private removeDraft(): void {
    try {
      rmSync(this.draft, { force: true });
    } catch {
      return;
    }
  }

  private write(lines: Buffer): void {
    for (let written = 0; written < lines.length;)
      written += writeSync(this.descriptor, lines, written, lines.length - written, this.size + written);
    this.size += lines.length;
  }

  private async compact(parts: Parts): Promise<void> {
    const draft = await openAsync(this.draft, 'w+', PRIVATE);
    try {
      let size = 0;
      for (const part of parts()) {
        if (this.closed) return;
        const line = encode(part);
        await draft.appendFile(line);
        size += line.length;
        await nextTurn();
      }
      await draft.sync();
      if (!this.closed) this.replace(size);
    } finally {
      await draft.close();
    }
  }

  /** Puts the draft in place, in one turn, so that no line comes between the last one copied and the new file. */
  private replace(size: number): void {
    const previous = { descriptor: this.descriptor, size: this.size };
    this.descriptor = openSync(this.draft, 'r+');
    this.size = size;
    try {
      this.write(Buffer.concat(this.meanwhile ?? []));
      renameSync(this.draft, this.path);
    } catch (error) {
      closeSync(this.descriptor);
      this.descriptor = previous.descriptor;
      this.size = previous.size;
      throw error;
    }
    closeSync(previous.descriptor);
    this.compactSize = this.size;
  }

  /** It holds names and addresses of agents. A file of somebody else's keeps its mode. */
  private makePrivate(): void {
    const { uid, mode } = fstatSync(this.descriptor);
    if (uid === process.getuid?.() && (mode & 0o777) !== PRIVATE) fchmodSync(this.descriptor, PRIVATE);
  }

  private read(): WorldRecord | undefined {
    this.makePrivate();
    const content = readFileSync(this.descriptor);
    const reader = new RecordReader();
    for (let start = 0, number = 1; start < content.length; number++) {
      const end = content.indexOf('\n', start);
      const isLast = end < 0;
      const text = content.toString('utf8', start, isLast ? content.length : end);
      const isKnown = reader.add(text);
      // The last line may have been cut off with the process that wrote it, before anybody was told of the change.
      if (!isKnown && isLast && number > 1) break;
      if (!isKnown)
        throw new StateFileError(
          `${number === 1 ? 'it is not a state file of the emulator' : `its line ${number} is damaged`}. Name another file, or move this one away to start over`,
        );
      if (isLast) writeSync(this.descriptor, '\n', content.length);
      start = isLast ? content.length : end + 1;
      this.size = isLast ? start + 1 : start;
    }
    ftruncateSync(this.descriptor, this.size);
    return reader.record;
  }
}

const encode = (line: Line): Buffer => Buffer.from(`${JSON.stringify(line)}\n`);

/** Where a file is to be made that is not there yet: a link may be there before it. */
function whereLinksLead(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? whereLinksLead(resolve(dirname(path), readlinkSync(path))) : path;
}
