import { USER_CHANGES, type UserChange } from '../../../emulator/settings';
import { observed } from '../findings';
import { type Answer, answerTo, inWords, isOk } from '../instance/answer';
import type { Lab, LiveUser } from '../instance/lab';
import { type Question, soon } from './question';

/** The service tells the time of a change in whole seconds. */
const TICK_MS = 1_100;

/** One that every instance has. */
const PROFICIENCY = { AttributeName: 'connect:Language', AttributeValue: 'connect:English', Level: 3 };

/** Makes a change that the user did not have before; nothing where this instance has no other value. */
type Change = (lab: Lab, user: LiveUser) => (() => Promise<Answer>) | undefined;

const CHANGES: Readonly<Record<UserChange, Change>> = {
  identity:
    ({ client, InstanceId }, { id: UserId }) =>
    () =>
      answerTo(
        client.updateUserIdentityInfo({
          InstanceId,
          UserId,
          IdentityInfo: { FirstName: 'Live', LastName: 'Test', Mobile: '+12065550102' },
        }),
      ),
  phone:
    ({ client, InstanceId }, { id: UserId }) =>
    () =>
      answerTo(
        client.updateUserPhoneConfig({ InstanceId, UserId, PhoneConfig: { PhoneType: 'SOFT_PHONE', AfterContactWorkTimeLimit: 20 } }),
      ),
  'routing-profile': ({ client, InstanceId, facts }, { id: UserId }) => {
    const RoutingProfileId = facts.routingProfileIds[1];
    return RoutingProfileId === undefined
      ? undefined
      : () => answerTo(client.updateUserRoutingProfile({ InstanceId, UserId, RoutingProfileId }));
  },
  'security-profiles': ({ client, InstanceId, facts }, { id: UserId }) => {
    const SecurityProfileIds = [...facts.securityProfileIds];
    return SecurityProfileIds.length < 2
      ? undefined
      : () => answerTo(client.updateUserSecurityProfiles({ InstanceId, UserId, SecurityProfileIds }));
  },
  hierarchy: ({ client, InstanceId, facts }, { id: UserId }) => {
    const HierarchyGroupId = facts.hierarchyGroupId;
    return HierarchyGroupId === undefined
      ? undefined
      : () => answerTo(client.updateUserHierarchy({ InstanceId, UserId, HierarchyGroupId }));
  },
  tags:
    ({ client }, { arn }) =>
    () =>
      answerTo(client.tagResource({ resourceArn: arn, tags: { changed: 'yes' } })),
  proficiencies:
    ({ client, InstanceId }, { id: UserId }) =>
    () =>
      answerTo(client.associateUserProficiencies({ InstanceId, UserId, UserProficiencies: [PROFICIENCY] })),
  membership: (lab, { id }) => lab.parts.group && (() => lab.join(id)),
};

/** Makes one change of each kind, and looks whether the time of the last change moves. */
export const lastModified: Question = {
  name: 'what moves LastModifiedTime',
  rows: ['lastModifiedMoves'],
  ask: (lab) =>
    lab.withUser('moves', {}, async (user) => {
      if (lab.parts.group) await lab.untilJoinable(user.id);
      const moves: UserChange[] = [];
      const evidence: string[] = [];
      const untold: string[] = [];
      for (const change of USER_CHANGES) {
        const make = CHANGES[change](lab, user);
        if (!make) {
          untold.push(`${change}: this instance or run has nothing to change it to`);
          continue;
        }
        const before = await modified(lab, user);
        await lab.sleep(TICK_MS);
        const answer = await make();
        if (!isOk(answer)) {
          untold.push(`${change}: the change was answered ${inWords(answer)}`);
          continue;
        }
        const moved = await soon(lab, async () => (await modified(lab, user)) > before);
        if (moved) moves.push(change);
        evidence.push(`${change} ${moved ? 'moves' : 'does not move'} it`);
      }
      return {
        rows: { lastModifiedMoves: observed(moves, evidence.join('; ')) },
        ...(untold.length > 0 && { remarks: untold.map((text) => `LastModifiedTime, not tried: ${text}`) }),
      };
    }),
};

async function modified({ client, InstanceId }: Lab, { id }: LiveUser): Promise<number> {
  const { User } = await client.describeUser({ InstanceId, UserId: id });
  return User?.LastModifiedTime?.getTime() ?? 0;
}
