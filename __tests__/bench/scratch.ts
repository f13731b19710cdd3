import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What a run leaves on the machine until it ends: one directory for all temporary files, its own and
 * those of what it starts, and the processes. Both are gone afterwards, even after an interruption.
 */
export class Scratch {
  readonly directory = mkdtempSync(join(tmpdir(), 'bench-'));
  private readonly running = new Map<ChildProcess, { readonly group: boolean }>();

  constructor() {
    process.env['TMPDIR'] = this.directory;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        this.remove();
        process.exit(130);
      });
    }
  }

  /** Looks after a process until it ends; `group` says that it leads a process group. */
  watch<P extends ChildProcess>(child: P, { group = false } = {}): P {
    this.running.set(child, { group });
    child.once('close', () => this.running.delete(child));
    return child;
  }

  remove(): void {
    for (const [{ pid }, { group }] of this.running) if (pid !== undefined) kill(group ? -pid : pid);
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}
