import type { Outcome } from '../../../connect/failure';
import type { QuickConnectSettings, UserRef } from '../../../connect/gateway';
import { theUser } from '../../identity/things';
import { fulfil, promisedTo } from '../../quick-connects/promise';
import { bareId, CONTACT_FLOW } from '../../values/identifiers';
import { maySayNew } from '../../waiting/read-new';
import { retry } from '../../waiting/retry';
import type { Work } from '../../waiting/timeouts';
import { untilKnown } from '../../waiting/while-new';

/** Points a quick connect at another user, over the same flow, and takes off what promised it. A user of this apply may be too new. */
export async function retarget(
  { connect, context, deadline }: Work,
  quickConnect: QuickConnectSettings,
  contactFlow: string,
  user: UserRef,
): Promise<Outcome<void>> {
  const { userId, ...place } = user;
  const ref = { ...place, quickConnectId: quickConnect.id };
  const pointed = await retry<Outcome<void>>(context, { deadline, fields: { userId, quickConnectId: quickConnect.id } }, async () => {
    const outcome = await connect.quickConnects.retarget(ref, { type: 'USER', userId, contactFlowId: bareId(CONTACT_FLOW, contactFlow) });
    if (outcome.ok || !maySayNew(outcome.failure)) return { done: outcome };
    const [there, seen] = [await connect.quickConnects.find(ref), await connect.users.find(user)];
    const passing = there.ok && there.value !== undefined && !(seen.ok && seen.value) && context.ledger.wasMade(theUser(userId));
    return passing ? untilKnown(outcome, 'the new user') : { done: outcome };
  });
  if (pointed.ok && promisedTo(quickConnect) !== undefined) await fulfil(connect, quickConnect, user.region, context);
  return pointed;
}
