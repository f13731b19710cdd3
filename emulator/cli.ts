/** The emulator as a program of its own: options in, one line out, until it is told to stop. */
import { parseArgs } from 'node:util';
import { isSeedName } from './seed/seeds';
import { startEmulator, type ServerOptions } from './server';
import { OPTIONS } from './usage';

/** Runs until SIGTERM or SIGINT. Options that make no sense end the process with exit code 2, and are followed by `usage`. */
export async function runEmulator(argv: string[], usage = ''): Promise<void> {
  const options = readOptions(argv);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n${usage && `\n${usage}`}`);
    process.exitCode = 2;
    return;
  }
  const running = await startEmulator(options).catch((error: unknown) => reasonOf(error, options.port));
  if (typeof running === 'string') {
    process.stderr.write(`The emulator cannot start: ${running}\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`listening on ${running.url}\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  await running.close();
}

/** Why it does not start, and what to do where that is known. */
function reasonOf(error: unknown, port: number | undefined): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE')
    return `another program, maybe another emulator, listens on port ${port} of 127.0.0.1 already (EADDRINUSE). Stop that one, or give another --port; without --port it takes a free one.`;
  return error.message;
}

/** The options, or what is wrong with them. */
function readOptions(argv: string[]): ServerOptions | string {
  try {
    const { values } = parseArgs({ args: argv, options: OPTIONS, strict: true, allowPositionals: false });
    if (values.seed !== undefined && !isSeedName(values.seed)) throw new Error('--seed must be demo or empty.');
    if (values.state === '') throw new Error('--state must name a file.');
    const seed = isSeedName(values.seed) ? { seed: values.seed } : {};
    const settings = {
      burst: number('burst', values.burst, 1),
      consistencyDelay: number('consistency-delay', values['consistency-delay'], 0),
      mirrorDelay: number('mirror-delay', values['mirror-delay'], 0),
      timeScale: number('time-scale', values['time-scale'], Number.MIN_VALUE),
      rate: values.rate === 'off' ? ('off' as const) : number('rate', values.rate, Number.MIN_VALUE),
    };
    const port = number('port', values.port, 0);
    if (port !== undefined && (port > 65_535 || !Number.isInteger(port))) throw new Error('--port must be a port number.');
    return { ...seed, port, stateFile: values.state, settings };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function number(option: string, text: string | undefined, min: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < min) {
    throw new Error(`--${option} must be a number ${min === Number.MIN_VALUE ? 'above 0' : `of at least ${min}`}, not ${text}.`);
  }
  return value;
}
