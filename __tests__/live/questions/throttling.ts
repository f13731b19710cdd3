import type { Connect } from '@aws-sdk/client-connect';
import type { Throttling } from '../findings';
import { type Answer, answerTo, isOk, isThrottle } from '../instance/answer';
import type { Lab } from '../instance/lab';
import type { Question } from './question';

/** Hardly anybody calls it, and no agent's work depends on it. */
const OPERATION = 'DescribeInstanceAttribute';
/** As many as should tell a quota of twenty requests at once. */
const MOST_AT_ONCE = 40;
const SECONDS = 10;
const EACH_MS = 100;

/** How the service throttles, and at which rate: calls too many of one operation, for a quarter of a minute. */
export const throttling = (impatient: Connect): Question => ({
  name: 'throttling',
  rows: [],
  ask: async (lab) => {
    const call = (): Promise<Answer> =>
      answerTo(impatient.describeInstanceAttribute({ InstanceId: lab.InstanceId, AttributeType: 'INBOUND_CALLS' }));
    const { taken, refused } = await untilThrottled(lab, call);
    if (!refused) return { throttling: { operation: OPERATION, takenAtOnce: taken } };
    const { code = '', status, message = '' } = refused;
    const throttled = { code, status, message, takenPerSecond: await rateOf(lab, call) };
    return { throttling: { operation: OPERATION, takenAtOnce: taken, throttled } satisfies Throttling };
  },
});

async function untilThrottled(
  { parts: { signal } }: Lab,
  call: () => Promise<Answer>,
): Promise<{ readonly taken: number; readonly refused?: Answer }> {
  for (let taken = 0; taken < MOST_AT_ONCE; taken++) {
    signal?.throwIfAborted();
    const answer = await call();
    if (isThrottle(answer.code ?? '')) return { taken, refused: answer };
    if (!isOk(answer)) throw new Error(`${OPERATION} was answered ${answer.status} ${answer.code}`);
  }
  return { taken: MOST_AT_ONCE };
}

async function rateOf(lab: Lab, call: () => Promise<Answer>): Promise<number> {
  const begun = lab.clock.now();
  let taken = 0;
  while (lab.clock.now() - begun < SECONDS * 1000) {
    if (isOk(await call())) taken += 1;
    await lab.sleep(EACH_MS);
  }
  return Math.round((taken / ((lab.clock.now() - begun) / 1000)) * 10) / 10;
}
