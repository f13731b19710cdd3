import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { ConnectProvider, ConnectUser, TrafficDistributionGroupUsers } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const instanceId = '11111111-aaaa-4bbb-8ccc-000000000001';

const team = [
  { firstName: 'Ada', lastName: 'Lovelace' },
  { firstName: 'Grace', lastName: 'Hopper' },
].map((person) => {
  const name = `${person.firstName}.${person.lastName}`.toLowerCase();
  return new ConnectUser(stack, name, {
    instanceId,
    name,
    identityInfo: person,
    routingProfileId: '33333333-aaaa-4bbb-8ccc-000000000001',
    securityProfileIds: ['44444444-aaaa-4bbb-8ccc-000000000001'],
  });
});
const everywhere = new TrafficDistributionGroupUsers(stack, 'everywhere', {
  instanceId,
  trafficDistributionGroupId: 'arn:aws:connect:us-east-1:123456789012:traffic-distribution-group/22222222-aaaa-4bbb-8ccc-000000000002',
  userIds: team.map(({ userId }) => userId),
});
new TerraformOutput(stack, 'everywhere-id', { value: everywhere.id });
app.synth();
