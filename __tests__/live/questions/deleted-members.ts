import { type Finding, observed } from '../findings';
import type { Lab } from '../instance/lab';
import { cameTrue } from '../instance/watch';
import { either, mustBeOk } from './members';
import { type Question, withoutGroup, withoutOwnGroup } from './question';

/** Whether a deleted user stays in the list of members. Where it does, nobody may be able to take it out: in a group of our own only. */
export const memberOfDeletedUser: Question = {
  name: 'the membership of a deleted user',
  rows: ['memberOfDeletedUser'],
  hindrance: withoutOwnGroup,
  ask: (lab) =>
    lab.withUser('gone', {}, async ({ id }) => {
      await lab.untilJoinable(id);
      mustBeOk('AssociateTrafficDistributionGroupUser', await lab.join(id));
      await lab.until('ListTrafficDistributionGroupUsers shows a new member', () => lab.isListed(id));
      await deleteAndForget(lab, id);
      const leaves = await lab.watch(
        'ListTrafficDistributionGroupUsers no longer shows a deleted user',
        async () => !(await lab.isListed(id)),
      );
      const row: Finding<'removed' | 'lingers'> = cameTrue(leaves)
        ? observed('removed', 'the list of members no longer shows a deleted user')
        : observed('lingers', `the list of members still shows a deleted user after ${Math.round(lab.parts.patienceMs / 1000)} s`);
      return { rows: { memberOfDeletedUser: row }, ...(cameTrue(leaves) && { lags: [leaves] }) };
    }),
};

export const disassociateDeletedUser: Question = {
  name: 'ending the membership of a deleted user',
  rows: ['disassociateDeletedUser'],
  hindrance: withoutGroup,
  ask: (lab) =>
    lab.withUser('late', {}, async ({ id }) => {
      await lab.untilJoinable(id);
      await deleteAndForget(lab, id);
      const answer = await lab.leave(id);
      return { rows: { disassociateDeletedUser: either(answer, 'ok', { 404: 'not-found' }, 'Disassociate for a deleted user') } };
    }),
};

async function deleteAndForget(lab: Lab, id: string): Promise<void> {
  await lab.removeUser(id);
  await lab.until('DescribeUser no longer finds a deleted user', async () => !(await lab.exists(id)));
}
