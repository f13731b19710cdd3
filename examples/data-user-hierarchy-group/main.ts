import { App, TerraformStack } from 'cdktf';
import { ConnectProvider, ConnectUser, DataConnectUserHierarchyGroup } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const instanceId = '11111111-aaaa-4bbb-8ccc-000000000001';

const north = new DataConnectUserHierarchyGroup(stack, 'north', { instanceId, path: ['Company', 'North'] });
new ConnectUser(stack, 'alan', {
  instanceId,
  name: 'alan.turing',
  identityInfo: { firstName: 'Alan', lastName: 'Turing' },
  routingProfileId: '33333333-aaaa-4bbb-8ccc-000000000001',
  securityProfileIds: ['44444444-aaaa-4bbb-8ccc-000000000001'],
  hierarchyGroupId: north.hierarchyGroupId,
});
app.synth();
