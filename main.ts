import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  Agent,
  ConnectProvider,
  ConnectUser,
  ContactCentre,
  Duration,
  Phone,
  Roster,
  TrafficDistributionGroupUser,
} from 'cdktf-amazon-connect';

/** The contact centre that `npm run demo` starts. Put yours here. */
const REGION = 'us-east-1';
const ALIAS = 'demo-resilient';
/** The traffic distribution group that everybody joins; `undefined` on an instance without a replica, which has no groups. */
const GROUP: string | undefined = 'Voice teams';
/** Whether Connect itself keeps the users, not a directory or SAML: it then wants first passwords, here from TF_VAR_first_password. */
const CONNECT_MANAGES_USERS: boolean = false;

const app = new App();
const endpoint = process.env['CONNECT_ENDPOINT']; // set by the demo
const stack = new TerraformStack(app, endpoint ? 'agents-demo' : 'agents');
new ConnectProvider(stack, 'connect', { region: REGION, endpoint });
const centre = ContactCentre.fromAlias(stack, 'centre', ALIAS);
const login = CONNECT_MANAGES_USERS
  ? { passwordWo: new TerraformVariable(stack, 'first_password', { type: 'string', sensitive: true }).stringValue, passwordWoVersion: 1 }
  : {};
const groups = GROUP === undefined ? [] : [GROUP];

// People in a file, one line each. Whoever is taken out of it is the only one whom the plan names.
const team = Roster.fromFile(stack, 'team', 'examples/demo/team.csv', { contactCentre: centre, agent: () => ({ groups, ...login }) });

// One person in code.
const lead = new Agent(stack, 'kofi.mensah', {
  contactCentre: centre,
  name: 'kofi.mensah',
  firstName: 'Kofi',
  lastName: 'Mensah',
  routingProfile: 'Basic Routing Profile',
  securityProfiles: ['Agent'],
  phone: Phone.soft({ autoAccept: true, afterContactWork: Duration.seconds(30) }),
  groups,
  ...login,
});

// The same by the resources themselves: what Terraform sees of each agent.
const { instanceId } = centre;
const tester = new ConnectUser(stack, 'lena.fischer', {
  instanceId,
  name: 'lena.fischer',
  identityInfo: { firstName: 'Lena', lastName: 'Fischer' },
  phoneConfig: { phoneType: 'SOFT_PHONE', afterContactWorkTimeLimit: 30 },
  routingProfileId: centre.routingProfile('Basic Routing Profile').routingProfileId,
  securityProfileIds: [centre.securityProfile('Agent').securityProfileId],
  ...login,
});
if (GROUP !== undefined) {
  new TrafficDistributionGroupUser(stack, 'lena.fischer-membership', {
    instanceId,
    trafficDistributionGroupId: centre.trafficDistributionGroup(GROUP).arn,
    userId: tester.userId,
  });
}

new TerraformOutput(stack, 'team-size', { value: [...team, lead, tester].length });
app.synth();
