import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { ConnectProvider, DataConnectTrafficDistributionGroups } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const instanceId = '11111111-aaaa-4bbb-8ccc-000000000001';

const all = new DataConnectTrafficDistributionGroups(stack, 'all', { instanceId });
new TerraformOutput(stack, 'active_groups', {
  value: `\${[for group in ${all.groups.fqn} : group.name if group.status == "ACTIVE"]}`,
});
app.synth();
