import { Connect, type ConnectClientConfig } from '@aws-sdk/client-connect';
import type { Clock } from '../../../connect/clock';
import { codeOf, isPassing, isThrottle } from './answer';
import type { Own } from './own';
import { Pace } from './pace';

export interface Manners {
  readonly config: ConnectClientConfig;
  readonly clock: Clock;
  readonly rate: number;
  readonly own: Own;
}

/** How long to keep from an operation that is throttled: others need it. */
const THROTTLED_MS = 5_000;
const MOST_TRIES = 12;

/** The SDK's own clients, one for each Region, whose calls are paced, repeated after throttles, and change nothing that is not ours. */
export class PoliteClients {
  /** How many calls were sent, and how many of them the service throttled although they were paced. */
  readonly counts = { sent: 0, throttled: 0 };
  private readonly clients = new Map<string, Connect>();
  private readonly pace: Pace;

  constructor(
    private readonly manners: Manners,
    private readonly signal?: AbortSignal,
  ) {
    this.pace = new Pace(manners.clock, manners.rate);
  }

  /** The same manners for what has to be done although the run was stopped. */
  unstoppable(): PoliteClients {
    return new PoliteClients(this.manners);
  }

  in(region: string): Connect {
    const known = this.clients.get(region);
    if (known) return known;
    const client = new Connect({ ...this.manners.config, region, maxAttempts: 1 });
    client.middlewareStack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          const operation = commandName.replace(/Command$/, '');
          this.manners.own.mustConcernOwn(operation, args.input as Readonly<Record<string, unknown>>);
          const result = await this.repeated(operation, region, () => next(args));
          this.manners.own.note(operation, result.output);
          return result;
        },
      { step: 'initialize', name: 'politeness', priority: 'high' },
    );
    this.clients.set(region, client);
    return client;
  }

  close(): void {
    for (const client of this.clients.values()) client.destroy();
  }

  private async repeated<T>(operation: string, region: string, send: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      this.signal?.throwIfAborted();
      await this.pace.turn(`${operation} ${region}`, this.signal);
      try {
        this.counts.sent += 1;
        return await send();
      } catch (error) {
        const throttled = isThrottle(codeOf(error));
        if (throttled) this.counts.throttled += 1;
        if (tries === MOST_TRIES || !(throttled || (isPassing(error) && /^(Describe|Get|List|Search)/.test(operation)))) throw error;
        await this.manners.clock.sleep(THROTTLED_MS, this.signal);
      }
    }
  }
}
