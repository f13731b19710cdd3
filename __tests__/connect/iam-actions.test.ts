import { iamActions, policyActions } from '../../connect/iam-actions';

describe('the IAM actions that a call needs', () => {
  it.each([
    ['CreateUser', ['connect:CreateUser']],
    [
      'AssociateTrafficDistributionGroupUser',
      ['connect:AssociateTrafficDistributionGroupUser', 'connect:DescribeUser', 'connect:SearchUsers'],
    ],
    ['SearchUsers', ['connect:SearchUsers', 'connect:DescribeUser', 'connect:ListUserProficiencies']],
    ['SearchQuickConnects', ['connect:SearchQuickConnects', 'connect:DescribeQuickConnect']],
    ['SearchUserHierarchyGroups', ['connect:SearchUserHierarchyGroups', 'connect:DescribeUserHierarchyGroup']],
    ['AssumeRole', ['sts:AssumeRole']],
    ['ResolveCredentials', []],
  ])('are known for %s', (operation, actions) => {
    expect(iamActions(operation)).toEqual(actions);
  });

  it('include, in a policy, what a call asks of other services', () => {
    for (const operation of ['DescribeInstance', 'ListInstances'])
      expect(policyActions(operation)).toEqual([`connect:${operation}`, 'ds:DescribeDirectories']);
    expect(policyActions('CreateUser')).toEqual(['connect:CreateUser']);
  });
});
