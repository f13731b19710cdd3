import type { Caller } from '../calls/caller';
import { within } from '../calls/scope';
import type { Clock } from '../clock';
import { type Failure, type Outcome, succeeded } from '../failure';
import type { PageRead, SharedList } from './shared-list';

type List = Pick<SharedList<{ readonly id: string }>, 'operation' | 'begun' | 'complete' | 'total' | 'pagesLeft' | 'more'>;

export interface Question<T> {
  readonly caller: Caller;
  /** Those that together answer it. */
  readonly lists: readonly List[];
  /** What they tell so far: the answer, that only a call can tell, or nothing yet. */
  known(): { readonly value: T } | 'ask' | undefined;
  /** Asks the service, by a call of its own. */
  ask(): Promise<Outcome<T>>;
}

interface Waiting<T> {
  readonly question: Question<T>;
  readonly settle: (answer: Promise<Outcome<T>>) => void;
}

/** Calls that are made without a thought of lists, as long as they are free of waiting. */
const FIRST_CALLS = 3;
/** How long an answer is likely to travel (ms). Pages come one after the other; calls for each go side by side, as Terraform works. */
const PAGE_MS = 50;
const CALL_MS = PAGE_MS / 10;
/** How long the first page, which tells the size of the instance, is waited for (ms). */
const FIRST_PAGE_MS = 500;
/** Terraform says in no way how many resources a plan has: for each that came, so many more are expected. */
const MORE_FOR_EACH = 5;
/** Nobody else is expected who did not come within this time after somebody was answered (ms). */
const NEXT_MS = 500;
/** An answer may take this much longer than by the quicker of the two ways. */
const FACTOR = 1.2;
const SLACK_MS = 1_000;

/**
 * Questions of one kind about the users of an instance, or about other things of it. Each may be answered by a call of its own, or by lists that all
 * share. While a call is free of waiting it is made. Whoever would have to wait is answered by what is there first, its turn to
 * call or the lists; `ways` says which of them go on. A list that nobody needs stops after the page under way.
 */
export class SideBySide<T> {
  private readonly waiting = new Set<Waiting<T>>();
  private asked = 0;
  private cameSinceAnswer = false;
  private answeredAt = -Infinity;
  private running = false;
  private waitingSince = 0;
  private wake: () => void = () => undefined;
  /** What a policy said to the last page that was wanted: whoever waits then has to call. */
  denied: Failure | undefined;

  /** @param sizes tells with its first page how many there are. */
  constructor(
    private readonly operation: string,
    private readonly region: string,
    private readonly sizes: List,
    private readonly clock: Clock,
  ) {}

  answer(question: Question<T>): Promise<Outcome<T>> {
    this.asked += 1;
    this.cameSinceAnswer = true;
    const known = question.known();
    if (known) return this.noted(given(question, known));
    if (this.asked <= FIRST_CALLS && this.waiting.size === 0 && this.turnMs(question.caller) <= 0) return this.noted(question.ask());
    return this.wait(question);
  }

  private async wait(question: Question<T>): Promise<Outcome<T>> {
    const { scope } = question.caller;
    let settle: Waiting<T>['settle'] = () => undefined;
    const answered = new Promise<Outcome<T>>((resolve) => {
      settle = resolve;
    });
    const waiting = { question, settle };
    this.waiting.add(waiting);
    if (this.running) this.wake();
    else void this.run();
    const waited = await within(scope, this.clock, () => answered);
    this.waiting.delete(waiting);
    // A call whose time is up says so by itself.
    return 'ended' in waited ? question.ask() : waited.value;
  }

  /** Works as long as somebody waits. What is thrown on the way is thrown to all of them. */
  private async run(): Promise<void> {
    this.running = true;
    this.waitingSince = this.clock.now();
    try {
      for (let [first] = this.waiting; first; [first] = this.waiting) await this.step(first);
    } catch (bug) {
      for (const waiting of this.waiting) this.settle(waiting, Promise.reject(bug));
    } finally {
      this.running = false;
    }
  }

  /** Gives the first its turn to call if it has come; else goes on until something happens. */
  private async step(first: Waiting<T>): Promise<void> {
    const { caller } = first.question;
    const { direct, lists } = this.ways(caller);
    const untilTurn = Math.max(this.turnMs(caller), this.sizes.begun ? 0 : this.waitingSince + FIRST_PAGE_MS - this.clock.now());
    if (direct && untilTurn <= 0) return this.settle(first, first.question.ask());

    const over = new AbortController();
    const event = new Promise<undefined>((resolve) => {
      this.wake = () => resolve(undefined);
    });
    const turn = direct ? [this.clock.sleep(Math.ceil(untilTurn), over.signal).then(nobody, nobody)] : [];
    const page: PageRead | undefined = await Promise.race([event, ...turn, ...lists.map((list) => list.more(caller))]);
    over.abort();
    if (page) this.denied = page.failure?.kind === 'denied' ? page.failure : undefined;
    // Whoever has no time left for a page leaves it to the next.
    if (page?.failure && page.by === caller) this.settle(first, first.question.ask());
    for (const waiting of this.waiting) {
      const known = waiting.question.known();
      if (known) this.settle(waiting, given(waiting.question, known));
    }
  }

  /**
   * One of them at least. Lists and direct calls have quotas of their own, so that both can go on side by side: lists, once they
   * are quicker than a call for each who is likely to come; direct calls until the end of the lists is so near that they
   * would hardly be sooner.
   */
  private ways(caller: Caller): { readonly direct: boolean; readonly lists: readonly List[] } {
    const needed = [...new Set([...this.waiting].flatMap(({ question }) => question.lists))].filter((list) => !list.complete);
    if (!this.sizes.begun) {
      const first = needed.filter((list) => !list.begun);
      return { direct: true, lists: first.length === 0 || first.includes(this.sizes) ? [this.sizes] : first };
    }
    const count = this.waiting.size;
    const expected = count + (this.areMoreComing() ? this.asked * MORE_FOR_EACH : 0);
    const listsMs = Math.max(...needed.map((list) => this.pagesMs(caller, list)));
    if (listsMs >= this.callsMs(caller, expected)) return { direct: true, lists: [] };
    return { direct: this.callsMs(caller, count) * FACTOR + SLACK_MS < listsMs, lists: needed };
  }

  private areMoreComing(): boolean {
    return this.cameSinceAnswer || this.clock.now() - this.answeredAt < NEXT_MS;
  }

  /** Until a call may go out. */
  private turnMs(caller: Caller): number {
    return caller.waitMs(this.operation, this.region, 1);
  }

  private callsMs(caller: Caller, calls: number): number {
    return Math.max(caller.waitMs(this.operation, this.region, calls), calls * CALL_MS);
  }

  private pagesMs(caller: Caller, list: List): number {
    const pages = list.pagesLeft(this.sizes.total);
    return Math.max(caller.waitMs(list.operation, this.region, pages), pages * PAGE_MS);
  }

  private settle(waiting: Waiting<T>, answer: Promise<Outcome<T>>): void {
    this.waiting.delete(waiting);
    waiting.settle(this.noted(answer));
  }

  private async noted(answer: Promise<Outcome<T>>): Promise<Outcome<T>> {
    const outcome = await answer;
    this.cameSinceAnswer = false;
    this.answeredAt = this.clock.now();
    return outcome;
  }
}

const given = <T>(question: Question<T>, known: { readonly value: T } | 'ask'): Promise<Outcome<T>> =>
  known === 'ask' ? question.ask() : Promise.resolve(succeeded(known.value));

const nobody = (): undefined => undefined;
