import { answerTo, inWords } from '../instance/answer';
import type { PageSize } from '../findings';
import type { Question } from './question';

/** Whether each list takes the page size that the provider asks for. */
export const pages: Question = {
  name: 'page sizes',
  rows: [],
  ask: async ({ client, InstanceId, parts: { group, clients } }) => {
    const list = { InstanceId, MaxResults: 1000 };
    const calls: readonly (readonly [string, number, () => Promise<unknown>])[] = [
      ['ListUsers', 1000, () => client.listUsers(list)],
      ['SearchUsers', 500, () => client.searchUsers({ InstanceId, MaxResults: 500 })],
      ['ListQuickConnects', 1000, () => client.listQuickConnects(list)],
      ['SearchQuickConnects', 100, () => client.searchQuickConnects({ InstanceId, MaxResults: 100 })],
      ['ListQueues', 1000, () => client.listQueues(list)],
      ['ListRoutingProfiles', 1000, () => client.listRoutingProfiles(list)],
      ['ListSecurityProfiles', 1000, () => client.listSecurityProfiles(list)],
      ['ListUserHierarchyGroups', 1000, () => client.listUserHierarchyGroups(list)],
      ['ListTrafficDistributionGroups', 10, () => client.listTrafficDistributionGroups({ InstanceId, MaxResults: 10 })],
    ];
    const ofGroup = group && [
      [
        'ListTrafficDistributionGroupUsers',
        1000,
        () => clients.in(group.region).listTrafficDistributionGroupUsers({ TrafficDistributionGroupId: group.id, MaxResults: 1000 }),
      ] as const,
    ];
    const taken: PageSize[] = [];
    for (const [operation, size, call] of [...calls, ...(ofGroup ?? [])])
      taken.push({ operation, size, answer: inWords(await answerTo(call())) });
    return { pages: taken };
  },
};
