import { App, TerraformStack } from 'cdktf';
import { ConnectProvider, DataConnectUser, TrafficDistributionGroupUser } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const instanceId = '11111111-aaaa-4bbb-8ccc-000000000001';

const ada = new DataConnectUser(stack, 'ada', { instanceId, name: 'ada.lovelace' });
new TrafficDistributionGroupUser(stack, 'ada-in-teams', {
  instanceId,
  trafficDistributionGroupId: '22222222-aaaa-4bbb-8ccc-000000000001',
  userId: ada.userId,
});
app.synth();
