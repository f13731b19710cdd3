import { App, TerraformStack } from 'cdktf';
import { ConnectProvider, TrafficDistribution } from 'cdktf-amazon-connect';

const ACTIVE = process.env['ACTIVE_REGION'] ?? 'us-east-1';

const app = new App();
// A stack of its own: a plan of it needs neither the agents nor the Region that is down.
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: ACTIVE });

const shares = ['us-east-1', 'us-west-2'].map((region) => ({ region, percentage: region === ACTIVE ? 100 : 0 }));
new TrafficDistribution(stack, 'voice', {
  trafficDistributionGroupId:
    process.env['GROUP_ARN'] ?? 'arn:aws:connect:us-east-1:123456789012:traffic-distribution-group/22222222-aaaa-4bbb-8ccc-000000000002',
  telephony: shares,
  agent: shares,
});
app.synth();
