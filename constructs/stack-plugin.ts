import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations, TerraformStack, type ISynthesisSession, type TerraformProvider } from 'cdktf';
import type { IConstruct } from 'constructs';
import { warnOfLocalState } from './local-state';
import { builtPlugin } from './plugin/built-plugin';
import { lockedConstraints, withLockedProvider } from './plugin/lock-file';
import { obstacleText, obstacleTo } from './plugin/cli-configuration';
import { dropOtherVersions, linkAsInstalled, placePlugin } from './plugin/place-plugin';
import { PROVIDER_SOURCE } from './provider-address';

/*
 * The plugin in a stack's directory, where Terraform looks before it asks a registry, and the lock
 * file beside it. Without the lock CDKTF runs `terraform providers lock`, which knows registries only
 * and fails; it does so as soon as one provider of the stack is not locked, hence the others' entries.
 */

/** CDKTF's own hook: what it calls for each construct once the stack's directory is there. */
const CUSTOM_SYNTHESIS = Symbol.for('cdktf/customSynthesis');

export const installAtSynth = (provider: TerraformProvider): void => {
  Object.defineProperty(provider, CUSTOM_SYNTHESIS, {
    value: { onSynthesize: (session: ISynthesisSession) => install(provider, session) },
  });
};

function install(provider: TerraformProvider, session: ISynthesisSession): void {
  const stack = TerraformStack.of(provider);
  warnOfLocalState(stack);
  const directory = join(session.outdir, session.manifest.forStack(stack).workingDirectory);
  const mirror = join(directory, 'terraform.d', 'plugins');
  const plugin = builtPlugin();
  for (const providers of [mirror, join(directory, '.terraform', 'providers')]) dropOtherVersions(providers, plugin.version);
  const hash = placePlugin(plugin, mirror);
  linkAsInstalled(directory, mirror, plugin.version);
  warnOfObstacle(provider, plugin.version);

  const file = join(directory, '.terraform.lock.hcl');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const ours = { source: PROVIDER_SOURCE, version: plugin.version, constraints: plugin.version, hashes: [hash] };
  writeFileSync(file, stack.allProviders().reduce(withOtherProvider, withLockedProvider(before, ours)));
}

/** Programs that were told. */
const told = new WeakSet<IConstruct>();

/** Once for a program, however many stacks and providers it has. */
function warnOfObstacle(provider: TerraformProvider, version: string): void {
  if (told.has(provider.node.root)) return;
  told.add(provider.node.root);
  const obstacle = obstacleTo(version);
  if (obstacle) Annotations.of(provider).addWarning(obstacleText(obstacle));
}

/** Leaves alone what is locked as required: Terraform has its hashes there by then. */
function withOtherProvider(lock: string, provider: TerraformProvider): string {
  const source = absoluteSource(provider.terraformProviderSource);
  const { providerVersion, providerVersionConstraint } = provider.terraformGeneratorMetadata ?? {};
  const required = providerVersion ?? providerVersionConstraint;
  if (source === undefined || source === PROVIDER_SOURCE || source.startsWith('terraform.io/builtin/')) return lock;
  if (required !== undefined && lockedConstraints(lock, source) === required) return lock;
  if (required !== undefined && EXACT_VERSION.test(required))
    return withLockedProvider(lock, { source, version: required, constraints: required, hashes: [] });
  Annotations.of(provider).addWarning(
    `The version of ${source} is not exact (${required ?? 'none is given'}), so it cannot be locked at synth. ` +
      'Run "cdktf deploy --skip-provider-lock", or CDKTF will try to lock the plugin of Amazon Connect agents from a registry, and fail.',
  );
  return lock;
}

const EXACT_VERSION = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/** `aws` and `hashicorp/aws` are short for `registry.terraform.io/hashicorp/aws`. */
function absoluteSource(source: string | undefined): string | undefined {
  if (source === undefined || source === '') return undefined;
  return [...['registry.terraform.io', 'hashicorp'].slice(0, Math.max(0, 3 - source.split('/').length)), source].join('/');
}
