import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { ConnectProvider, ConnectUser, QuickConnect } from 'cdktf-amazon-connect';

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
const callAda = new QuickConnect(stack, 'call-ada', {
  instanceId,
  name: 'Call Ada',
  description: 'The lead of the night shift',
  queueIds: ['66666666-aaaa-4bbb-8ccc-000000000001'],
  userConfig: { userId: ada.userId, contactFlowId: '77777777-aaaa-4bbb-8ccc-000000000001' },
});
new TerraformOutput(stack, 'call-ada-id', { value: callAda.quickConnectId });
app.synth();
