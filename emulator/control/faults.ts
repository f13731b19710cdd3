import { own } from '../own';
import { isServed } from './served';
import { isObject } from '../wire/json';
import { KEY_NAMES, type Keys } from './call-log';
import { ControlError } from './settings-patch';

/** Something to go wrong with the next matching calls. */
export interface Fault {
  /** An operation's name, or `*` for all. */
  readonly operation: string;
  /** How many calls it meets. @default 1 */
  readonly count?: number;
  /** Answer with this error instead of doing anything: 1 to 200 printable ASCII characters, no spaces, since it becomes a header. */
  readonly code?: string;
  /** @default what the model says of the code */
  readonly status?: number;
  readonly message?: string;
  /** Wait that long first, in the emulator's milliseconds. */
  readonly delayMs?: number;
  /** Cut the connection: before doing anything, or after doing it and without an answer. */
  readonly dropConnection?: 'before' | 'after';
  /** Wait until the faults are cleared. */
  readonly hold?: boolean;
  /** Only calls about these things. */
  readonly match?: Keys;
  /** Only calls that come to this Region: with `*` and a large count, the Region is down. */
  readonly region?: string;
}

interface Pending {
  readonly fault: Fault;
  left: number;
}

export class Faults {
  private pending: Pending[] = [];
  private held: (() => void)[] = [];

  add(fault: Fault): void {
    this.pending.push({ fault, left: fault.count ?? 1 });
  }

  /** Clears all faults and lets held calls go on. */
  clear(): void {
    this.pending = [];
    const held = this.held;
    this.held = [];
    for (const release of held) release();
  }

  /** The fault that meets this call, if any; it is used up by that. */
  take(operation: string, region: string, keys: Keys): Fault | undefined {
    const met = this.pending.find(
      ({ fault }) =>
        (fault.operation === '*' || fault.operation === operation) &&
        (fault.region === undefined || fault.region === region) &&
        matches(fault.match ?? {}, keys),
    );
    if (!met) return undefined;
    met.left--;
    if (met.left <= 0) this.pending = this.pending.filter((pending) => pending !== met);
    return met.fault;
  }

  /** Resolves when the faults are cleared. */
  untilReleased(): Promise<void> {
    return new Promise((resolve) => this.held.push(resolve));
  }

  /** How many calls wait to be released. */
  get waiting(): number {
    return this.held.length;
  }
}

/** The code that a fault means when it names a status only. */
export function codeFor(status: number): string {
  const codes: Readonly<Record<number, string>> = {
    400: 'InvalidRequestException',
    403: 'AccessDeniedException',
    404: 'ResourceNotFoundException',
    409: 'ResourceConflictException',
    429: 'ThrottlingException',
  };
  return codes[status] ?? 'InternalServiceException';
}

function matches(wanted: Keys, keys: Keys): boolean {
  const found = new Map<string, string>(Object.entries(keys));
  return Object.entries(wanted).every(([name, value]) => found.get(name) === value);
}

/** What timers can wait: 24 days. They take more for nothing. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

function isKey(name: string): boolean {
  const names: readonly string[] = KEY_NAMES;
  if (!names.includes(name)) throw new ControlError(`The match of a fault has no member ${name}; it has ${KEY_NAMES.join(', ')}.`);
  return true;
}

const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  operation: (value) => value === '*' || isServed(value),
  count: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  code: (value) => typeof value === 'string' && /^[\x21-\x7e]{1,200}$/.test(value),
  status: (value) => Number.isInteger(value) && Number(value) >= 400 && Number(value) < 600,
  message: (value) => typeof value === 'string',
  delayMs: (value) => typeof value === 'number' && value >= 0 && value <= LONGEST_DELAY_MS,
  dropConnection: (value) => value === 'before' || value === 'after',
  hold: (value) => typeof value === 'boolean',
  region: (value) => typeof value === 'string' && value !== '',
  match: (value) => isObject(value) && Object.entries(value).every(([name, id]) => isKey(name) && typeof id === 'string'),
};

export function readFault(body: unknown): Fault {
  if (isFault(body)) return body;
  throw new ControlError('A fault must be a JSON object with an operation.');
}

function isFault(body: unknown): body is Fault {
  if (!isObject(body) || body.operation === undefined) return false;
  for (const [name, value] of Object.entries(body)) {
    const check = own(CHECKS, name);
    if (!check) throw new ControlError(`A fault has no member ${name}; it has ${Object.keys(CHECKS).join(', ')}.`);
    if (!check(value)) throw new ControlError(`A fault cannot have ${name} = ${JSON.stringify(value)}.`);
  }
  return true;
}
