import { Own } from './own';

const OURS = 'aaaaaaaa-aaaa-4bbb-8ccc-000000000001';
const FOREIGN = 'aaaaaaaa-aaaa-4bbb-8ccc-000000000002';
const GROUP = 'aaaaaaaa-aaaa-4bbb-8ccc-000000000003';

describe('the suite changes only what it made', () => {
  const own = new Own('tflive-');
  own.note('CreateUser', { UserId: OURS, UserArn: 'arn' });
  own.lend(GROUP);

  it.each([
    ['DescribeUser', { UserId: FOREIGN }],
    ['DeleteUser', { UserId: OURS }],
    ['TagResource', { resourceArn: `arn:aws:connect:us-east-1:123456789012:instance/x/agent/${OURS}` }],
    ['CreateUser', { Username: 'TFLIVE-1234-CASE' }],
    ['AssociateTrafficDistributionGroupUser', { UserId: OURS, TrafficDistributionGroupId: GROUP }],
  ])('it sends %s for %j', (operation, input) => {
    expect(() => own.mustConcernOwn(operation, input)).not.toThrow();
  });

  it.each([
    ['DeleteUser', { UserId: FOREIGN }],
    ['DeleteUser', {}],
    ['TagResource', { resourceArn: `arn:aws:connect:us-east-1:123456789012:instance/x/agent/${FOREIGN}` }],
    ['CreateUser', { Username: 'ada' }],
    ['AssociateTrafficDistributionGroupUser', { UserId: FOREIGN, TrafficDistributionGroupId: GROUP }],
    ['DeleteTrafficDistributionGroup', { TrafficDistributionGroupId: GROUP }],
    ['UpdateTrafficDistribution', { Id: GROUP }],
    ['AssociateQueueQuickConnects', { QueueId: OURS, QuickConnectIds: [OURS, FOREIGN] }],
  ])('it never sends %s for %j', (operation, input) => {
    expect(() => own.mustConcernOwn(operation, input)).toThrow('not sent');
  });
});
