import type { Operations } from '../contract/operations';

export const operations: Operations = {
  plan: {
    ListTrafficDistributionGroupUsers: 'reads the users of a group',
    ListTrafficDistributionGroups: 'the group, where plans are checked, and the home Region of a group that is given by its bare id',
    DescribeTrafficDistributionGroup: 'a group that no list shows',
    DescribeUser: 'whether users that come are there, where plans are checked',
    ListUsers: 'whether users are there who are in the group and not declared, and users that come, where many do',
    SearchUsers: 'how many users the instance has, to know whether listing them is worth it',
    DescribeInstance: 'whether ARNs are of the instance, where plans are checked, and whether it is there, when the group seems gone',
  },
  create: {
    ListTrafficDistributionGroupUsers: 'who is in the group already',
    AssociateTrafficDistributionGroupUser: 'puts users in',
    ListTrafficDistributionGroups: 'the home Region of a group that is given by its bare id',
    DescribeTrafficDistributionGroup: 'when it is refused: whether the group takes users',
    DescribeUser: 'when it is refused: whether the user is there',
    DescribeInstance: 'when it is refused: which Regions have a replica',
    SearchUsers: 'when it is refused: whether the user is mirrored',
  },
  update: {
    ListTrafficDistributionGroupUsers: 'who is in the group',
    AssociateTrafficDistributionGroupUser: 'puts users in',
    DisassociateTrafficDistributionGroupUser: 'takes users out',
    DescribeTrafficDistributionGroup: 'when it is refused: whether the group takes users, or is still there',
    DescribeUser: 'when it is refused: whether the user is there',
    DescribeInstance: 'when it is refused: which Regions have a replica',
    SearchUsers: 'when it is refused: whether the user is mirrored',
  },
  delete: {
    ListTrafficDistributionGroupUsers: 'who is in the group',
    DisassociateTrafficDistributionGroupUser: 'takes users out',
    DescribeUser: 'when it is refused: whether the user is gone',
    DescribeTrafficDistributionGroup: 'when it is refused: whether the group is still there',
    DescribeInstance: 'when the group seems gone: whether the instance is there',
  },
};
