/** Programs as somebody else writes them, with the strictest settings of the compiler. */

export const STRICTEST = {
  compilerOptions: {
    declaration: true,
    exactOptionalPropertyTypes: true,
    module: 'nodenext',
    noImplicitOverride: true,
    noPropertyAccessFromIndexSignature: true,
    noUncheckedIndexedAccess: true,
    outDir: 'out',
    skipLibCheck: false,
    strict: true,
    target: 'es2022',
    types: [] as readonly string[],
  },
  include: ['*.cts', '*.mts'],
};

/** @param constructs where the constructs come from */
export const program = (framework: string, constructs: string): string => `
import { App, Aspects, TerraformStack } from '${framework}';
import {
  Agent,
  ConnectProvider,
  ConnectUser,
  ContactCentre,
  MaxSecurityProfiles,
  Phone,
  TrafficDistributionGroupUser,
  type AgentProps,
  type ConnectUserConfig,
  type ConnectUserIdentityInfoOutputReference,
} from '${constructs}';

const ids: readonly string[] = ['aaaaaaaa-1111-2222-3333-444444444444'];
const hr: { email?: string } = {};
const config: ConnectUserConfig = {
  instanceId: '11111111-2222-3333-4444-555555555555',
  name: 'ada',
  routingProfileId: ids[0] ?? '',
  securityProfileIds: ids,
  identityInfo: { firstName: 'Ada', email: hr.email },
  passwordWo: undefined,
};

// As a library does: without a type of its own, which the compiler has to write down.
export const tagged = (one: ConnectUserConfig) => ({ ...one, tags: { team: 'blue' } });
export const protectedAgent = (props: AgentProps) => ({ ...props, deletionProtection: true });

const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
const ada = new ConnectUser(stack, 'ada', config);
const identity: ConnectUserIdentityInfoOutputReference = ada.identityInfo;
new TrafficDistributionGroupUser(stack, 'ada-everywhere', {
  instanceId: config.instanceId,
  trafficDistributionGroupId: 'cccccccc-1111-2222-3333-444444444444',
  userId: ada.userId,
});
const acme = ContactCentre.fromAlias(stack, 'acme', 'acme-prod');
new Agent(stack, 'grace', {
  contactCentre: acme,
  name: 'grace',
  lastName: identity.firstName,
  routingProfile: 'Sales',
  securityProfiles: ['Agent'],
  phone: Phone.soft(),
}).joins(acme.trafficDistributionGroup('Voice'));
Aspects.of(app).add(new MaxSecurityProfiles(2));
app.synth();
`;

/** A test of somebody's own team, for jest. */
export const teamTest = (framework: string, constructs: string): string => `
const { App, TerraformStack } = require('${framework}');
const { Agent, ConnectProvider, ContactCentre } = require('${constructs}');
require('${constructs}/testing').setupJest();

test('ada sells', () => {
  const stack = new TerraformStack(new App(), 'agents');
  new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
  const contactCentre = ContactCentre.fromAlias(stack, 'acme', 'acme-prod');
  new Agent(stack, 'ada', { contactCentre, name: 'ada', routingProfile: 'Sales', securityProfiles: ['Agent'] });
  expect(stack).toHaveAgent('ada', { routingProfile: 'Sales' });
  expect(() => expect(stack).toHaveAgent('ada', { routingProfile: 'Support' })).toThrow('Sales');
});
`;
