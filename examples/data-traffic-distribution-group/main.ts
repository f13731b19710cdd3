import { App, TerraformStack } from 'cdktf';
import { ConnectProvider, DataConnectTrafficDistributionGroup, TrafficDistributionGroupUser } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const instanceId = '11111111-aaaa-4bbb-8ccc-000000000001';

const teams = new DataConnectTrafficDistributionGroup(stack, 'teams', { instanceId, name: 'Voice teams' });
new TrafficDistributionGroupUser(stack, 'ada-in-teams', {
  instanceId,
  trafficDistributionGroupId: teams.arn,
  userId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
});
app.synth();
