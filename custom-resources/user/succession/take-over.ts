import type { Id, QuickConnectSettings } from '../../../connect/gateway';
import { type Diagnostic, hasErrors } from '../../contract/diagnostic';
import type { Reconciliation } from '../../contract/resource';
import { callFailed } from '../../failures/diagnostics';
import { associate } from '../../membership/associate';
import { theUser } from '../../identity/things';
import { contactFlowOf, fulfil, predecessorOf, promised, promisedTo } from '../../quick-connects/promise';
import { bareId, USER } from '../../values/identifiers';
import { declaredPlace } from '../../values/place';
import type { Work } from '../../waiting/timeouts';
import type { Creation } from '../create';
import { adoptedLater, goesOnLater, membershipNotHandedOn } from '../diagnostics';
import { retarget } from './retarget';
import type { UserState } from '../schema';
import { alike, waitingFor } from './successor';

/** What is left to do once Terraform has asked to stop. */
const AFTER_STOP_MS = 10_000;

/**
 * Makes a user, and gives it what is promised to its name: the quick connects of the account that it replaces, also where an
 * earlier run was cut off before it got to that, and memberships that this process ended for it.
 *
 * The first user of a process is made before anybody asks what is promised: so stacks that are applied at once ask as CreateUser lets
 * them, not all in the same second. All others wait for its CreateUser, ask, and are not made if that fails.
 */
export async function takingOver(
  work: Work,
  desired: UserState,
  create: (answered: () => void) => Promise<Creation>,
): Promise<Reconciliation<UserState>> {
  const { ledger } = work.context;
  const taking = new TakeOver(work, desired);
  const follow = await ledger.goAhead(`users that are made in the instance ${taking.place.instanceId}`);
  try {
    const problem = follow ? undefined : await taking.lookForPromised({ isMade: false });
    if (problem) return { diagnostics: [problem] };
    const { adopted = false, ...made } = await create(follow ?? (() => undefined));
    const { state, diagnostics = [] } = made;
    if (typeof state?.user_id !== 'string') return made;
    const id = bareId(USER, state.user_id);
    alike(ledger, desired).add(id);
    if (hasErrors(diagnostics)) return made;

    const unknown = follow ? await taking.lookForPromised({ isMade: true }) : undefined;
    const unfinished = (await taking.giveQuickConnects(id)) ?? unknown;
    const memberships = await taking.giveMemberships(id);
    if (!unfinished) return { ...made, diagnostics: [...diagnostics, ...memberships] };
    if (!adopted) return { ...made, diagnostics: [...diagnostics, goesOnLater(unfinished), ...memberships] };
    ledger.unmade(theUser(id));
    return { diagnostics: [adoptedLater(unfinished, id), ...memberships] };
  } finally {
    follow?.();
  }
}

class TakeOver {
  private readonly ids = new Set<Id>();
  readonly place: ReturnType<typeof declaredPlace>;

  constructor(
    private readonly work: Work,
    private readonly desired: UserState,
  ) {
    this.place = declaredPlace(desired);
  }

  /** One search for all users of a process. Without an answer that says otherwise, nothing is promised. */
  async lookForPromised({ isMade }: { readonly isMade: boolean }): Promise<Diagnostic | undefined> {
    const { connect, context } = this.work;
    const { instanceId, region } = this.place;
    let found = await promised(connect, instanceId, region);
    if (!found.ok && found.failure.kind === 'cancelled' && isMade) {
      // A stop is no reason to make the user once more: this one search goes on.
      const still = context.connect({ timeoutMs: AFTER_STOP_MS, signal: new AbortController().signal });
      found = await promised(still, instanceId, region);
    }
    if (found.ok) {
      for (const quickConnect of found.value) if (promisedTo(quickConnect) === this.desired.name) this.ids.add(quickConnect.id);
      return undefined;
    }
    const { kind, code } = found.failure;
    if (kind !== 'denied' && kind !== 'not-found' && kind !== 'invalid')
      return callFailed(`looking for quick connects that wait for the user "${this.desired.name}"`, found.failure);
    context.log.warn('whether quick connects wait for the new users is not known', { code });
    return undefined;
  }

  async giveQuickConnects(userId: Id): Promise<Diagnostic | undefined> {
    const { quickConnects: flows } = this.waiting;
    for (const id of new Set([...this.ids, ...flows.keys()])) {
      const problem = await this.giveQuickConnect(id, userId, flows.get(id));
      if (problem) return problem;
    }
    return undefined;
  }

  async giveMemberships(userId: Id): Promise<readonly Diagnostic[]> {
    const { instanceId } = this.place;
    const problems: Diagnostic[] = [];
    for (const [groupId, region] of this.waiting.groups) {
      const problem = await associate(this.work, { instanceId, groupId, userId, region });
      if (problem) problems.push(membershipNotHandedOn(this.desired.name, groupId, problem));
    }
    return problems;
  }

  private get waiting(): ReturnType<typeof waitingFor> {
    return waitingFor(this.work.context.ledger, this.desired.name, this.place.instanceId);
  }

  private async giveQuickConnect(id: Id, userId: Id, flow: string | undefined): Promise<Diagnostic | undefined> {
    const { work, place } = this;
    const { connect, context } = work;
    const found = await connect.quickConnects.find({ ...place, quickConnectId: id });
    const action = `pointing the quick connect ${id} at the user "${this.desired.name}" (${userId})`;
    if (!found.ok) return callFailed(action, found.failure);
    const quickConnect = found.value;
    if (quickConnect?.type !== 'USER') return undefined;
    if (quickConnect.userId === userId) {
      await fulfil(connect, quickConnect, place.region, context);
      return undefined;
    }
    const free = await this.isFree(quickConnect);
    if (typeof free !== 'boolean') return free;
    const contactFlowId = contactFlowOf(quickConnect) ?? flow;
    if (!free || contactFlowId === undefined) {
      if (promisedTo(quickConnect) !== undefined) await fulfil(connect, quickConnect, place.region, context);
      return undefined;
    }
    const pointed = await retarget(work, quickConnect, contactFlowId, { ...place, userId });
    return pointed.ok || (pointed.failure.kind === 'not-found' && !(await this.isThere(id)))
      ? undefined
      : callFailed(action, pointed.failure);
  }

  private async isThere(id: Id): Promise<boolean> {
    const found = await this.work.connect.quickConnects.find({ ...this.place, quickConnectId: id });
    return !found.ok || found.value !== undefined;
  }

  /** Whether it points at nobody, or still at the account that goes: one who stays keeps it, whatever was promised once. */
  private async isFree(quickConnect: QuickConnectSettings): Promise<boolean | Diagnostic> {
    const { userId } = quickConnect;
    if (userId === undefined) return true;
    if ((predecessorOf(quickConnect) ?? userId) !== userId) return false;
    const removal = this.work.context.ledger.removal(theUser(userId));
    if (removal === 'gone' || removal === 'under way') return true;
    const found = await this.work.connect.users.find({ ...this.place, userId });
    return found.ok
      ? found.value === undefined
      : callFailed(`looking for the user ${userId}, at whom a quick connect points`, found.failure);
  }
}
