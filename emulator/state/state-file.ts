import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { WorldRecord } from './world';

const SHORTEST_PAUSE = 20;

/** The state on disk: replaced as a whole, soon after each change and at the end. */
export class StateFile {
  private timer: NodeJS.Timeout | undefined;
  private lastDuration = 0;

  constructor(
    private readonly path: string,
    private readonly record: () => WorldRecord,
  ) {}

  static read(path: string): WorldRecord | undefined {
    if (!existsSync(path)) return undefined;
    const record: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (!isWorldRecord(record)) throw new Error(`${path} is not a state file of the emulator.`);
    return record;
  }

  /** Many changes in a row become one write; a large state is written less often. */
  changed(): void {
    this.timer ??= setTimeout(() => this.flush(), Math.max(SHORTEST_PAUSE, this.lastDuration * 5));
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const start = performance.now();
    const draft = `${this.path}.${process.pid}.tmp`;
    writeFileSync(draft, JSON.stringify(this.record()));
    renameSync(draft, this.path);
    this.lastDuration = performance.now() - start;
  }
}

function isWorldRecord(value: unknown): value is WorldRecord {
  return typeof value === 'object' && value !== null && 'account' in value && 'instances' in value && Array.isArray(value.instances);
}
