import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Id, Proficiency, User } from '../../connect/model';

/** An agent as two calls tell it. */
export interface ReadAgent {
  readonly user: User;
  readonly proficiencies: readonly Proficiency[];
}

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
    if (existsSync(path)) this.load();
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
    appendFileSync(this.path, `${JSON.stringify(agent)}\n`);
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }

  private begin(): void {
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.path, `${JSON.stringify({ instanceId: this.instanceId })}\n`, { mode: 0o600 });
  }

  private load(): void {
    const [head = '', ...lines] = readFileSync(this.path, 'utf8').split('\n');
    if (parsed<{ readonly instanceId: Id }>(head)?.instanceId !== this.instanceId)
      throw new Error(`${this.path} is not of the instance ${this.instanceId}. Remove it, or name another directory with --out.`);
    for (const line of lines) {
      // The last line may have been cut off with the run.
      const agent = parsed<ReadAgent>(line);
      if (agent) this.agents.set(agent.user.id, agent);
    }
    writeFileSync(this.path, [head, ...[...this.agents.values()].map((agent) => JSON.stringify(agent)), ''].join('\n'), { mode: 0o600 });
  }
}

function parsed<T>(line: string): T | undefined {
  try {
    return JSON.parse(line) as T;
  } catch {
    return undefined;
  }
}
