import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConnectUser as AwsConnectUser } from '@cdktf/provider-aws/lib/connect-user';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { Agent, ConnectProvider, ConnectUser, ContactCentre, Duration, Phone } from '../../constructs';

/* A program of many agents, by itself in a process: prints what its synth took. `node synth-program.js WHICH COUNT` */

const instanceId = '11111111-2222-3333-4444-555555555555';

const user = (index: number): ConstructorParameters<typeof ConnectUser>[2] & ConstructorParameters<typeof AwsConnectUser>[2] => ({
  instanceId,
  name: `agent${index}`,
  identityInfo: { firstName: `Agent ${index}`, lastName: 'Example' },
  phoneConfig: { phoneType: 'SOFT_PHONE', afterContactWorkTimeLimit: 30 },
  routingProfileId: 'aaaaaaaa-1111-2222-3333-444444444444',
  securityProfileIds: ['bbbbbbbb-1111-2222-3333-444444444444'],
});

export type Program = 'aws_connect_user' | 'ConnectUser' | 'Agent';

const PROGRAMS: Readonly<Record<Program, (stack: TerraformStack, count: number) => void>> = {
  aws_connect_user: (stack, count) => {
    new AwsProvider(stack, 'aws');
    for (let index = 0; index < count; index++) new AwsConnectUser(stack, `agent${index}`, user(index));
  },
  ConnectUser: (stack, count) => {
    new ConnectProvider(stack, 'connect');
    for (let index = 0; index < count; index++) new ConnectUser(stack, `agent${index}`, user(index));
  },
  Agent: (stack, count) => {
    new ConnectProvider(stack, 'connect');
    const contactCentre = ContactCentre.fromInstanceId(stack, 'centre', instanceId);
    const phone = Phone.soft({ afterContactWork: Duration.seconds(30) });
    for (let index = 0; index < count; index++) {
      const name = `agent${index}`;
      const person = { name, firstName: `Agent ${index}`, lastName: 'Example', routingProfile: 'Sales', securityProfiles: ['Agent'] };
      new Agent(stack, name, { contactCentre, phone, ...person });
    }
  },
};

const [, , which, count] = process.argv;
const program = Object.entries(PROGRAMS).find(([name]) => name === which)?.[1];
if (program === undefined) throw new Error(`There is no program ${which}.`);
const outdir = mkdtempSync(join(tmpdir(), 'bench-synth-'));
const app = new App({ outdir });
const start = process.cpuUsage();
program(new TerraformStack(app, 'agents'), Number(count));
app.synth();
const used = process.cpuUsage(start);
rmSync(outdir, { recursive: true });
process.stdout.write(JSON.stringify({ cpuS: (used.user + used.system) / 1e6, peakMb: process.resourceUsage().maxRSS / 1024 }));
