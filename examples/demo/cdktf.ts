import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';

export interface Surroundings {
  /** Holds `main.ts` and `cdktf.json`. */
  readonly project: string;
  /** Where files of the demo's own go. */
  readonly demo: string;
  /** Of the contact centre. */
  readonly endpoint: string;
}

const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs CDKTF to its end. It gets a process group of its own and each interruption is passed on to it
 * once: a terminal and npm would both send one, and the contact centre has to outlive Terraform.
 */
export async function runCdktf(
  script: string,
  command: readonly string[],
  { project, demo, endpoint }: Surroundings,
): Promise<{ readonly code: number; readonly interrupted: boolean }> {
  const child = spawn(process.execPath, [script, ...command], {
    cwd: project,
    detached: true,
    env: environment(demo, endpoint),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let interruption: (typeof INTERRUPTIONS)[number] | undefined;
  const interrupt = (signal: (typeof INTERRUPTIONS)[number]): void => {
    if (interruption) return;
    interruption = signal;
    child.kill('SIGINT');
  };
  for (const signal of INTERRUPTIONS) process.on(signal, interrupt);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (status) => resolve(status ?? 1));
    });
    return interruption ? { code: 128 + constants.signals[interruption], interrupted: true } : { code, interrupted: false };
  } finally {
    for (const signal of INTERRUPTIONS) process.off(signal, interrupt);
  }
}

/** Nothing of the user's own set-up: no credentials, no CLI configuration that says where providers come from, no shared cache of plugins. */
function environment(demo: string, endpoint: string): NodeJS.ProcessEnv {
  const cliConfiguration = join(demo, 'terraform.rc');
  writeFileSync(cliConfiguration, '');
  const inherited = Object.entries(process.env).filter(([name]) => !/^AWS_|^TF_(?!LOG)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    CONNECT_ENDPOINT: endpoint,
    AWS_ACCESS_KEY_ID: 'AKIADEMO',
    AWS_SECRET_ACCESS_KEY: 'demo',
    TF_CLI_CONFIG_FILE: cliConfiguration,
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
    CHECKPOINT_DISABLE: '1',
    CI: '1',
  };
}
