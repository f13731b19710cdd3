import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A provider that runs by itself, as its developers debug it. */
export interface RunningProvider {
  /** Where it is, by its name, as Terraform takes it. */
  readonly reattach: Readonly<Record<string, unknown>>;
  /** Fails when the provider ended by itself before. */
  stop(): Promise<void>;
}

/** The environment of a terraform that uses these providers, and starts none of its own for them. It needs no `init` for them. */
export const reattaching = (...providers: readonly RunningProvider[]): NodeJS.ProcessEnv => ({
  TF_REATTACH_PROVIDERS: JSON.stringify(Object.assign({}, ...providers.map(({ reattach }) => reattach))),
});

/** Starts a provider once for many commands, each of which would start it three or four times. */
export async function startProvider(executable: string, env: NodeJS.ProcessEnv = process.env): Promise<RunningProvider> {
  const child = spawn(executable, ['-debug'], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const closed = once(child, 'close');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const ended = (): Error => new Error(`the provider ${executable} ended by itself: ${said}`);
  for await (const line of createInterface(child.stdout)) {
    const [, reattach] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(line) ?? [];
    if (reattach === undefined) continue;
    return {
      reattach: JSON.parse(reattach) as RunningProvider['reattach'],
      stop: async () => {
        if (!child.kill('SIGTERM')) throw ended();
        await closed;
      },
    };
  }
  await closed;
  throw ended();
}
