import { App, TerraformStack } from 'cdktf';
import { ConnectProvider, ConnectUser, DataConnectSecurityProfile } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const instanceId = '11111111-aaaa-4bbb-8ccc-000000000001';

const granted = ['Agent', 'CallCenterManager'].map((name) => new DataConnectSecurityProfile(stack, name, { instanceId, name }));
new ConnectUser(stack, 'grace', {
  instanceId,
  name: 'grace.hopper',
  identityInfo: { firstName: 'Grace', lastName: 'Hopper' },
  routingProfileId: '33333333-aaaa-4bbb-8ccc-000000000001',
  securityProfileIds: granted.map(({ securityProfileId }) => securityProfileId),
});
app.synth();
