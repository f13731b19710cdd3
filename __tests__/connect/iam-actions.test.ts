import { iamActions } from '../../connect/iam-actions';

describe('the IAM actions that a call needs', () => {
  it.each([
    ['CreateUser', ['connect:CreateUser']],
    [
      'AssociateTrafficDistributionGroupUser',
      ['connect:AssociateTrafficDistributionGroupUser', 'connect:DescribeUser', 'connect:SearchUsers'],
    ],
    ['AssumeRole', ['sts:AssumeRole']],
    ['ResolveCredentials', []],
  ])('are known for %s', (operation, actions) => {
    expect(iamActions(operation)).toEqual(actions);
  });
});
