import { ConnectServiceException } from '@aws-sdk/client-connect';
import { isNotFound } from '../instance/answer';
import { membersOf } from '../instance/group';
import { groupsOf, KINDS, type Kind, type Left, type Place } from './find';

/** Removes what is ours, in the order in which one thing holds another; tells what could not be removed yet, and why. */
export async function remove(place: Place, left: readonly Left[]): Promise<ReadonlyMap<Left, string>> {
  const ours = left.filter(({ isOurs }) => isOurs);
  for (const { id } of ours) place.own.add(id);
  const problems = new Map<Left, string>();
  const members = await endMemberships(place, ours);
  await emptyQueues(place, ours);
  for (const kind of KINDS) {
    for (const thing of ours.filter((one) => one.kind === kind)) {
      if (members.has(thing.id)) problems.set(thing, 'is a member of a group that takes no change');
      else
        await REMOVE[kind](place, thing).catch((error: unknown) => {
          if (!(error instanceof ConnectServiceException)) throw error;
          if (!isNotFound(error)) problems.set(thing, error.name);
        });
    }
  }
  return problems;
}

const REMOVE: Readonly<Record<Kind, (place: Place, thing: Left) => Promise<unknown>>> = {
  'quick connect': ({ clients, region, instanceId: InstanceId }, { id: QuickConnectId }) =>
    clients.in(region).deleteQuickConnect({ InstanceId, QuickConnectId }),
  queue: ({ clients, region, instanceId: InstanceId }, { id: QueueId }) => clients.in(region).deleteQueue({ InstanceId, QueueId }),
  user: ({ clients, region, instanceId: InstanceId }, { id: UserId }) => clients.in(region).deleteUser({ InstanceId, UserId }),
  'traffic distribution group': ({ clients, region }, { id, home = region }) =>
    clients.in(home).deleteTrafficDistributionGroup({ TrafficDistributionGroupId: id }),
};

/**
 * Takes our users out of every group, whoever's it is: a membership of somebody who does not exist may be there for good.
 * Tells who is still in a group of somebody else, since that takes no change at the moment.
 */
async function endMemberships(place: Place, ours: readonly Left[]): Promise<ReadonlySet<string>> {
  const ids = new Set(ours.filter(({ kind }) => kind === 'user').map(({ id }) => id));
  const still = new Set<string>();
  if (ids.size === 0) return still;
  const isOurGroup = new Set(ours.filter(({ kind }) => kind === 'traffic distribution group').map(({ id }) => id));
  for (const { id, region } of (await unlessRefused(groupsOf(place))) ?? []) {
    const client = place.clients.in(region);
    const members = (await unlessRefused(membersOf(client, id))) ?? [];
    place.own.lend(id);
    for (const UserId of members.map(bare).filter((member) => ids.has(member))) {
      const ended = await unlessRefused(
        client.disassociateTrafficDistributionGroupUser({ InstanceId: place.instanceId, TrafficDistributionGroupId: id, UserId }),
      );
      if (!ended && !isOurGroup.has(id)) still.add(UserId);
    }
  }
  return still;
}

/** Takes our quick connects out of our queues: they were put into no others. */
async function emptyQueues({ clients, region, instanceId: InstanceId }: Place, ours: readonly Left[]): Promise<void> {
  const client = clients.in(region);
  const calls = new Set(ours.filter(({ kind }) => kind === 'quick connect').map(({ id }) => id));
  for (const { id: QueueId } of ours.filter(({ kind }) => kind === 'queue')) {
    const offered = await unlessRefused(client.listQueueQuickConnects({ InstanceId, QueueId, MaxResults: 100 }));
    const QuickConnectIds = (offered?.QuickConnectSummaryList ?? []).flatMap(({ Id }) => Id ?? []).filter((id) => calls.has(id));
    if (QuickConnectIds.length > 0) await unlessRefused(client.disassociateQueueQuickConnects({ InstanceId, QueueId, QuickConnectIds }));
  }
}

/** The answer; nothing for a refusal of the service. */
async function unlessRefused<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ConnectServiceException) return undefined;
    throw error;
  }
}

const bare = (idOrArn: string): string => idOrArn.slice(idOrArn.lastIndexOf('/') + 1);
