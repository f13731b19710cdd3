import type { Operations } from '../contract/operations';

export const operations: Operations = {
  plan: {
    ListTrafficDistributionGroupUsers: 'reads the memberships of a group',
    ListTrafficDistributionGroups: 'the group of a new membership, and the home Region of a group that is given by its bare id',
    DescribeTrafficDistributionGroup: 'a group that no list shows',
    DescribeUser: 'whether the user of a new membership is there, where plans are checked',
    ListUsers: 'whether users are there, where many memberships are new',
    SearchUsers: 'how many users the instance has, to know whether listing them is worth it',
    DescribeInstance: 'whether ARNs are of the instance, where plans are checked, and whether it is there, when the group seems gone',
  },
  create: {
    AssociateTrafficDistributionGroupUser: 'makes the membership',
    ListTrafficDistributionGroups: 'the home Region of a group that is given by its bare id',
    ListTrafficDistributionGroupUsers: 'when it is refused: whether the user is a member already',
    DescribeTrafficDistributionGroup: 'when it is refused: whether the group takes users',
    DescribeUser: 'when it is refused: whether the user is there',
    DescribeInstance: 'when it is refused: which Regions have a replica',
    SearchUsers: 'when it is refused: whether the user is mirrored',
  },
  update: {},
  delete: {
    DisassociateTrafficDistributionGroupUser: 'ends the membership',
    DescribeUser: 'when it is refused: whether the user is gone',
    DescribeTrafficDistributionGroup: 'when it is refused: whether the group is still there',
    DescribeInstance: 'when the group seems gone: whether the instance is there',
    ListTrafficDistributionGroupUsers: 'when it is refused: whether the user is still a member',
  },
};
