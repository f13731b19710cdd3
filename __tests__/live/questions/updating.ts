import { type Finding, type Lag, notObservable } from '../findings';
import { type Answer, answerTo } from '../instance/answer';
import type { Lab } from '../instance/lab';
import { cameTrue } from '../instance/watch';
import { either, mustBeOk } from './members';
import { type Question, withoutOwnGroup } from './question';

/** Shares of the home Region; each differs from the one before. */
const SHARES = [50, 100, 50];

/** Joining a group while its traffic is moved. Moves traffic: of our own group, which no telephone number belongs to. */
export const updating: Question = {
  name: 'joining a group that is updated',
  rows: ['associateWhileUpdating'],
  hindrance: (parts) => withoutOwnGroup(parts) ?? (parts.group?.replica === undefined ? 'the group has one Region only' : undefined),
  ask: (lab) =>
    lab.withUser('joiner', {}, async ({ id }) => {
      await lab.untilJoinable(id);
      const lags: Lag[] = [];
      let row: Finding<'ok' | 'not-found'> | undefined;
      for (const share of SHARES) {
        const answer = await joinWhileUpdating(lab, id, share);
        if (answer) row = either(answer, 'ok', { 404: 'not-found' }, 'Associate while the group was UPDATE_IN_PROGRESS');
        const over = await lab.watch('a group whose shares were changed is ACTIVE again', async () => (await statusOf(lab)) === 'ACTIVE');
        lags.push(over);
        if (row || !cameTrue(over)) break;
      }
      return {
        rows: { associateWhileUpdating: row ?? notObservable('each update of the group was over before a user could join it') },
        lags,
      };
    }),
};

/** The answer to Associate, if the group was being updated before and after it. */
async function joinWhileUpdating(lab: Lab, id: string, share: number): Promise<Answer | undefined> {
  const { region, replica = '' } = lab.group;
  const Distributions = [
    { Region: region, Percentage: share },
    { Region: replica, Percentage: 100 - share },
  ];
  mustBeOk(
    'UpdateTrafficDistribution',
    await answerTo(lab.home.updateTrafficDistribution({ Id: lab.group.id, TelephonyConfig: { Distributions } })),
  );
  if ((await statusOf(lab)) !== 'UPDATE_IN_PROGRESS') return undefined;
  const answer = await lab.join(id);
  return (await statusOf(lab)) === 'UPDATE_IN_PROGRESS' ? answer : undefined;
}

async function statusOf({ home, group }: Lab): Promise<string | undefined> {
  const { TrafficDistributionGroup } = await home.describeTrafficDistributionGroup({ TrafficDistributionGroupId: group.id });
  return TrafficDistributionGroup?.Status;
}
