import { ConnectHoursOfOperation } from '@cdktf/provider-aws/lib/connect-hours-of-operation';
import { ConnectQueue } from '@cdktf/provider-aws/lib/connect-queue';
import { ConnectRoutingProfile } from '@cdktf/provider-aws/lib/connect-routing-profile';
import { ConnectSecurityProfile } from '@cdktf/provider-aws/lib/connect-security-profile';
import { ConnectUserHierarchyGroup } from '@cdktf/provider-aws/lib/connect-user-hierarchy-group';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { Agent, ConnectProvider, ContactCentre, QuickConnect } from 'cdktf-amazon-connect';

const app = new App();
const stack = new TerraformStack(app, 'agents');
new AwsProvider(stack, 'aws', { region: 'us-east-1' });
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const instanceId = '11111111-aaaa-4bbb-8ccc-000000000001';
const contactCentre = ContactCentre.fromInstanceId(stack, 'contact-centre', instanceId);

// What agents work with: hashicorp/aws.
const opening = { startTime: { hours: 8, minutes: 0 }, endTime: { hours: 17, minutes: 30 } };
const { hoursOfOperationId } = new ConnectHoursOfOperation(stack, 'office-hours', {
  instanceId,
  name: 'Office hours',
  timeZone: 'Europe/Berlin',
  config: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((day) => ({ day, ...opening })),
});
const { queueId } = new ConnectQueue(stack, 'claims-queue', {
  instanceId,
  name: 'Claims',
  hoursOfOperationId,
  // The quick connects below say which queues offer them.
  lifecycle: { ignoreChanges: ['quick_connect_ids'] },
});
const routingProfile = new ConnectRoutingProfile(stack, 'claims', {
  instanceId,
  name: 'Claims',
  description: 'Calls about claims',
  defaultOutboundQueueId: queueId,
  mediaConcurrencies: [{ channel: 'VOICE', concurrency: 1 }],
  queueConfigs: [{ channel: 'VOICE', delay: 0, priority: 1, queueId }],
});
const permissions = ['BasicAgentAccess', 'OutboundCallAccess'];
const adjuster = new ConnectSecurityProfile(stack, 'adjuster', { instanceId, name: 'Adjuster', permissions });
const hierarchyGroup = new ConnectUserHierarchyGroup(stack, 'insurance', { instanceId, name: 'Insurance' });

// The agents, where calls come to them, and how others transfer calls to them: this provider.
for (const [name, firstName, lastName] of [
  ['ada.lovelace', 'Ada', 'Lovelace'],
  ['alan.turing', 'Alan', 'Turing'],
] as const) {
  const person = { name, firstName, lastName, routingProfile, securityProfiles: [adjuster], hierarchyGroup };
  const { userId } = new Agent(stack, name, { contactCentre, ...person, groups: ['Voice teams'] });
  new QuickConnect(stack, `to-${name}`, {
    instanceId,
    name: `${firstName} ${lastName}`,
    userConfig: { userId, contactFlowId: '77777777-aaaa-4bbb-8ccc-000000000001' },
    queueIds: [queueId],
  });
}
app.synth();
