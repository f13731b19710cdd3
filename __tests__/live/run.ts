/** The acceptance suite for a real instance: `npm run test:live -- --help`. */
import { createInterface } from 'node:readline';
import { systemClock } from '../../connect/clock';
import { installedProvider } from '../support/terraform/our-provider';
import { announcement } from './announce';
import { Own } from './instance/own';
import { PoliteClients } from './instance/polite-client';
import { type Options, readOptions, USAGE, WrongOptions } from './options';
import { markdownOf } from './report/markdown';
import { reportOf, versionsHere, writeReport } from './report/write';
import { runSuite } from './suite';
import { findLeft, type Left, type Place } from './sweep/find';
import { sweep } from './sweep/sweep';

const SETTLE_MS = 30_000;

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  // Of the SDK, about Node: who runs this knows their Node.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === 'help') return tell(USAGE);
  const signal = untilInterrupted();
  if (options.sweep) return sweepAll(options, signal);
  tell(announcement(options));
  if (!(await isAgreed(options))) return tell('Nothing was done.');
  const client = options.endpoint === undefined ? {} : { endpoint: options.endpoint };
  const input = {
    options,
    clock: systemClock,
    client,
    provider: () => Promise.resolve(installedProvider()),
    configuration: {},
    tell,
    signal,
  };
  const outcome = await runSuite(input);
  const report = reportOf(outcome, options, versionsHere(), Date.now());
  tell(markdownOf(report));
  if (options.report !== undefined && outcome.isComplete)
    for (const path of writeReport(report, options.report, [options.instance])) tell(`written: ${path}`);
  const lived = report.lives.every(({ steps }) => steps.every(({ result }) => result === 'as expected'));
  if (!outcome.isComplete || !lived || report.left.length > 0) process.exitCode = 1;
}

/** Of one Ctrl-C, npm may pass on what the terminal sends as well. */
const SAME_MS = 1_000;

/** The first Ctrl-C ends the run in order, the second one at once. */
function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => {
      if (controller.signal.aborted) {
        if (Date.now() - first < SAME_MS) return;
        process.stderr.write('Stopped at once: run it again with --sweep.\n');
        process.exit(130);
      }
      process.stderr.write('Stopping, and removing what was made. Once more stops at once, and leaves it.\n');
      first = Date.now();
      controller.abort(new Error('stopped'));
    });
  return controller.signal;
}

async function isAgreed({ yes }: Options): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY) throw new Error('There is nobody to ask, so nothing was done. --yes says that all this may be done.');
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await new Promise<string>((resolve) => {
    // By Ctrl-C, too.
    asking.once('close', () => resolve(''));
    asking.question('Go on? Only "yes" does. ', resolve);
  });
  asking.close();
  return answer.trim() === 'yes';
}

async function sweepAll(options: Options, signal: AbortSignal): Promise<void> {
  const own = new Own(options.prefix);
  const { instance: instanceId, region, prefix, rate, patienceMs, endpoint } = options;
  const clients = new PoliteClients({ config: endpoint === undefined ? {} : { endpoint }, clock: systemClock, rate, own }, signal);
  const place: Place = { clients, own, instanceId, region, prefix };
  const { things } = await findLeft(place);
  for (const thing of things) tell(`found: ${inWords(thing)}`);
  if (things.some(({ isOurs }) => isOurs) && !(await isAgreed(options))) return tell('Nothing was done.');
  const { removed, left } = await sweep({ place, clock: systemClock, settleMs: SETTLE_MS, patienceMs, signal, tell });
  clients.close();
  tell(`${removed} removed, ${left.length} left.`);
  for (const { kind, name = '', why } of left) tell(`left: ${kind} ${name}: ${why}`);
  if (left.length > 0) process.exitCode = 1;
}

const inWords = ({ kind, name, isOurs }: Left): string => `${kind} ${name}${isOurs ? '' : ' (without the tag of this suite: not removed)'}`;

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${error instanceof WrongOptions ? `\n${USAGE}` : ''}`);
  process.exitCode = 1;
});
