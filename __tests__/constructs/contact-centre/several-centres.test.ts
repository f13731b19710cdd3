import { App, TerraformStack } from 'cdktf';
import { Agent, ConnectProvider, ContactCentre } from '../../../constructs';
import { membership } from '../../support/constructs/programs';

const { instanceId, trafficDistributionGroupId } = membership;

function newStack(name = 'agents', app = new App()): TerraformStack {
  const stack = new TerraformStack(app, name);
  new ConnectProvider(stack, 'connect');
  return stack;
}

const person = { name: 'ada.lovelace', routingProfile: 'Sales', securityProfiles: ['Agent'] } as const;

describe('an agent of one contact centre', () => {
  const stack = newStack();
  const emea = ContactCentre.fromInstanceId(stack, 'emea', instanceId);
  const apac = ContactCentre.fromAlias(stack, 'apac', 'acme-apac');
  const ada = new Agent(stack, 'ada', { ...person, contactCentre: emea });

  test('does not join a group of another by its name, as it takes no profile from there', () => {
    const message = '[agents/ada] belongs to agents/emea, and "Voice teams" to agents/apac.';
    expect(() => ada.joins(apac.trafficDistributionGroup('Voice teams'))).toThrow(message);
    const groups = [apac.trafficDistributionGroup('Voice teams')];
    expect(() => new Agent(stack, 'alan', { ...person, contactCentre: emea, groups })).toThrow('[agents/alan] belongs to agents/emea');
  });

  test('joins a group that is known by its id, whoever was asked for it: groups span instances', () => {
    const [one] = ada.joins(apac.trafficDistributionGroup(trafficDistributionGroupId)).memberships;
    expect(one?.trafficDistributionGroupIdInput).toBe(trafficDistributionGroupId);
  });
});
