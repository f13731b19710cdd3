import { App, TerraformStack } from 'cdktf';
import { ConnectProvider, DataConnectUsers, TrafficDistributionGroupUsers } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const instanceId = '11111111-aaaa-4bbb-8ccc-000000000001';

const sales = new DataConnectUsers(stack, 'sales', {
  instanceId,
  routingProfileId: '33333333-aaaa-4bbb-8ccc-000000000002',
  tags: { site: 'Leeds' },
});
new TrafficDistributionGroupUsers(stack, 'team', {
  instanceId,
  trafficDistributionGroupId: '22222222-aaaa-4bbb-8ccc-000000000002',
  userIds: sales.userIds,
});
app.synth();
