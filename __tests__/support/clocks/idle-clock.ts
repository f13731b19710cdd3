import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { Clock } from '../../../connect/clock';

/** Time that stands still while requests travel, and jumps to whatever is waited for when nothing else is left to do. */
export class IdleClock implements Clock {
  private readonly sleepers = new Set<Sleeper>();
  private readonly travelling = new Set<ClientRequest>();
  private looking = false;
  private ended = false;

  /** @param port of the server that the requests go to */
  constructor(
    private readonly port: () => number,
    private time = Date.UTC(2026, 0, 1),
  ) {
    CLOCKS.add(this);
  }

  now(): number {
    return this.time;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = (): void => {
        this.sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      const wake = (): void => {
        this.sleepers.delete(sleeper);
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const sleeper = { until: this.time + ms, wake };
      this.sleepers.add(sleeper);
      signal?.addEventListener('abort', stop, { once: true });
      this.look();
    });
  }

  /** Something takes so long. */
  pass(ms: number): void {
    this.moveTo(this.time + ms);
  }

  /** A request that comes from that port of this machine is never answered: nobody needs to wait for it. */
  forget(clientPort: number): void {
    for (const request of this.travelling) if (request.socket?.localPort === clientPort) this.travelling.delete(request);
    this.look();
  }

  /** Nothing jumps any more. */
  end(): void {
    this.ended = true;
    CLOCKS.delete(this);
  }

  begun(request: ClientRequest): void {
    if (Number(/:(\d+)$/.exec(String(request.getHeader('host')))?.[1]) !== this.port()) return;
    this.travelling.add(request);
    request.once('close', () => {
      this.travelling.delete(request);
      this.look();
    });
  }

  /** Looks again and again, so that all that needs no time has happened, before time jumps. */
  private look(): void {
    if (this.looking) return;
    this.looking = true;
    const again = (quiet: number): void => {
      if (this.ended || this.travelling.size > 0 || this.sleepers.size === 0) this.looking = false;
      else if (isAtWork()) setImmediate(again, QUIET_ROUNDS);
      else if (quiet > 0) setImmediate(again, quiet - 1);
      else {
        this.looking = false;
        this.moveTo(Math.min(...[...this.sleepers].map(({ until }) => until)));
        this.look();
      }
    };
    setImmediate(again, QUIET_ROUNDS);
  }

  private moveTo(time: number): void {
    this.time = Math.max(this.time, time);
    for (const { until, wake } of [...this.sleepers].sort((a, b) => a.until - b.until)) if (until <= this.time) wake();
  }
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Of the event loop. From the end of a request to the next one it takes one or two. */
const QUIET_ROUNDS = 6;

/** Whether Node waits for the operating system: a file, a name, a connection, a write. However long that takes, it is no idleness. */
const isAtWork = (): boolean => process.getActiveResourcesInfo().some((name) => AT_WORK.test(name));
const AT_WORK = /^(FSReq|GetAddrInfo|TCPConnect|PipeConnect|Write|Shutdown|Random|Zlib)/;

const CLOCKS = new Set<IdleClock>();

subscribe('http.client.request.start', (message) => {
  for (const clock of CLOCKS) clock.begun((message as { readonly request: ClientRequest }).request);
});
