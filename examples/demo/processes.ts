import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';

const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Somebody wants the demo to end. */
export class Interrupted extends Error {
  constructor(readonly signal: (typeof INTERRUPTIONS)[number]) {
    super(signal);
  }

  get status(): number {
    return 128 + constants.signals[this.signal];
  }
}

export interface Ended {
  readonly code: number;
  /** Empty where the output was shown. */
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The programs that the demo runs, one at a time. Each has a process group of its own and is told of an interruption once: a
 * terminal and npm would both tell it, and the contact centre has to outlive Terraform.
 */
export class Processes {
  private interruption: Interrupted | undefined;
  private running: ChildProcess | undefined;

  constructor(private readonly env: NodeJS.ProcessEnv) {
    for (const signal of INTERRUPTIONS) process.on(signal, this.interrupt);
  }

  /**
   * Runs a program to its end.
   * @param shown whether its output goes to the terminal as it comes
   * @throws Interrupted once somebody has interrupted the demo
   */
  async run(command: readonly string[], cwd: string, shown = false): Promise<Ended> {
    if (this.interruption) throw this.interruption;
    const [program = '', ...args] = command;
    const child = spawn(program, args, { cwd, detached: true, env: this.env, stdio: ['ignore', shown ? 'inherit' : 'pipe', 'pipe'] });
    this.running = child;
    const [out, err] = [collected(child.stdout), collected(child.stderr)];
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status) => resolve(status ?? 1));
    });
    this.running = undefined;
    if (this.interruption) throw this.interruption;
    return { code, stdout: out(), stderr: err() };
  }

  close(): void {
    for (const signal of INTERRUPTIONS) process.off(signal, this.interrupt);
  }

  private readonly interrupt = (signal: NodeJS.Signals): void => {
    if (this.interruption) return;
    this.interruption = new Interrupted(INTERRUPTIONS.find((one) => one === signal) ?? 'SIGTERM');
    this.running?.kill('SIGINT');
  };
}

function collected(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: string[] = [];
  stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  return () => chunks.join('');
}
