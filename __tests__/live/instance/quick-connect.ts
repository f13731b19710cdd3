import { TAGS } from '../names';
import { ignoringNotFound, type Lab, type LabParts, type LiveUser } from './lab';

export const withoutFlow = ({ facts }: LabParts): string | undefined =>
  facts.flowId === undefined ? 'needs an agent transfer flow, and none was found: --flow' : undefined;

/** Makes a quick connect to a user for as long as `act` takes. */
export async function withQuickConnect<T>(lab: Lab, word: string, { id: UserId }: LiveUser, act: (id: string) => Promise<T>): Promise<T> {
  const { client, InstanceId, facts } = lab;
  const { QuickConnectId = '' } = await client.createQuickConnect({
    InstanceId,
    Name: lab.parts.names.of(word),
    QuickConnectConfig: { QuickConnectType: 'USER', UserConfig: { UserId, ContactFlowId: facts.flowId } },
    Tags: { ...TAGS },
  });
  try {
    await lab.until('DescribeQuickConnect finds a new quick connect', () =>
      client.describeQuickConnect({ InstanceId, QuickConnectId }).then(
        () => true,
        (error: unknown) => {
          ignoringNotFound(error);
          return false;
        },
      ),
    );
    return await act(QuickConnectId);
  } finally {
    await client.deleteQuickConnect({ InstanceId, QuickConnectId }).catch(ignoringNotFound);
  }
}

/** Makes a queue that no routing profile has for as long as `act` takes. */
export async function withQueue<T>(lab: Lab, word: string, act: (id: string) => Promise<T>): Promise<T> {
  const { client, InstanceId, facts } = lab;
  const { QueueId = '' } = await client.createQueue({
    InstanceId,
    Name: lab.parts.names.of(word),
    HoursOfOperationId: facts.hoursOfOperationId,
    Tags: { ...TAGS },
  });
  try {
    await lab.until('DescribeQueue finds a new queue', () =>
      client.describeQueue({ InstanceId, QueueId }).then(
        () => true,
        (error: unknown) => {
          ignoringNotFound(error);
          return false;
        },
      ),
    );
    return await act(QueueId);
  } finally {
    await client.deleteQueue({ InstanceId, QueueId }).catch(ignoringNotFound);
  }
}
