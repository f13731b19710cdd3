/**
 * Serves a provider to Terraform: from start to exit, one process. Puts handshake, transport and
 * lifecycle together; what the provider does is the definition's. Start-up counts, Terraform starts
 * a provider three to five times per command: nothing is loaded or encoded here before it is needed.
 */
import { Console } from 'node:console';
import { writeSync } from 'node:fs';
import type { ProviderDefinition } from '../../custom-resources/contract/provider';
import { openProvider } from '../rpc/table';
import { createIdentity } from './certificate';
import { createEndpoint } from './endpoint';
import { handshakeLine, readHandshake, reattachJson, type Address } from './handshake';
import { keepHeapSmall } from './heap';
import {
  exitOnSignals,
  exitSoon,
  exitWithParent,
  leaveSignalsToTerraform,
  reportCrashes,
  surviveClosedOutput,
} from './lifecycle';
import { createLogger, logLevel } from './log';
import { pluginService } from './plugin-services';
import { commandOf, parentArguments, type TerraformCommand } from './terraform-command';
import { listen, type TransportOptions } from './transport';

export interface PluginOptions {
  /** The provider's source address, `host/namespace/type`. */
  readonly name: string;
  readonly version: string;
}

const STDOUT = 1;

/**
 * Resolves once Terraform has been told where to connect; the process then lives until Terraform ends
 * it or is gone. Started by hand it explains itself and exits with 1; with `-debug` it serves any
 * number of Terraform runs until it is interrupted.
 */
export async function servePlugin(definition: ProviderDefinition, { name, version }: PluginOptions): Promise<void> {
  // stdout carries the handshake and nothing else.
  globalThis.console = new Console(process.stderr, process.stderr);
  keepHeapSmall();
  reportCrashes();
  surviveClosedOutput();
  const log = createLogger(`provider.${name.split('/').at(-1)}`, logLevel(process.env), (line) => process.stderr.write(line));
  log.debug('provider starts', { version, node: process.version });

  let known: TerraformCommand | undefined;
  const command = (): TerraformCommand => (known ??= commandOf(parentArguments(), process.env));
  const serve = async (options: Pick<TransportOptions, 'tls' | 'onIdle'>, shutDown: () => void): Promise<Address> => {
    const endpoint = createEndpoint();
    process.on('exit', () => endpoint.remove());
    const server = await listen({
      ...options,
      listen: endpoint.listen,
      open: () => pluginService(openProvider(definition, log, command), shutDown),
      onError: (problem) => log.warn('transport', { problem }),
    });
    return endpoint.address(server);
  };

  if (process.argv.slice(2).some((argument) => argument === '-debug' || argument === '--debug')) {
    exitOnSignals();
    const stay = (): void => undefined;
    const address = await serve({ onIdle: stay }, stay);
    writeSync(STDOUT, debugText(reattachJson(name, address, process.pid)));
    return;
  }

  const handshake = readHandshake(process.env, name);
  if (!handshake.ok) {
    writeSync(2, `${handshake.problem}\n`);
    process.exit(1);
  }
  leaveSignalsToTerraform(log);
  exitWithParent();
  const identity = handshake.clientCertificate && createIdentity();
  const tls = identity && { identity, clientCertificate: handshake.clientCertificate };
  const address = await serve({ tls, onIdle: exitSoon }, exitSoon);
  writeSync(STDOUT, handshakeLine(address, identity?.certificate));
}

const debugText = (json: string): string =>
  `Provider started. Make Terraform use it by setting this in its environment:\n\n\tTF_REATTACH_PROVIDERS='${json}'\n\n`;
