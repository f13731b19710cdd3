import { createHash, randomUUID } from 'node:crypto';
import { type Failure, stopped } from '../../connect/failure';
import type { Gateway, Id } from '../../connect/gateway';
import { noInstance } from '../checking/diagnostics';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context, Reconciliation } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { bareId, INSTANCE } from '../values/identifiers';
import { present } from '../values/present';
import { type Place, placeOf } from '../values/place';
import { justCreated } from '../waiting/read-new';
import { retry, SECOND_ATTEMPT_MS } from '../waiting/retry';
import type { Work } from '../waiting/timeouts';
import { becomeActive } from './become-active';
import { groupAdopted, groupKept, quotaUsedUp, replicationProblem, stillInCreation } from './diagnostics';
import { holderOf } from './holder';
import { theGroup } from '../identity/things';
import type { GroupState } from './schema';

/** A group that is there, ACTIVE or not yet. */
interface Made {
  readonly id: Id;
  readonly arn: string;
  /** That it was there before: another apply made it, or somebody else. */
  readonly adopted?: readonly Diagnostic[];
}

type Result = Made | { readonly failed: Diagnostic };

const NAME_TAKEN = 'the name is taken by a group that no list shows yet';

/**
 * CreateTrafficDistributionGroup, and the wait until the group is ACTIVE. Once it exists it is never lost, and never made twice: a
 * lost answer is asked for again with the same token, and so does the next apply of the same declaration, after it has looked for a
 * group of the name.
 */
export async function createGroup(work: Work, desired: GroupState): Promise<Reconciliation<GroupState>> {
  const { connect, context } = work;
  const state = { ...desired, region: desired.region ?? connect.region, is_default: false };
  /** Connect said that it makes it, and does not know it: the next refresh tells. */
  let unseen: Pick<Reconciliation<GroupState>, 'state' | 'private'> = {};
  for (const token of [tokenOf(state), randomUUID()]) {
    const made = await makeGroup(work, state, token);
    if ('failed' in made) return { ...unseen, diagnostics: [made.failed] };
    const end = await becomeActive(work, { ...state, ...made });
    const known = { ...state, id: made.id, arn: made.arn };
    if (end !== 'gone') return ended({ ...known, status: end.status }, made, end.problem, context);
    // A token of a group that was deleted since may lead to that group: only a new token makes a new one.
    unseen = { state: { ...known, status: 'CREATION_IN_PROGRESS' }, private: justCreated(context) };
  }
  return { ...unseen, diagnostics: [callFailed(action(state), vanished(state))] };
}

/** Terraform taints what fails while it is created: it is told of a stop in a way that leaves the group to the next plan. */
function ended(state: GroupState, { adopted }: Made, problem: Diagnostic | undefined, context: Context): Reconciliation<GroupState> {
  if (problem === undefined) return { state, private: justCreated(context), diagnostics: adopted ?? [] };
  const unfinished = state.status !== 'CREATION_FAILED';
  // Who was there before is not ours to taint, unless nothing became of it.
  if (adopted && unfinished) {
    context.ledger.unmade(theGroup(state.id ?? ''));
    return { diagnostics: [problem] };
  }
  if (unfinished && context.signal.aborted) return { state, private: justCreated(context), diagnostics: [stillInCreation(state)] };
  return { state, private: justCreated(context), diagnostics: [groupKept(problem, unfinished)] };
}

/** The same for the same declaration, in whatever process: it is the only token that outlives a kill. */
function tokenOf({ instance_id: instance, name, description, tags_all: tags }: GroupState): string {
  const declared = [bareId(INSTANCE, instance), name, description, Object.entries(tags ?? {}).sort()];
  return createHash('sha256').update(JSON.stringify(declared)).digest('hex');
}

function makeGroup({ connect, context, deadline }: Work, desired: GroupState, token: string): Promise<Result> {
  const place = placeOf(desired.instance_id, desired.region, connect);
  const { region } = place;
  let ambiguous = false;
  return retry<Result>(context, { deadline, fields: { region } }, async () => {
    const held = await holderOf(connect, desired, context, ambiguous);
    if (held && !('group' in held)) return held;
    if (held) return { done: { ...held.group, adopted: ambiguous ? [] : [groupAdopted(held.group)] } };
    const created = await connect.groups.create({
      ...place,
      name: desired.name,
      ...present({ description: desired.description }),
      tags: desired.tags_all ?? {},
      clientToken: token,
    });
    if (created.ok) return { done: created.value };
    const { failure } = created;
    ambiguous ||= failure.ambiguous === true;
    const failed = (cause: Failure): Result => ({ failed: callFailed(action(desired), cause, ['name']) });
    if (failure.kind === 'conflict') {
      const withinMs = Math.max(context.settings.consistencyWindowMs, SECOND_ATTEMPT_MS);
      return { again: NAME_TAKEN, otherwise: failed(failure), stopped: failed(stopped(NAME_TAKEN, region)), withinMs };
    }
    if (failure.kind === 'quota-full') return { done: { failed: quotaUsedUp(desired, failure) } };
    const cause = failure.kind === 'invalid' || failure.kind === 'not-found' ? await explainRefusal(connect, place) : undefined;
    return { done: { failed: cause ?? callFailed(action(desired), failure) } };
  });
}

/** Why it was refused, where the instance is the reason. */
async function explainRefusal(connect: Gateway, { instanceId, region }: Place): Promise<Diagnostic | undefined> {
  const instance = await connect.instances.find(instanceId, region);
  if (!instance.ok) return undefined;
  return instance.value ? replicationProblem(instance.value, region) : noInstance(instanceId, region);
}

const action = ({ name }: GroupState): string => `creating the traffic distribution group "${name}"`;

/** Two groups that were made were gone before they were ever seen. */
const vanished = ({ name, region }: GroupState): Failure => ({
  kind: 'unavailable',
  operation: 'CreateTrafficDistributionGroup',
  region: region ?? '',
  code: 'NeverSeen',
  message: `Amazon Connect said twice that it makes the group "${name}", and then does not know it.`,
});
