import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { ConnectProvider, DataConnectQueue } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const instanceId = '11111111-aaaa-4bbb-8ccc-000000000001';

const support = new DataConnectQueue(stack, 'support', { instanceId, name: 'Support' });
new TerraformOutput(stack, 'support_queue', { value: support.arn });
app.synth();
