import { App, TerraformStack } from 'cdktf';
import { ConnectProvider, ConnectUser } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', {
  region: 'us-east-1',
  assumeRole: { roleArn: 'arn:aws:iam::123456789012:role/agents' },
  defaultTags: { tags: { 'managed-by': 'terraform' } },
  ignoreTags: { keyPrefixes: ['billing:'] },
  rateLimit: [{ operation: 'DescribeUser', requestsPerSecond: 10 }],
});
const london = new ConnectProvider(stack, 'london', { alias: 'london', region: 'eu-west-2' });

new ConnectUser(stack, 'ada', {
  provider: london,
  instanceId: '11111111-aaaa-4bbb-8ccc-000000000001',
  name: 'ada.lovelace',
  routingProfileId: '33333333-aaaa-4bbb-8ccc-000000000001',
  securityProfileIds: ['44444444-aaaa-4bbb-8ccc-000000000001'],
});
app.synth();
