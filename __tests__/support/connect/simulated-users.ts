import { DescribeUserCommand, ListUsersCommand, SearchUsersCommand } from '@aws-sdk/client-connect';
import type { Caller } from '../../../connect/calls/caller';
import { operationOf } from '../../../connect/calls/exchange';
import { gaveUp } from '../../../connect/calls/own-failures';
import { scopeOf } from '../../../connect/calls/scope';
import { type Buckets, bucketsOf } from '../../../connect/calls/token-bucket';
import { failed, type Failure, type Outcome, succeeded } from '../../../connect/failure';
import type { FakeClock } from '../clocks/fake-clock';

const REGION = 'eu-central-1';
/** How long an answer travels. */
const LATENCY_MS = 50;

interface Answers {
  /** Operations that the caller may not use. */
  readonly denied?: readonly string[];
  /** What searches tell of the number of users. @default the truth */
  readonly total?: number | 'untold';
  /** The most users of a page. */
  readonly mostOfPage?: number;
  /** How long a page of a list takes (ms). @default as any answer */
  readonly pageMs?: number;
  /** Every page names the first one as the next. */
  readonly endless?: boolean;
}

/** An instance with many users, in time that does not pass by itself: what a quota costs is known in a moment. */
export class SimulatedUsers {
  /** Calls by operation. */
  readonly calls = new Map<string, number>();
  readonly userIds: readonly string[];
  private readonly bucketOf: Buckets;

  constructor(
    private readonly clock: FakeClock,
    size: number,
    private readonly answers: Answers = {},
  ) {
    this.bucketOf = bucketsOf({}, clock);
    this.userIds = Array.from({ length: size }, (_, index) => `user-${index}`);
  }

  get callCount(): number {
    return [...this.calls.values()].reduce((sum, count) => sum + count, 0);
  }

  /** For one resource of a plan. */
  caller(timeoutMs = 1_200_000): Caller {
    const scope = scopeOf(this.clock, { signal: new AbortController().signal, timeoutMs });
    return {
      scope,
      region: REGION,
      writes: 0,
      waitMs: (operation, region, calls) => this.bucketOf(operation, region).waitMs(calls),
      call: async (Command, region = REGION, input, read) => {
        const command = new Command(input);
        const operation = operationOf(command);
        const permit = await this.bucketOf(operation, region).acquire(scope);
        if (typeof permit === 'string') return failed(gaveUp({ operation, region: REGION }, permit, 'throttled'));
        this.calls.set(operation, (this.calls.get(operation) ?? 0) + 1);
        await this.clock.sleep(operation === 'DescribeUser' ? LATENCY_MS : (this.answers.pageMs ?? LATENCY_MS));
        permit.accepted();
        return this.answer(operation, command, read);
      },
    };
  }

  private answer<O extends object, T>(operation: string, command: unknown, read: (output: O, at: number) => T): Outcome<T> {
    const refuse = (kind: Failure['kind'], code: string) => failed({ kind, operation, region: REGION, code, message: '' });
    if (this.answers.denied?.includes(operation)) return refuse('denied', 'AccessDeniedException');
    const output = this.outputOf(command);
    if (!output) return refuse('not-found', 'ResourceNotFoundException');
    return succeeded(read(output as O, this.clock.now()));
  }

  private outputOf(command: unknown): object | undefined {
    if (command instanceof DescribeUserCommand) {
      const { UserId = '' } = command.input;
      return this.has(UserId) ? { User: shown(UserId) } : undefined;
    }
    if (command instanceof ListUsersCommand) {
      const { ids, NextToken } = this.page(this.userIds, command.input);
      return { UserSummaryList: ids.map((Id) => ({ Id, Username: Id, LastModifiedTime: new Date(0) })), NextToken };
    }
    if (!(command instanceof SearchUsersCommand)) throw new Error('The simulation does not know this operation.');
    const name = command.input.SearchCriteria?.StringCondition?.Value;
    const found = name === undefined ? this.userIds : this.userIds.filter((id) => id === name);
    const { ids, NextToken } = this.page(found, command.input);
    return {
      Users: ids.map(shown),
      NextToken,
      ...(this.answers.total !== 'untold' && { ApproximateTotalCount: this.answers.total ?? found.length }),
    };
  }

  private has(id: string): boolean {
    return Number(id.replace('user-', '')) < this.userIds.length;
  }

  private page(
    all: readonly string[],
    { MaxResults = 100, NextToken = '0' }: { readonly MaxResults?: number; readonly NextToken?: string },
  ) {
    const { mostOfPage = MaxResults, endless = false } = this.answers;
    const end = Number(NextToken) + Math.min(MaxResults, mostOfPage);
    if (endless) return { ids: all.slice(0, end), NextToken: '0' };
    return { ids: all.slice(Number(NextToken), end), NextToken: end < all.length ? String(end) : undefined };
  }
}

const shown = (Id: string): object => ({
  Id,
  Arn: `arn:aws:connect:${REGION}:111122223333:instance/i-1/agent/${Id}`,
  Username: Id,
  RoutingProfileId: 'rp-1',
  SecurityProfileIds: ['sp-1'],
});
