import { ConnectQuickConnect } from '@cdktf/provider-aws/lib/connect-quick-connect';
import { ConnectRoutingProfile } from '@cdktf/provider-aws/lib/connect-routing-profile';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { ConnectProvider, ConnectUser } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new AwsProvider(stack, 'aws', { region: 'us-east-1' });
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const instanceId = '11111111-aaaa-4bbb-8ccc-000000000001';
const [defaultOutboundQueueId, contactFlowId] = ['66666666-aaaa-4bbb-8ccc-000000000001', '77777777-aaaa-4bbb-8ccc-000000000001'];

const mediaConcurrencies = [{ channel: 'VOICE', concurrency: 1 }];
const voice = new ConnectRoutingProfile(stack, 'voice', {
  instanceId,
  name: 'Voice',
  description: 'Calls only',
  defaultOutboundQueueId,
  mediaConcurrencies,
});
const { userId } = new ConnectUser(stack, 'ada', {
  instanceId,
  name: 'ada.lovelace',
  routingProfileId: voice.routingProfileId,
  securityProfileIds: ['44444444-aaaa-4bbb-8ccc-000000000001'],
  quickConnectsOnDelete: 'retain', // they are declared here: Terraform deletes them
});
new ConnectQuickConnect(stack, 'call-ada', {
  instanceId,
  name: 'Ada',
  quickConnectConfig: { quickConnectType: 'USER', userConfig: [{ userId, contactFlowId }] },
});
app.synth();
