import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { ConnectProvider, TrafficDistribution } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });

// Agents move with the calls: both parts are made of the same shares.
const shares = [
  { region: 'us-east-1', percentage: 100 },
  { region: 'us-west-2', percentage: 0 },
];
const night = new TrafficDistribution(stack, 'night', {
  trafficDistributionGroupId: 'arn:aws:connect:us-east-1:123456789012:traffic-distribution-group/22222222-aaaa-4bbb-8ccc-000000000002',
  telephony: shares,
  agent: shares,
});
new TerraformOutput(stack, 'night-id', { value: night.id });
app.synth();
