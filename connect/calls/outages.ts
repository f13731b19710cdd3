import { createHash } from 'node:crypto';
import type { Clock } from '../clock';
import type { Failure } from '../failure';
import { isRead } from './exchange';
import { isSilence } from './retry';

/** So many different reads are given up before it counts as an outage: one alone may be about a thing that the service cannot show. */
const READS = 2;

/** So many different writes are denied before all are taken to be: a policy may allow some of the things, and deny others by their tags. */
const WRITES = 20;

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

/** What a policy may tell apart in a request. */
type Resources = { readonly [member in 'InstanceId' | 'TrafficDistributionGroupId' | 'resourceArn']?: string };

/** What an operation answers since it last answered a call. */
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

/** The service has trouble in a Region; a policy denies what lies in an instance, in a group, or is of one kind. */
const nameOf = ({ operation, region, input }: Question): string =>
  [operation, region, ...(isRead(operation) ? [] : deniedIn(input))].join(' ');

const deniedIn = ({ InstanceId = '', TrafficDistributionGroupId = '', resourceArn = '' }: Resources): readonly string[] => [
  InstanceId,
  TrafficDistributionGroupId,
  resourceArn.replace(/[^/]*$/, ''),
];

/** What was asked about is not kept: it may be a name. */
const fingerprint = (input: object): string => createHash('sha256').update(JSON.stringify(input)).digest('base64');

/** An answer of the service about itself, not about what was asked for; of a write, one about who asks. */
const isTrouble = ({ operation }: Question, failure: Failure): boolean =>
  isRead(operation) ? failure.kind === 'unavailable' && (failure.status ?? 0) >= 500 && !isSilence(failure) : failure.kind === 'denied';

/** Whether the service has looked at what was asked for. */
const isAnswer = (failure: Failure): boolean => failure.status !== undefined && failure.status < 500 && failure.kind !== 'throttled';

/**
 * Operations that read and, in a Region, answer everybody with trouble of the service (5xx); and operations that write and, in an instance
 * or a group, are denied to everybody. The calls that follow fail at once and alike, but for one every two seconds, which is tried: tried one by
 * one, at the rate that the quota allows, a thousand resources would take minutes or hours to tell the same. A write that meets trouble of the service is
 * always tried: what it does stays done, and the next one may pass.
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
    if (failure && isTrouble(question, failure)) {
      trouble.lastAt = this.clock.now();
      trouble.probes.delete(question);
    } else if (!failure || isAnswer(failure)) {
      this.troubles.delete(nameOf(question));
    }
  }

  /** Notes that a call is not tried again. @returns the failure, as it is to be told */
  gaveUp(question: Question, failure: Failure): Failure {
    if (!isTrouble(question, failure)) return failure;
    const now = this.clock.now();
    const trouble = this.present(question) ?? { givenUp: new Set(), lastAt: now, probes: new WeakSet(), nextProbeAt: now + PROBE_MS };
    this.troubles.set(nameOf(question), trouble);
    trouble.givenUp.add(fingerprint(question.input));
    if (trouble.givenUp.size < (isRead(question.operation) ? READS : WRITES)) return failure;
    trouble.nextProbeAt = now + PROBE_MS;
    return (trouble.outage = { ...failure, outage: true });
  }

  private present(question: Question): Trouble | undefined {
    const trouble = this.troubles.get(nameOf(question));
    return trouble && this.clock.now() - trouble.lastAt < FORGET_MS ? trouble : undefined;
  }
}
