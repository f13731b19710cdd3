import { type Cut, kills } from './cuts';
import type { Scenario } from './scenario';

/**
 * The limit that docs/behaviour/deletion.md names: where quick connects forget a deleted user, a run that is killed
 * between DeleteUser and the last DeleteQuickConnect leaves them, and nothing else.
 */
export const LIMIT = 'quick connects that forgot their user are left (docs/behaviour/deletion.md, "The limit")';

const AFTER_THE_USER = ['DeleteQuickConnect', 'DisassociateQueueQuickConnects'];

export function mayLeaveQuickConnects({ answers }: Scenario, cut: Cut): boolean {
  const { writes, moment } = cut;
  const isPast = writes.some(({ operation }) => (operation === 'DeleteUser' && moment === 'after') || AFTER_THE_USER.includes(operation));
  return answers?.quickConnectUserIdAfterDelete === 'cleared' && kills(cut) && isPast;
}

/** Whether the differences are quick connects of type USER without a user, and the queues that offer them. */
export const areQuickConnectsOfNobody = (differences: readonly string[]): boolean =>
  differences.length > 0 &&
  differences.every(
    (line) =>
      /^surplus: quick connect .*"UserConfig":\{"ContactFlowId":"[^"]*","UserId":""\}/.test(line) ||
      /^(surplus|missing): queue .* offers/.test(line),
  );
