import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeDirectory, reasonOf } from '../../cli/files';
import type { Id, Proficiency, User } from '../../connect/gateway';
import { named } from '../write/directory';

/** An agent as two calls tell it. */
export interface ReadAgent {
  readonly user: User;
  readonly proficiencies: readonly Proficiency[];
}

/** Where progress towards a directory is kept: beside it. */
export const progressOf = (directory: string): string => `${named(directory)}.progress.jsonl`;

/**
 * What was read so far, in a file that only its owner can read, one agent a line: a run that was cut off goes on from there. It holds names
 * and e-mail addresses, and is removed when all is written.
 */
export class Progress {
  private readonly agents = new Map<string, ReadAgent>();

  constructor(
    readonly path: string,
    private readonly instanceId: Id,
  ) {
    if (existsSync(path)) this.load(this.told(() => readFileSync(path, 'utf8')));
  }

  /** How many agents are kept. */
  get size(): number {
    return this.agents.size;
  }

  /** The agent as it was read, unless it was modified since. */
  find(id: string, lastModified: number | undefined): ReadAgent | undefined {
    const agent = this.agents.get(id);
    return agent && lastModified !== undefined && agent.user.lastModified === lastModified ? agent : undefined;
  }

  add(agent: ReadAgent): void {
    if (this.agents.size === 0) this.begin();
    this.agents.set(agent.user.id, agent);
    this.told(() => appendFileSync(this.path, `${JSON.stringify(agent)}\n`));
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }

  private begin(): void {
    this.told(() => {
      makeDirectory(dirname(this.path));
      writeFileSync(this.path, `${JSON.stringify({ instanceId: this.instanceId })}\n`, { mode: 0o600 });
    });
  }

  private load(text: string): void {
    const [head = '', ...lines] = text.split('\n');
    if (parsed<{ readonly instanceId: Id }>(head)?.instanceId !== this.instanceId)
      throw new Error(`${this.path} belongs to another instance than ${this.instanceId}. Remove it, or name another directory with --out.`);
    for (const line of lines) {
      // The last line may have been cut off with the run.
      const agent = parsed<Partial<ReadAgent> | null>(line);
      if (isWhole(agent)) this.agents.set(agent.user.id, agent);
    }
    const kept = [head, ...[...this.agents.values()].map((agent) => JSON.stringify(agent)), ''];
    this.told(() => writeFileSync(this.path, kept.join('\n'), { mode: 0o600 }));
  }

  /** Says what the file is for, where the file system refuses. */
  private told<T>(use: () => T): T {
    try {
      return use();
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      throw new Error(`${this.path}, which keeps what was read, cannot be read and written: ${reasonOf(code, message)}`, { cause: error });
    }
  }
}

/** Of what we wrote, or of what somebody else left there. */
const isWhole = (agent: Partial<ReadAgent> | null | undefined): agent is ReadAgent =>
  typeof (agent?.user as Partial<User> | null | undefined)?.id === 'string' && Array.isArray(agent?.proficiencies);

function parsed<T>(line: string): T | undefined {
  try {
    return JSON.parse(line) as T;
  } catch {
    return undefined;
  }
}
