import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { ConnectProvider, DataConnectQuickConnect } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const instanceId = '11111111-aaaa-4bbb-8ccc-000000000001';

const hotline = new DataConnectQuickConnect(stack, 'hotline', { instanceId, name: 'Hotline' });
new TerraformOutput(stack, 'hotline_id', { value: `${hotline.quickConnectId} (${hotline.type})` });
app.synth();
