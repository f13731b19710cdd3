import { App, TerraformStack } from 'cdktf';
import { ConnectProvider, DataConnectTrafficDistributionGroup, DataConnectUser, TrafficDistributionGroupUser } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const instanceId = '11111111-aaaa-4bbb-8ccc-000000000001';

const teams = new DataConnectTrafficDistributionGroup(stack, 'teams', { instanceId, name: 'Voice teams' });
const ada = new DataConnectUser(stack, 'ada', { instanceId, name: 'ada.lovelace' });
new TrafficDistributionGroupUser(stack, 'ada-in-teams', {
  instanceId,
  trafficDistributionGroupId: teams.arn,
  userId: ada.userId,
});
app.synth();
