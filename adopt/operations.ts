/** The API operations that `adopt` calls, and what for; all of them read. The IAM policy of the documentation is made of them. */
export const adoptOperations: Readonly<Record<string, string>> = {
  ListInstances: 'the instance by its alias',
  DescribeInstance: 'the instance: its ARN, alias and replica',
  ListUsers: 'how many agents there are, for the proof at the end',
  SearchUsers: 'who is there, to choose from',
  DescribeUser: 'each agent: e-mail addresses and mobile number stand in no list',
  ListUserProficiencies: 'the proficiencies of each agent',
  ListRoutingProfiles: 'names in place of ids',
  ListSecurityProfiles: 'names in place of ids',
  SearchUserHierarchyGroups: 'paths in place of ids',
  ListTrafficDistributionGroups: 'the groups, unless `--no-groups`',
  ListTrafficDistributionGroupUsers: 'who is in them, unless `--no-groups`',
  ListQuickConnects: 'how many quick connects there are, unless `--no-quick-connects`',
  SearchQuickConnects: 'the quick connects, unless `--no-quick-connects`',
  DescribeQuickConnect: 'a quick connect that the search does not show',
  ListQueues: 'which queues offer quick connects, unless `--no-quick-connects`',
  ListQueueQuickConnects: 'which queues offer quick connects, unless `--no-quick-connects`',
};
