/**
 * The verb `adopt`, bundled on its own: it brings the AWS SDK along. Reads an instance, writes code that declares its agents as they are,
 * and shows that nobody is missing.
 */
import { join } from 'node:path';
import { regionAdvice } from '../cli/region-advice';
import { systemClock } from '../connect/clock';
import type { Gateway } from '../connect/gateway';
import type { Logger } from '../connect/logger';
import { openConnect } from '../connect/open';
import { onInterruption } from './interruption';
import type { Adopted } from './model';
import { type Options, readOptions } from './options';
import { summary } from './proof';
import { readInstance } from './read/read-instance';
import { Progress, progressOf } from './read/progress';
import { findInstance } from './read/instance';
import { ReadingFailed, value } from './read/value';
import { count, ProgressLine, safe, type Terminal } from './terminal';
import { checkPlace, named, writeDirectory } from './write/directory';
import { csvFiles } from './write/csv';
import { hclFiles } from './write/hcl';
import { typescriptFiles } from './write/typescript';

/** A day: an instance with 50,000 agents takes seven hours at the quota that Amazon Connect grants. */
const LONGEST_MS = 24 * 60 * 60_000;

/** Gives the exit status: 0 when all is written, 1 when it could not be read or written. Fails on a command line that makes no sense. */
export async function runAdopt(argv: readonly string[], bare: Terminal): Promise<number> {
  const options = readOptions(argv);
  const secrets = new Set<string>();
  const terminal = safe(bare, secrets);
  try {
    terminal.print(await adopt(options, terminal, (secret) => void secrets.add(secret)));
    return 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    terminal.complain(`cdktf-amazon-connect adopt: ${message}\n`);
    return 1;
  }
}

async function adopt(options: Options, terminal: Terminal, keepSecret: KeepSecret): Promise<string> {
  checkPlace(options.out);
  // Ends the calls that are still under way when one of them failed for good.
  const calls = new AbortController();
  try {
    const connect = await open(options, calls.signal, keepSecret);
    const instance = await findInstance(connect, options.instance);
    const progress = new Progress(progressOf(options.out), instance.id);
    const reading = await keeping(progress, terminal, async () =>
      readInstance(
        connect,
        await open(options, calls.signal, keepSecret),
        instance,
        options,
        progress,
        new ProgressLine(terminal, systemClock),
      ),
    );
    const files = filesOf(reading.adopted, options);
    writeAll(options.out, files, progress);
    return summary(
      options.format,
      reading,
      [...files.keys()].map((file) => join(options.out, file)),
      named(options.out),
    );
  } finally {
    calls.abort();
  }
}

/** Says what is kept where the reading fails or is stopped. */
async function keeping<T>(progress: Progress, terminal: Terminal, read: () => Promise<T>): Promise<T> {
  const kept = (): string =>
    progress.size === 0
      ? 'Nothing was written.'
      : `No code was written. Run the same command again: ${count(progress.size)} agents that were read are kept in ${progress.path}.`;
  const done = onInterruption(() => terminal.complain(`cdktf-amazon-connect adopt: stopped. ${kept()}\n`));
  try {
    return await read();
  } catch (error) {
    if (error instanceof ReadingFailed) throw new ReadingFailed(error.failure, error.what, kept());
    throw error;
  } finally {
    done();
  }
}

/** Says what is kept where the code cannot be written: a disk may be full, or somebody else was quicker. */
function writeAll(directory: string, files: ReadonlyMap<string, string>, progress: Progress): void {
  try {
    writeDirectory(directory, files);
  } catch (error) {
    const { message } = error as Error;
    if (progress.size === 0) throw error;
    throw new Error(
      `${message.replace(/\.$/, '')}. No code was written. ${count(progress.size)} agents that were read are kept in ${progress.path} for the same --out; remove it if nobody needs it: it holds their names.`,
      { cause: error },
    );
  }
  progress.remove();
}

function filesOf(adopted: Adopted, { format, grouping }: Options): ReadonlyMap<string, string> {
  switch (format) {
    case 'ts':
      return typescriptFiles(adopted, grouping);
    case 'hcl':
      return hclFiles(adopted, grouping);
    case 'csv':
      return csvFiles(adopted);
  }
}

type KeepSecret = (secret: string) => void;

async function open(options: Options, signal: AbortSignal, keepSecret: KeepSecret): Promise<Gateway> {
  const { region, profile, endpoint, requestsPerSecond, burst } = options;
  const opened = await openConnect(
    {
      ...(region !== undefined && { region }),
      ...(profile !== undefined && { profile }),
      ...(endpoint !== undefined && { endpoint }),
      rate: { ...(requestsPerSecond !== undefined && { requestsPerSecond }), ...(burst !== undefined && { burst }) },
      userAgent: 'cdktf-amazon-connect-adopt',
    },
    { clock: systemClock, log: SILENT, keepSecret },
  );
  if (!opened.ok && opened.failure.operation === 'ResolveRegion')
    throw new Error(`${opened.failure.message} ${regionAdvice(opened.failure)} Nothing was read.`);
  return value(opened).gateway({ signal, timeoutMs: LONGEST_MS });
}

const silent = (): void => undefined;
const SILENT: Logger = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };
