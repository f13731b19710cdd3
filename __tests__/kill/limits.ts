import { type Cut, kills } from './cuts';
import type { Scenario } from './scenario';

/** The limits that docs/behaviour/deletion.md names: which of them a run that was cut off met, if that explains all differences. */
export function limitMet(scenario: Scenario, cut: Cut, differences: readonly string[]): string | undefined {
  if (differences.length === 0) return undefined;
  if (mayLeaveQuickConnects(scenario, cut) && areQuickConnectsOfNobody(differences)) return LEFT_QUICK_CONNECTS;
  const others = mayLeaveTags(cut) ? withoutTagsOfTheProvider(differences) : differences;
  if (others.length === 0) return LEFT_TAGS;
  return mayLoseMembership(scenario, cut) && areMembersOfAGroup(others) ? LOST_MEMBERSHIP : undefined;
}

/**
 * Where quick connects forget a deleted user, a run that is killed between DeleteUser and the last DeleteQuickConnect leaves them, and
 * nothing else.
 */
const LEFT_QUICK_CONNECTS = 'quick connects that forgot their user are left (docs/behaviour/deletion.md, "The limit")';

const AFTER_THE_USER = ['DeleteQuickConnect', 'DisassociateQueueQuickConnects'];

function mayLeaveQuickConnects({ answers }: Scenario, cut: Cut): boolean {
  const { writes, moment } = cut;
  const isPast = writes.some(({ operation }) => (operation === 'DeleteUser' && moment === 'after') || AFTER_THE_USER.includes(operation));
  return answers?.quickConnectUserIdAfterDelete === 'cleared' && kills(cut) && isPast;
}

/**
 * A membership that nobody declares is kept in mind alone between the halves of a replacement that destroys first. A run that is cut off
 * there loses it, and nothing else.
 */
const LOST_MEMBERSHIP = 'a membership that nobody declares is lost (docs/behaviour/deletion.md, "A successor")';

const mayLoseMembership = ({ handsOnMemberships = false }: Scenario, { kind }: Cut): boolean =>
  handsOnMemberships && kind !== 'connection reset';

/** A quick connect that has reached the successor keeps the tags that promised it, where they cannot be taken off right then. */
const LEFT_TAGS = 'tags that mean nothing any more are left (docs/behaviour/deletion.md, "A successor")';

const mayLeaveTags = ({ kind, writes }: Cut): boolean =>
  kind === 'network lost' && writes.some(({ operation }) => operation === 'UntagResource');

/** The differences that remain when tags of the provider on quick connects of users who are there do not count. */
function withoutTagsOfTheProvider(differences: readonly string[]): readonly string[] {
  const bare = (line: string): string =>
    /^\w+: quick connect .*"UserId":"\(the user /.test(line) ? line.replace(/"cdktf-amazon-connect:[^"]*":"[^"]*",?/g, '') : line;
  const other = (line: string): string => line.replace(/^\w+/, (side) => (side === 'surplus' ? 'missing' : 'surplus'));
  const lines = differences.map(bare);
  return lines.filter((line) => !lines.includes(other(line)));
}

/** Whether the differences are the members of one group. */
const areMembersOfAGroup = (differences: readonly string[]): boolean => {
  const groups = differences.map((line) => /^(?:surplus|missing): (group .*)"members":\[[^\]]*\]\}$/.exec(line)?.[1]);
  return groups.length === 2 && groups[0] !== undefined && groups[0] === groups[1];
};

/** Whether the differences are quick connects of type USER without a user, and the queues that offer them. */
const areQuickConnectsOfNobody = (differences: readonly string[]): boolean =>
  differences.length > 0 &&
  differences.every(
    (line) =>
      /^surplus: quick connect .*"UserConfig":\{"ContactFlowId":"[^"]*","UserId":""\}/.test(line) ||
      /^(surplus|missing): queue .* offers/.test(line),
  );
