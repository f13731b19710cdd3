import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { ConnectProvider, ConnectUser, TrafficDistributionGroupUser } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const instanceId = '11111111-aaaa-4bbb-8ccc-000000000001';

const ada = new ConnectUser(stack, 'ada', {
  instanceId,
  name: 'ada.lovelace',
  identityInfo: { firstName: 'Ada', lastName: 'Lovelace' },
  routingProfileId: '33333333-aaaa-4bbb-8ccc-000000000001',
  securityProfileIds: ['44444444-aaaa-4bbb-8ccc-000000000001'],
});
const membership = new TrafficDistributionGroupUser(stack, 'ada-everywhere', {
  instanceId,
  trafficDistributionGroupId: 'arn:aws:connect:us-east-1:123456789012:traffic-distribution-group/22222222-aaaa-4bbb-8ccc-000000000002',
  userId: ada.userId,
});
new TerraformOutput(stack, 'membership-id', { value: membership.id });
app.synth();
