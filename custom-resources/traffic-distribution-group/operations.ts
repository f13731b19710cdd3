import type { Operations } from '../contract/operations';

export const operations: Operations = {
  plan: {
    DescribeTrafficDistributionGroup: 'reads a group',
    ListTrafficDistributionGroups:
      'whether the name of a new group is taken, where plans are checked; where a group is that is imported by its bare id',
    DescribeInstance: 'whether the instance has a replica, where plans are checked, and whether it is there, when a group seems gone',
    ListTrafficDistributionGroupUsers: 'who is in a group that is destroyed, where plans are checked',
  },
  create: {
    ListTrafficDistributionGroups: 'whether a group of the name is there already',
    CreateTrafficDistributionGroup: 'makes the group, with its tags',
    DescribeTrafficDistributionGroup: 'waits until the group is ACTIVE',
    DescribeInstance: 'when it is refused: whether the instance has a replica',
  },
  update: {
    DescribeTrafficDistributionGroup: 'looks before it writes',
    TagResource: '`tags`, `default_tags`',
    UntagResource: '`tags`, `default_tags`',
  },
  delete: {
    DescribeTrafficDistributionGroup: 'looks before it deletes, and waits until the group is gone',
    DeleteTrafficDistributionGroup: 'deletes the group',
    DescribeInstance: 'when the group seems gone: whether the instance is there',
  },
};
