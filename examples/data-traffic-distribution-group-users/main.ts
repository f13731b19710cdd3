import { App, Fn, TerraformOutput, TerraformStack } from 'cdktf';
import { ConnectProvider, DataConnectTrafficDistributionGroupUsers } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });

const teams = new DataConnectTrafficDistributionGroupUsers(stack, 'teams', {
  instanceId: '11111111-aaaa-4bbb-8ccc-000000000001',
  trafficDistributionGroupId: '22222222-aaaa-4bbb-8ccc-000000000001',
});
new TerraformOutput(stack, 'agents_in_teams', { value: Fn.lengthOf(teams.userIds) });
app.synth();
