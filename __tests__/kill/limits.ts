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

/**
 * The other one: a membership that nobody declares is kept in mind alone between the halves of a replacement that destroys first. A run
 * that is cut off there loses it, and nothing else.
 */
export const LOST_MEMBERSHIP = 'a membership that nobody declares is lost (docs/behaviour/deletion.md, "A successor")';

export const mayLoseMembership = ({ handsOnMemberships = false }: Scenario, { kind }: Cut): boolean =>
  handsOnMemberships && kind !== 'connection reset';

/** Whether the differences are the members of one group. */
export const areMembersOfAGroup = (differences: readonly string[]): boolean => {
  const groups = differences.map((line) => /^(?:surplus|missing): (group "[^"]*" .*)"members":\[[^\]]*\]\}$/.exec(line)?.[1]);
  return groups.length === 2 && groups[0] !== undefined && groups[0] === groups[1];
};

/** Whether the differences are quick connects of type USER without a user, and the queues that offer them. */
export const areQuickConnectsOfNobody = (differences: readonly string[]): boolean =>
  differences.length > 0 &&
  differences.every(
    (line) =>
      /^surplus: quick connect .*"UserConfig":\{"ContactFlowId":"[^"]*","UserId":""\}/.test(line) ||
      /^(surplus|missing): queue .* offers/.test(line),
  );
