import { type Failure, type Outcome, stopped } from '../../../connect/failure';
import type { AgentAtWork, AgentStatus, UserRef } from '../../../connect/gateway';
import type { Diagnostic } from '../../contract/diagnostic';
import { callFailed } from '../../failures/diagnostics';
import { parseDuration } from '../../values/durations';
import { type Attempt, retry } from '../../waiting/retry';
import type { Work } from '../../waiting/timeouts';
import { cutByDeletion, noOfflineStatus, leftOffline, stillOnContacts } from '../diagnostics';
import type { UserState } from '../schema';
import { userRef } from '../fields/to-connect';

export interface Drained {
  /** Why the user is not to be deleted, or what a deletion cuts. */
  readonly diagnostics: readonly Diagnostic[];
  /** For a user who is not deleted after all, and why: gives the agent the status it had. Where that fails, too, the problem says so. */
  putBack(problems: readonly Diagnostic[]): Promise<readonly Diagnostic[]>;
}

const NOTHING_DONE: Drained = { diagnostics: [], putBack: (problems) => Promise.resolve(problems) };

/** States of a contact in which no customer is on the line, and no work is left. */
const OVER: readonly string[] = ['MISSED', 'ERROR', 'REJECTED'];
const onContacts = ({ contacts }: AgentAtWork) => contacts.filter(({ state }) => !OVER.includes(state));

/** What PutUserStatus may answer for an agent who signs out meanwhile: the next look tells. */
const PERHAPS_SIGNED_OUT: readonly string[] = ['invalid', 'not-found', 'conflict'];
const REFUSALS = 3;
/** A request to stop leaves this much time to give an agent its status back. */
const PUT_BACK_MS = 30_000;

/**
 * Before an agent is deleted: takes care that no new contact comes, by the status Offline, and waits for those under way, with the
 * work after them. An agent who is not signed in, in no Region of the instance, has none.
 */
export async function drain({ connect, context, deadline }: Work, state: UserState): Promise<Drained> {
  const { drain_on_delete: declared, user_id: userId } = state;
  const ms = parseDuration(declared ?? '');
  if (!ms || userId === null) return NOTHING_DONE;
  const user = userRef(state, userId);
  const first = user.region ?? connect.region;
  const instance = await connect.instances.find(user.instanceId, first);
  if (!instance.ok && instance.failure.kind !== 'denied') return refused(callFailed(`draining the user ${userId}`, instance.failure));
  const regions = new Set([first, ...(instance.ok && instance.value ? instance.value.regions : [])]);
  const until = Math.min(context.clock.now() + ms, deadline);
  const drains = [...regions].map((region) => new Drain({ connect, context, deadline: until }, state, { ...user, region }));
  const putBack = async (problems: readonly Diagnostic[]): Promise<readonly Diagnostic[]> => {
    const left = (await Promise.all(drains.map((one) => one.putBack()))).filter((reason) => reason !== undefined);
    return left.length === 0 ? problems : problems.map((problem) => leftOffline(problem, left));
  };
  const told: Diagnostic[] = [];
  for (const one of drains) {
    const problem = await one.run();
    if (problem) told.push(problem);
    if (problem?.severity === 'error') break;
  }
  return { diagnostics: told, putBack };
}

const refused = (problem: Diagnostic): Drained => ({ ...NOTHING_DONE, diagnostics: [problem] });

type Result = Diagnostic | undefined;
type Failed = { readonly failure: Failure };

/** One agent in one Region. */
class Drain {
  /** The status to give back; absent while it was not changed, or where it is not known. */
  private before: string | undefined;
  private isSet = false;

  constructor(
    private readonly work: Work,
    private readonly state: UserState,
    private readonly user: UserRef & { readonly region: string },
  ) {}

  run(): Promise<Result> {
    const { userId, region } = this.user;
    const { context, deadline } = this.work;
    return retry<Result>(context, { deadline, fields: { userId, region } }, () => this.attempt());
  }

  /** Why it was not done. */
  async putBack(): Promise<string | undefined> {
    if (this.before === undefined) return undefined;
    const { userId, region } = this.user;
    // Terraform may have asked to stop: this is the one call that is made all the same.
    const { agents } = this.work.context.connect({ timeoutMs: PUT_BACK_MS, signal: new AbortController().signal });
    const outcome = await agents.setStatus(this.user, this.before);
    this.work.context.log.info('draining: the agent has its status back', { userId, region, done: outcome.ok });
    return outcome.ok || PERHAPS_SIGNED_OUT.includes(outcome.failure.kind) ? undefined : outcome.failure.message;
  }

  private async attempt(): Promise<Attempt<Result>> {
    const seen = await this.look();
    if (!seen.ok) return { done: this.failed(seen) };
    if (!seen.value) return { done: undefined };
    const listed = await this.work.connect.agents.statuses(this.user.instanceId, this.user.region);
    if (!listed.ok) return { done: this.failed(listed) };
    const offline = listed.value.find(({ type }) => type === 'OFFLINE');
    if (!offline) return { done: noOfflineStatus(this.user.instanceId) };

    const isFree = onContacts(seen.value).length === 0;
    const going = goingTo(seen.value, listed.value);
    if (going === offline.id) return isFree ? { done: undefined } : this.wait(seen.value);
    // The status of an agent who is on a contact is set once, to follow: it need not be shown at once.
    if (this.isSet && !isFree) return this.wait(seen.value);
    const set = await this.work.connect.agents.setStatus(this.user, offline.id);
    if (!this.isSet && (set.ok || set.failure.ambiguous)) this.before = going;
    if (!set.ok) return this.notSet(set);
    this.isSet = true;
    const now = await this.look();
    if (!now.ok) return { done: this.failed(now) };
    const after = now.value;
    return !after || (onContacts(after).length === 0 && goingTo(after, listed.value) === offline.id)
      ? { done: undefined }
      : this.wait(after);
  }

  private look(): Promise<Outcome<AgentAtWork | undefined>> {
    return this.work.connect.agents.atWork(this.user);
  }

  private notSet(outcome: Failed): Attempt<Result> {
    const done = this.failed(outcome);
    return PERHAPS_SIGNED_OUT.includes(outcome.failure.kind)
      ? { again: 'the agent may have signed out', otherwise: done, attempts: REFUSALS }
      : { done };
  }

  private wait(agent: AgentAtWork): Attempt<Result> {
    const contacts = onContacts(agent);
    const { userId } = this.user;
    const again = contacts.length > 0 ? `the agent is on ${contacts.length} contact(s)` : 'the agent is not Offline yet';
    const { name, drain_on_delete: time, on_drain_timeout: choice } = this.state;
    const about = { name, userId, time: time ?? '', contacts };
    return {
      again,
      otherwise: choice === 'delete' ? cutByDeletion(about) : stillOnContacts(about),
      stopped: this.failed({ failure: stopped(again, this.user.region) }),
    };
  }

  private failed({ failure }: Failed): Diagnostic {
    return callFailed(`draining the user "${this.state.name}" (${this.user.userId})`, failure);
  }
}

/** The status that the agent is in, or gets next. */
function goingTo({ statusId, nextStatus }: AgentAtWork, statuses: readonly AgentStatus[]): string | undefined {
  return nextStatus === undefined ? statusId : statuses.find(({ name }) => name === nextStatus)?.id;
}
