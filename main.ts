import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { ConnectProvider, ConnectUser, TrafficDistributionGroupUser } from './constructs';

/** The contact centre that `npm run demo` starts. Put the ids of yours here. */
const contactCentre = {
  region: 'us-east-1',
  instanceId: '11111111-aaaa-4bbb-8ccc-000000000001',
  trafficDistributionGroupId: '22222222-aaaa-4bbb-8ccc-000000000002',
  routingProfiles: { basic: '33333333-aaaa-4bbb-8ccc-000000000001', sales: '33333333-aaaa-4bbb-8ccc-000000000002' },
  securityProfiles: { agent: '44444444-aaaa-4bbb-8ccc-000000000001', manager: '44444444-aaaa-4bbb-8ccc-000000000002' },
};

interface Agent {
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly routing: keyof typeof contactCentre.routingProfiles;
  readonly role?: keyof typeof contactCentre.securityProfiles;
}

const team: readonly Agent[] = [
  { name: 'amara.okafor', firstName: 'Amara', lastName: 'Okafor', routing: 'basic', role: 'manager' },
  { name: 'bruno.keller', firstName: 'Bruno', lastName: 'Keller', routing: 'sales' },
  { name: 'chiara.rossi', firstName: 'Chiara', lastName: 'Rossi', routing: 'basic' },
];

const app = new App();
const endpoint = process.env['CONNECT_ENDPOINT'];
const stack = new TerraformStack(app, endpoint ? 'agents-demo' : 'agents');
new ConnectProvider(stack, 'connect', { region: contactCentre.region, endpoint });
const { instanceId, trafficDistributionGroupId, routingProfiles, securityProfiles } = contactCentre;

for (const { name, firstName, lastName, routing, role = 'agent' } of team) {
  const user = new ConnectUser(stack, name, {
    instanceId,
    name,
    identityInfo: { firstName, lastName },
    phoneConfig: { phoneType: 'SOFT_PHONE', afterContactWorkTimeLimit: 30 },
    routingProfileId: routingProfiles[routing],
    securityProfileIds: [securityProfiles[role]],
  });
  new TrafficDistributionGroupUser(stack, `${name}-membership`, { instanceId, trafficDistributionGroupId, userId: user.userId });
}

new TerraformOutput(stack, 'team-size', { value: team.length });
app.synth();
