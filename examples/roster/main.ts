import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { Agent, ConnectProvider, ContactCentre, Duration, Phone, Roster } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const acme = ContactCentre.fromInstanceId(stack, 'acme', '11111111-aaaa-4bbb-8ccc-000000000001');

const berlin = Roster.fromFile(stack, 'berlin', join(__dirname, 'berlin.csv'), {
  contactCentre: acme,
  agent: () => ({ securityProfiles: ['Agent'] }), // what the file does not say
});
const lead = new Agent(stack, 'lead', {
  contactCentre: acme,
  name: 'mary.shelley',
  firstName: 'Mary',
  lastName: 'Shelley',
  routingProfile: 'Sales',
  securityProfiles: ['Agent'],
  phone: Phone.soft({ afterContactWork: Duration.seconds(30) }),
});
acme.trafficDistributionGroup('22222222-aaaa-4bbb-8ccc-000000000002').ownsUsers(berlin, lead);
app.synth();
