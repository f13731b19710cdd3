import { type Finding, observed, unforeseen } from '../findings';
import { type Answer, answerTo, inWords, isOk } from '../instance/answer';
import type { Lab } from '../instance/lab';
import { attempt, type Question, withoutGroup } from './question';

/** Who joins twice, who leaves without having joined, and how a group lists its members. */
export const members: Question = {
  name: 'members of a group',
  rows: ['reassociate', 'disassociateNonMember', 'memberIds', 'groupUsersPageMax'],
  hindrance: withoutGroup,
  ask: (lab) =>
    lab.withUser('member', {}, async ({ id }) => {
      await lab.untilJoinable(id);
      const stranger = await lab.leave(id);
      mustBeOk('AssociateTrafficDistributionGroupUser', await lab.join(id));
      const shown = await lab.watch('ListTrafficDistributionGroupUsers shows a new member', () => lab.isListed(id));
      const memberIds = await attempt(lab, () => namesOfMembers(lab, id));
      const again = await lab.join(id);
      mustBeOk('DisassociateTrafficDistributionGroupUser', await lab.leave(id));
      const gone = await lab.watch('ListTrafficDistributionGroupUsers no longer shows who left', async () => !(await lab.isListed(id)));
      return {
        rows: {
          reassociate: either(again, 'ok', { 409: 'conflict' }, 'Associate for a member'),
          disassociateNonMember: either(stranger, 'ok', { 404: 'not-found' }, 'Disassociate for a user who is no member'),
          memberIds,
          groupUsersPageMax: await attempt(lab, () => pageMax(lab)),
        },
        lags: [shown, gone],
      };
    }),
};

/** One value for 200, and one for each refusal that was foreseen. */
export function either<T>(answer: Answer, ok: T, refusals: Readonly<Record<number, T>>, what: string): Finding<T> {
  const evidence = `${what}: ${inWords(answer)}`;
  if (isOk(answer)) return observed(ok, evidence);
  const value = refusals[answer.status];
  return value === undefined ? unforeseen(evidence) : observed(value, evidence);
}

export function mustBeOk(operation: string, answer: Answer): void {
  if (!isOk(answer)) throw new Error(`${operation} was answered ${inWords(answer)}`);
}

async function namesOfMembers(lab: Lab, id: string): Promise<Finding<'id' | 'arn'>> {
  const name = (await lab.members()).find((member) => member.endsWith(id));
  if (name === undefined) throw new Error('the list of members does not show the new member');
  if (name === id) return observed('id', 'the list names users by bare ids');
  return name.startsWith('arn:')
    ? observed('arn', 'the list names users by ARNs')
    : unforeseen('the list names users by neither ids nor ARNs');
}

const SIZES = [1000, 500, 100, 50, 25, 10] as const;

async function pageMax({ home, group }: Lab): Promise<Finding<1000 | 10>> {
  const refused: string[] = [];
  for (const MaxResults of SIZES) {
    const answer = await answerTo(home.listTrafficDistributionGroupUsers({ TrafficDistributionGroupId: group.id, MaxResults }));
    if (!isOk(answer)) {
      refused.push(`${MaxResults}: ${inWords(answer)}`);
      continue;
    }
    const evidence = [...refused, `${MaxResults}: 200`].join('; ');
    return MaxResults === 1000 || MaxResults === 10 ? observed(MaxResults, evidence) : unforeseen(evidence);
  }
  return unforeseen(refused.join('; '));
}
