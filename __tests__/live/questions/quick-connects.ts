import { type Finding, notObservable, observed, unforeseen } from '../findings';
import { answerTo, inWords, isNotFound, isOk } from '../instance/answer';
import { ignoringNotFound, type Lab } from '../instance/lab';
import { withQueue, withQuickConnect, withoutFlow } from '../instance/quick-connect';
import { either } from './members';
import { type Question, soon } from './question';

/** Whom a quick connect keeps from being deleted, and what it says of them then. */
export const deletedUser: Question = {
  name: 'the quick connect of a deleted user',
  rows: ['deleteUserWithQuickConnect', 'quickConnectUserIdAfterDelete'],
  hindrance: withoutFlow,
  ask: (lab) =>
    lab.withUser('called', {}, (user) =>
      withQuickConnect(lab, 'call', user, async (id) => {
        const answer = await answerTo(lab.client.deleteUser({ InstanceId: lab.InstanceId, UserId: user.id }));
        return {
          rows: {
            deleteUserWithQuickConnect: either(
              answer,
              'ok',
              { 400: 'refused', 409: 'refused' },
              'DeleteUser while a quick connect points at the user',
            ),
            quickConnectUserIdAfterDelete: isOk(answer)
              ? await userIdIn(lab, id, user.id)
              : notObservable(`no user that a quick connect points at can be deleted (${inWords(answer)})`),
          },
        };
      }),
    ),
};

async function userIdIn(lab: Lab, QuickConnectId: string, userId: string): Promise<Finding<'kept' | 'cleared'>> {
  const { client, InstanceId } = lab;
  let shown: string | undefined;
  try {
    await soon(lab, async () => {
      const { QuickConnect } = await client.describeQuickConnect({ InstanceId, QuickConnectId });
      shown = QuickConnect?.QuickConnectConfig?.UserConfig?.UserId ?? '';
      return shown !== userId;
    });
  } catch (error) {
    if (isNotFound(error)) return unforeseen('the quick connect went with its user');
    throw error;
  }
  if (shown === userId) return observed('kept', 'the quick connect still has the id of the deleted user');
  return shown === ''
    ? observed('cleared', 'the quick connect has no user id any more')
    : unforeseen('the quick connect has another user id');
}

/** Deleting a quick connect that a queue offers: a queue of our own, which nobody works on. */
export const inQueue: Question = {
  name: 'a quick connect that a queue offers',
  rows: ['deleteQuickConnectInQueue'],
  hindrance: (parts) =>
    withoutFlow(parts) ?? (parts.facts.hoursOfOperationId === undefined ? 'the instance has no hours of operation' : undefined),
  ask: (lab) =>
    lab.withUser('offered', {}, (user) =>
      withQuickConnect(lab, 'offer', user, (id) =>
        withQueue(lab, 'queue', async (QueueId) => {
          const { client, InstanceId } = lab;
          const offer = { InstanceId, QueueId, QuickConnectIds: [id] };
          await client.associateQueueQuickConnects(offer);
          await lab.until('ListQueueQuickConnects shows what was put into a queue', async () => {
            const { QuickConnectSummaryList } = await client.listQueueQuickConnects({ InstanceId, QueueId, MaxResults: 100 });
            return QuickConnectSummaryList?.some(({ Id }) => Id === id) ?? false;
          });
          const answer = await answerTo(client.deleteQuickConnect({ InstanceId, QuickConnectId: id }));
          if (!isOk(answer)) await client.disassociateQueueQuickConnects(offer).catch(ignoringNotFound);
          return {
            rows: {
              deleteQuickConnectInQueue: either(
                answer,
                'ok',
                { 400: 'in-use', 409: 'in-use' },
                'DeleteQuickConnect while a queue offers it',
              ),
            },
          };
        }),
      ),
    ),
};
