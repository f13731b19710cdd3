/** The emulator as a program of its own: options in, one line out, until it is told to stop. */
import { parseArgs } from 'node:util';
import { isSeedName } from './seed/seeds';
import { startEmulator, type ServerOptions } from './server';

const USAGE = `usage: emulator [options]
  --port N                 port on 127.0.0.1 (default: any free one)
  --seed demo|empty        what a fresh emulator holds (default: demo)
  --state FILE             keep the state there; what it holds takes the place of the seed
  --rate N|off             requests per second of each operation, account and Region (default: 2)
  --burst N                requests at once (default: 5)
  --consistency-delay MS   until a new thing is found (default: 0)
  --mirror-delay MS        until the other Region sees a change (default: 0)
  --time-scale N           how many times faster the emulator's time runs (default: 1)
  --help                   this text
`;

const OPTIONS = {
  port: { type: 'string' },
  seed: { type: 'string' },
  state: { type: 'string' },
  rate: { type: 'string' },
  burst: { type: 'string' },
  'consistency-delay': { type: 'string' },
  'mirror-delay': { type: 'string' },
  'time-scale': { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** Runs until SIGTERM or SIGINT. Options that make no sense end the process with exit code 2. */
export async function runEmulator(argv: string[]): Promise<void> {
  const options = readOptions(argv);
  if (options === 'help') return void process.stdout.write(USAGE);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const running = await startEmulator(options).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
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

/** The options, `help`, or what is wrong with them. */
function readOptions(argv: string[]): ServerOptions | string {
  try {
    const { values } = parseArgs({ args: argv, options: OPTIONS, strict: true, allowPositionals: false });
    if (values.help) return 'help';
    if (values.seed !== undefined && !isSeedName(values.seed)) throw new Error('--seed must be demo or empty.');
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
