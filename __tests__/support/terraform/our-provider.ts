import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtPlugin, EXECUTABLE } from '../../../constructs/plugin/built-plugin';
import { PLATFORMS, placePlugin } from '../../../constructs/plugin/place-plugin';
import { PROVIDER_SOURCE } from '../../../constructs/provider-address';
import { sharedProvider } from '../jest/shared-providers';
import { withoutCredentials } from './direct-project';
import type { ProjectOptions } from './project';
import { reattaching, type RunningProvider, startProvider } from './running-provider';

/** The built provider, and how a project comes to it. */
export interface ProviderForTerraform {
  readonly needsInit: boolean;
  forProject(env?: NodeJS.ProcessEnv): ProjectOptions;
  stop(): Promise<void>;
}

/** As Terraform installs it: a script, the same for every platform. */
export function installedProvider(): ProviderForTerraform {
  const mirror = mkdtempSync(join(tmpdir(), 'connect-plugin-'));
  const plugin = builtPlugin();
  placePlugin(plugin, mirror);
  const directory = join(mirror, PROVIDER_SOURCE, plugin.version, PLATFORMS[0]);
  return {
    needsInit: true,
    forProject: (env) => ({ plugins: [{ directory, source: PROVIDER_SOURCE, version: plugin.version }], env }),
    stop: () => Promise.resolve(rmSync(mirror, { recursive: true, force: true })),
  };
}

/** One process of it, for all commands. */
export async function runningProvider(): Promise<ProviderForTerraform> {
  const running = await ourRunningProvider();
  return { needsInit: false, forProject: (env) => ({ env: { ...env, ...reattaching(running) } }), stop: () => running.stop() };
}

/** That of the tests of this run, or else one of its own. */
export const ourRunningProvider = async (): Promise<RunningProvider> => sharedProvider() ?? (await startOurProvider());

/** Of the user's environment it knows nothing that says who they are to AWS. */
export const startOurProvider = (): Promise<RunningProvider> =>
  startProvider(join(builtPlugin().directory, EXECUTABLE), { ...process.env, ...withoutCredentials() });
