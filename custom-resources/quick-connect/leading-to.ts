import type { Outcome } from '../../connect/failure';
import type { OfInstance, QuickConnectTarget } from '../../connect/gateway';
import { perhapsNewUser } from '../creating/perhaps-new';
import type { Work } from '../waiting/timeouts';
import { whileNew } from '../waiting/while-new';

/** A call that makes a quick connect lead somewhere: to a user of this apply, whom the service may not know everywhere yet. */
export const leadingTo = <T>(
  work: Work,
  target: QuickConnectTarget,
  place: OfInstance,
  call: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  target.type === 'USER' ? whileNew(work, perhapsNewUser(work.connect, { ...place, userId: target.userId }), call) : call();
