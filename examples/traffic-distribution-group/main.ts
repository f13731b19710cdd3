import { App, TerraformStack } from 'cdktf';
import { ConnectProvider, DataConnectUser, TrafficDistributionGroup, TrafficDistributionGroupUser } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });

const night = new TrafficDistributionGroup(stack, 'night', {
  instanceId: 'arn:aws:connect:us-east-1:123456789012:instance/11111111-aaaa-4bbb-8ccc-000000000001',
  name: 'Night shift',
  description: 'Agents and numbers that move together at night',
  tags: { team: 'night' },
});
const ada = new DataConnectUser(stack, 'ada', { instanceId: night.instanceId, name: 'ada.lovelace' });
new TrafficDistributionGroupUser(stack, 'ada-at-night', {
  instanceId: night.instanceId,
  trafficDistributionGroupId: night.arn,
  userId: ada.userId,
});
app.synth();
