import { spawnSync } from 'node:child_process';

/** The environment of a user without any set-up: no CLI configuration, no cache, and nobody asked for news. */
export const withoutSetUp = (): NodeJS.ProcessEnv => ({
  ...process.env,
  TF_CLI_CONFIG_FILE: undefined,
  TF_PLUGIN_CACHE_DIR: undefined,
  CHECKPOINT_DISABLE: '1',
});

export function terraform(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync('terraform', [...args, '-no-color'], {
    cwd,
    encoding: 'utf8',
    env: { ...withoutSetUp(), ...env },
  });
  return { status, output: stdout + stderr };
}
