/**
 * Serves a provider to Terraform: from start to exit, one process. Puts handshake, transport and
 * lifecycle together; what the provider does is the definition's. Start-up counts, Terraform starts
 * a provider three to five times per command: nothing is loaded or encoded here before it is needed.
 */
import { Console } from 'node:console';
import { writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import type { ProviderDefinition } from '../../custom-resources/contract/provider';
import { openProvider } from '../rpc/table';
import { createIdentity } from './certificate';
import { listenSomewhere, NowhereToListen, type Endpoint } from './endpoint';
import { handshakeLine, readHandshake, reattachJson } from './handshake';
import { exitOnSignals, exitSoon, exitWithParent, leaveSignalsToTerraform, reportCrashes, surviveClosedOutput } from './lifecycle';
import { createLogger, logLevel } from './log';
import { pluginService } from './plugin-services';
import { commandReaching } from './reattached-command';
import { removeStaleSockets } from './stale-sockets';
import { commandOf, parentArguments, type TerraformCommand } from './terraform-command';
import { listen, type TransportOptions } from './transport';

export interface PluginOptions {
  /** The provider's source address, `host/namespace/type`. */
  readonly name: string;
  readonly version: string;
}

const STDOUT = 1;
const STDERR = 2;

/**
 * Resolves once Terraform has been told where to connect; the process then lives until Terraform ends
 * it or is gone. Started by hand it explains itself and exits with 1; with `-debug` it serves any
 * number of Terraform runs until it is interrupted.
 */
export async function servePlugin(definition: ProviderDefinition, { name, version }: PluginOptions): Promise<void> {
  // stdout carries the handshake and nothing else.
  globalThis.console = new Console(process.stderr, process.stderr);
  // How much the heap may grow beyond what is in use. Node would let garbage grow to several times of that, for speed that a provider
  // hardly notices: a plan of 10,000 users took 260 MB for 40 MB in use, and takes 190 with this.
  setFlagsFromString('--heap-growing-percent=100');
  reportCrashes();
  surviveClosedOutput();
  const log = createLogger(`provider.${name.split('/').at(-1)}`, logLevel(process.env), (line) => process.stderr.write(line));
  log.debug('provider starts', { version, node: process.version });

  const serve = async (
    options: Pick<TransportOptions, 'tls' | 'onIdle' | 'firstConnectionMs'>,
    owner: string,
    shutDown: () => void,
    command: () => TerraformCommand,
  ): Promise<Endpoint> => {
    const start = (place: TransportOptions['listen']): ReturnType<typeof listen> =>
      listen({
        ...options,
        listen: place,
        open: () => pluginService(openProvider(definition, log, once(command)), shutDown),
        onError: (problem) => log.warn('transport', { problem }),
      });
    const surroundings = { platform: process.platform, environment: process.env, guarded: options.tls !== undefined, owner };
    const endpoint = await listenSomewhere(start, surroundings).catch(refuse);
    process.on('exit', () => endpoint.remove());
    return endpoint;
  };

  if (process.argv.slice(2).some((argument) => argument === '-debug' || argument === '--debug')) {
    exitOnSignals();
    const stay = (): void => undefined;
    const endpoint = await serve({ onIdle: stay }, 'debug', stay, () => commandReaching(endpoint.address.address));
    writeSync(STDOUT, debugText(reattachJson(name, endpoint.address, process.pid)));
    return;
  }

  const handshake = readHandshake(process.env, name);
  if (!handshake.ok) {
    writeSync(STDERR, `${handshake.problem}\n`);
    process.exit(1);
  }
  leaveSignalsToTerraform(log);
  exitWithParent();
  const identity = handshake.clientCertificate && createIdentity();
  const tls = identity && { identity, clientCertificate: handshake.clientCertificate };
  const { address, directory } = await serve(
    { tls, onIdle: exitSoon, firstConnectionMs: FIRST_CONNECTION_MS },
    String(process.pid),
    exitSoon,
    () => commandOf(parentArguments(), process.env),
  );
  writeSync(STDOUT, handshakeLine(address, identity?.certificate));
  if (directory !== undefined) void removeStaleSockets(directory);
}

/** Looks when it is first asked, once for each connection. */
function once<T>(look: () => T): () => T {
  let seen: { readonly value: T } | undefined;
  return () => (seen ??= { value: look() }).value;
}

/** Terraform connects within milliseconds: after so long, it died before it could. */
const FIRST_CONNECTION_MS = 5 * 60_000;

/** Of what a plugin says before the handshake, Terraform shows the first line of stdout. */
function refuse(error: unknown): never {
  if (!(error instanceof NowhereToListen)) throw error;
  writeSync(STDOUT, `${error.message}\n`);
  process.exit(1);
}

const debugText = (json: string): string =>
  `Provider started. Make Terraform use it by setting this in its environment:\n\n\tTF_REATTACH_PROVIDERS='${json}'\n\n`;
