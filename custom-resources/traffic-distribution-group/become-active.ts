import { type Failure, stopped } from '../../connect/failure';
import type { Id } from '../../connect/gateway';
import type { Diagnostic } from '../contract/diagnostic';
import { callFailed } from '../failures/diagnostics';
import { PASSING } from '../membership/group';
import { maySayNew } from '../waiting/read-new';
import { type Again, retry } from '../waiting/retry';
import type { Work } from '../waiting/timeouts';
import { creationFailed, notActiveInTime } from './diagnostics';

/** How long a new group may be unknown, at least, before it is taken for gone. */
const UNSEEN_MS = 30_000;

const IN_PROGRESS = 'CREATION_IN_PROGRESS';
const UNSEEN = 'the new group is not known everywhere yet';

/** The status that a group came to, and what is wrong with it; `gone` when it is not there, or on its way out. */
type Result = 'gone' | { readonly status: string; readonly problem?: Diagnostic };

export function becomeActive(
  { connect, context, deadline }: Work,
  { id, name, region }: { readonly id: Id; readonly name: string; readonly region: string },
): Promise<Result> {
  const failed = (failure: Failure, status = IN_PROGRESS): Result => ({
    status,
    problem: callFailed(`waiting for the traffic distribution group "${name}" (${id})`, failure),
  });
  return retry<Result>(context, { deadline, fields: { groupId: id, region } }, async () => {
    const found = await connect.groups.find({ group: id, region });
    const unseen = (otherwise: Result): Again<Result> => {
      const withinMs = Math.max(UNSEEN_MS, context.settings.consistencyWindowMs);
      return { again: UNSEEN, otherwise, stopped: failed(stopped(UNSEEN, region)), withinMs };
    };
    if (!found.ok) return maySayNew(found.failure) ? unseen(failed(found.failure)) : { done: failed(found.failure) };
    const status = found.value?.status ?? 'PENDING_DELETION';
    if (status === 'ACTIVE') return { done: { status } };
    if (status === 'PENDING_DELETION') return unseen('gone');
    if (!PASSING.includes(status)) return { done: { status, problem: creationFailed({ id, name }, status) } };
    const waiting = `the group is ${status}`;
    return {
      again: waiting,
      otherwise: { status, problem: notActiveInTime({ id, name }, status) },
      stopped: failed(stopped(waiting, region), status),
    };
  });
}
