import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { ConnectProvider, ConnectUser } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });

const ada = new ConnectUser(stack, 'ada', {
  instanceId: '11111111-aaaa-4bbb-8ccc-000000000001',
  name: 'ada.lovelace',
  identityInfo: { firstName: 'Ada', lastName: 'Lovelace' },
  phoneConfig: { phoneType: 'SOFT_PHONE', afterContactWorkTimeLimit: 30 },
  routingProfileId: '33333333-aaaa-4bbb-8ccc-000000000001',
  securityProfileIds: ['44444444-aaaa-4bbb-8ccc-000000000001'],
  proficiency: [{ attributeName: 'connect:Language', attributeValue: 'connect:German', level: 4 }],
  tags: { team: 'north' },
});

new TerraformOutput(stack, 'ada-id', { value: ada.userId });
app.synth();
