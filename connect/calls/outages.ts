import { createHash } from 'node:crypto';
import type { Clock } from '../clock';
import type { Failure } from '../failure';
import { isRead } from './exchange';
import { isSilence } from './retry';

/** So many different questions are given up before it counts as an outage: one alone may be about a thing that the service cannot show. */
const QUESTIONS = 2;

/** How often one call tries whether the outage is over (ms). */
const PROBE_MS = 2_000;

/** What happened longer ago says nothing about now (ms). */
const FORGET_MS = 60_000;

export interface Question {
  readonly operation: string;
  readonly region: string;
  /** What is asked about. */
  readonly input: object;
}

/** What an operation answers in a Region since it last answered a call. */
interface Trouble {
  /** Fingerprints of the questions. */
  readonly givenUp: Set<string>;
  lastAt: number;
  /** With what the calls fail that are not tried. */
  outage?: Failure;
  /** The calls that are yet to try whether the outage is over: one may wait for its turn while the next one is named. */
  readonly probes: WeakSet<Question>;
  nextProbeAt: number;
}

const nameOf = ({ operation, region }: Question): string => `${operation} ${region}`;

/** What was asked about is not kept: it may be a name. */
const fingerprint = (input: object): string => createHash('sha256').update(JSON.stringify(input)).digest('base64');

/** An answer of the service about itself, not about what was asked for. */
const isOwnTrouble = (failure: Failure): boolean => failure.kind === 'unavailable' && (failure.status ?? 0) >= 500 && !isSilence(failure);

/**
 * Operations that read and, in a Region, answer everybody with trouble of the service (5xx). The calls that follow fail at once and
 * alike, but for one every two seconds, which is tried: tried one by one, at the rate that the quota allows, a thousand
 * resources would take hours to tell the same. A write is always tried: what it does stays done, and the next one may pass.
 */
export class Outages {
  private readonly troubles = new Map<string, Trouble>();

  constructor(private readonly clock: Clock) {}

  /** Why this call would fail now; nothing if it is the one that tries. */
  closedBy(question: Question): Failure | undefined {
    const trouble = this.present(question);
    if (!trouble?.outage || trouble.probes.has(question)) return undefined;
    const now = this.clock.now();
    if (now < trouble.nextProbeAt) return trouble.outage;
    trouble.probes.add(question);
    trouble.nextProbeAt = now + PROBE_MS;
    return undefined;
  }

  /** Notes how one try ended. An answer about what was asked for ends an outage. */
  note(question: Question, failure: Failure | undefined): void {
    const trouble = this.present(question);
    if (!trouble) return;
    if (failure && isOwnTrouble(failure)) {
      trouble.lastAt = this.clock.now();
      trouble.probes.delete(question);
    } else if (!failure || (failure.status !== undefined && failure.kind !== 'throttled')) {
      this.troubles.delete(nameOf(question));
    }
  }

  /** Notes that a call is not tried again. @returns the failure, as it is to be told */
  gaveUp(question: Question, failure: Failure): Failure {
    if (!isRead(question.operation) || !isOwnTrouble(failure)) return failure;
    const now = this.clock.now();
    const trouble = this.present(question) ?? { givenUp: new Set(), lastAt: now, probes: new WeakSet(), nextProbeAt: now + PROBE_MS };
    this.troubles.set(nameOf(question), trouble);
    trouble.givenUp.add(fingerprint(question.input));
    if (trouble.givenUp.size < QUESTIONS) return failure;
    trouble.nextProbeAt = now + PROBE_MS;
    return (trouble.outage = { ...failure, outage: true });
  }

  private present(question: Question): Trouble | undefined {
    const trouble = this.troubles.get(nameOf(question));
    return trouble && this.clock.now() - trouble.lastAt < FORGET_MS ? trouble : undefined;
  }
}
