import { App, TerraformStack } from 'cdktf';
import { ConnectProvider, ConnectUser, DataConnectRoutingProfile } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const instanceId = '11111111-aaaa-4bbb-8ccc-000000000001';

const sales = new DataConnectRoutingProfile(stack, 'sales', { instanceId, name: 'Sales' });
new ConnectUser(stack, 'ada', {
  instanceId,
  name: 'ada.lovelace',
  identityInfo: { firstName: 'Ada', lastName: 'Lovelace' },
  routingProfileId: sales.routingProfileId,
  securityProfileIds: ['44444444-aaaa-4bbb-8ccc-000000000001'],
});
app.synth();
