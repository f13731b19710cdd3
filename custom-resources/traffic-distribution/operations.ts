import type { Operations } from '../contract/operations';

/** Its end calls none: the shares stay as they are. */
export const operations: Operations = {
  plan: {
    GetTrafficDistribution: 'reads the shares',
    DescribeTrafficDistributionGroup:
      'the group of new shares, where plans are checked; a group that seems gone, is being changed, or is imported',
    DescribeInstance: 'whether the instance is there, when the group seems gone',
  },
  create: {
    DescribeTrafficDistributionGroup: 'the group, and waits until it is ACTIVE',
    GetTrafficDistribution: 'what the shares are already',
    UpdateTrafficDistribution: 'sets the shares',
  },
  update: {
    GetTrafficDistribution: 'looks before it writes',
    UpdateTrafficDistribution: 'sets the shares',
    DescribeTrafficDistributionGroup: 'waits until the group is ACTIVE',
  },
  delete: {},
};
