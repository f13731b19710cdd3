/**
 * The executable that Terraform starts: puts the custom resources, the plugin protocol and the way to
 * Amazon Connect together. The only file of this folder that knows all three. The AWS SDK lies in a file
 * of its own, loaded when the provider is configured: schema and validation do without it.
 */
import { version } from '../package.json';
import { dataSources, listResources, providerSchema, resources } from '../custom-resources';
import type { Configured, Host, ProviderDefinition } from '../custom-resources/contract/provider';
import type { Context } from '../custom-resources/contract/resource';
import type { Settings } from '../custom-resources/contract/settings';
import { isWhollyKnown, type PlannedState, type Values } from '../custom-resources/contract/value';
import { cannotConnect } from '../custom-resources/failures/diagnostics';
import { connectionOf, settingsOf } from '../custom-resources/provider-configuration/configure';
import { neverCalled, validate } from '../custom-resources/provider-configuration/validate';
import type { ProviderConfiguration } from '../custom-resources/provider-configuration/schema';
import { systemClock } from '../connect/clock';
import { unreachable } from '../connect/unreachable';
import { servePlugin } from './plugin/serve-plugin';

const SOURCE = 'terraform.local/cdktf-amazon-connect/connect';

const called = [...resources, ...dataSources].flatMap(({ operations }) => Object.values(operations).flatMap((phase) => Object.keys(phase)));

const definition: ProviderDefinition = {
  schema: providerSchema,
  resources,
  dataSources,
  listResources,
  validate: (config) => [
    ...validate(config as PlannedState<ProviderConfiguration>),
    ...neverCalled(config as PlannedState<ProviderConfiguration>, called),
  ],
  configure,
};

async function configure(config: PlannedState<Values>, host: Host): Promise<Configured> {
  if (!isWhollyKnown(config)) return { session: session(NOT_YET, () => notYet, host) };
  const known = config as ProviderConfiguration;
  const { openConnect } = await import('../connect/open.js');
  const userAgent = `cdktf-amazon-connect/${version} terraform/${host.terraformVersion}`;
  const opened = await openConnect(
    { ...connectionOf(known), userAgent },
    { clock: systemClock, log: host.log, signal: host.signal, keepSecret: host.keepSecret },
  );
  if (!opened.ok) return { diagnostics: [cannotConnect(opened.failure, known)] };
  const { region, gateway } = opened.value;
  return { session: session({ ...settingsOf(known), region }, gateway, host) };
}

type Open = (scope: { readonly signal: AbortSignal; readonly timeoutMs: number }) => ReturnType<Context['connect']>;

function session(settings: Settings, open: Open, { log }: Host): NonNullable<Configured['session']> {
  return {
    context: (signal, ledger): Context => ({
      connect: (scope) => open({ signal, ...scope }),
      signal,
      settings,
      ledger,
      clock: systemClock,
      log,
    }),
  };
}

/** While parts of the provider's configuration are unknown, nothing can be called. */
const notYet = unreachable({
  kind: 'not-configured',
  operation: 'ConfigureProvider',
  region: 'no Region yet',
  code: 'ProviderConfigurationUnknown',
  message: 'the configuration of the provider depends on something that Terraform will only know at apply.',
});

const NOT_YET: Settings = {
  defaultTags: {},
  ignoreTags: { keys: [], keyPrefixes: [] },
  consistencyWindowMs: 0,
  planChecks: false,
  adoptExisting: 'never',
};

void servePlugin(definition, { name: SOURCE, version });
