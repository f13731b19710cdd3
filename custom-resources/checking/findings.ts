import type { Gateway } from '../../connect/gateway';
import { isLostConnection, isOutOfTime, type Outcome } from '../../connect/failure';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context } from '../contract/resource';
import { placeOf } from '../values/place';
import { READ_TIMEOUT_MS } from '../waiting/timeouts';
import { cannotCall, cannotCheck } from './diagnostics';

/** What a resource is looked up in: an instance, as an id or ARN; or a group of which nobody knows the instance. */
export type Subject = { readonly instance: string; readonly region?: unknown } | { readonly group: string };

/**
 * What the checks of one resource look with, and what they find. Tells once, for each instance, of each operation that cannot be called for checking:
 * what a policy denies in one may be allowed in another. Where no call can pass, the plan ends with one error: apply would fail with each of its
 * resources.
 */
export class Findings {
  readonly connect: Gateway;
  private readonly found: Diagnostic[] = [];
  private readonly told: Set<string>;
  private readonly unchecked: Set<string>;
  /** `the instance ID in us-east-1` */
  private readonly subject: string;

  constructor(
    readonly context: Context,
    subject: Subject,
  ) {
    const { ledger } = context;
    this.connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
    this.subject = named(subject, this.connect);
    this.told = ledger.kept('problems that many resources share', new Set<string>());
    this.unchecked = ledger.kept(`operations that cannot be called for ${this.subject}`, new Set<string>());
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.found;
  }

  add(...diagnostics: readonly Diagnostic[]): void {
    this.found.push(...diagnostics);
  }

  /** For what many resources have in common: one of them tells, and that is enough to stop the plan. */
  addOnce(subject: string, diagnostic: Diagnostic): void {
    if (this.told.has(subject)) return;
    this.told.add(subject);
    this.add(diagnostic);
  }

  /** Whether a resource of this plan told of it, and so stopped the plan. */
  wasTold(subject: string): boolean {
    return this.told.has(subject);
  }

  /** The answer to a look; nothing when it failed, or when its operation failed for another resource before. */
  async look<T>(operation: string, read: () => Promise<Outcome<T>>): Promise<{ readonly value: T } | undefined> {
    if (this.unchecked.has(operation)) return undefined;
    const outcome = await read();
    if (outcome.ok) return { value: outcome.value };
    if (outcome.failure.kind === 'cancelled' || this.unchecked.has(operation)) return undefined;
    const { failure } = outcome;
    if (isLostConnection(failure.kind)) {
      this.addOnce(`${failure.kind} ${failure.region}`, cannotCall(failure));
      return undefined;
    }
    // All looks of a resource have one time limit: who used it up is told with who had none left.
    const before = isOutOfTime(failure) ? [...this.unchecked].join(', ') : '';
    this.unchecked.add(operation).add(failure.operation);
    this.add(
      cannotCheck(
        before ? { ...failure, message: `${failure.message} Before it, the plan could not be checked with ${before}.` } : failure,
        this.subject,
      ),
    );
    return undefined;
  }
}

function named(subject: Subject, connect: Gateway): string {
  if ('group' in subject) return `the traffic distribution group ${subject.group}`;
  const { instanceId, region } = placeOf(subject.instance, subject.region, connect);
  return `the instance ${instanceId} in ${region}`;
}
