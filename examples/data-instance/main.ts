import { App, TerraformStack } from 'cdktf';
import { ConnectProvider, ConnectUser, DataConnectInstance } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });

const support = new DataConnectInstance(stack, 'support', { alias: 'demo-resilient' });
new ConnectUser(stack, 'ada', {
  instanceId: support.id,
  name: 'ada.lovelace',
  identityInfo: { firstName: 'Ada', lastName: 'Lovelace' },
  routingProfileId: '33333333-aaaa-4bbb-8ccc-000000000001',
  securityProfileIds: ['44444444-aaaa-4bbb-8ccc-000000000001'],
});
app.synth();
