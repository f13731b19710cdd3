import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack, Testing } from 'cdktf';
import { Agent, ConnectProvider, ContactCentre, Roster, TrafficDistributionGroup } from '../../../constructs';
import { complaint } from '../../support/constructs/complaint';
import { newDirectory, removeDirectories } from '../../support/constructs/directories';
import { membership } from '../../support/constructs/programs';

afterAll(removeDirectories);

const { instanceId, trafficDistributionGroupId } = membership;
const everybody = { routingProfile: 'Sales', securityProfiles: ['Agent'] };
const person = { ...everybody, name: 'ada.lovelace' };

function newStack(name: string, app: App): TerraformStack {
  const stack = new TerraformStack(app, name);
  new ConnectProvider(stack, 'connect');
  return stack;
}

interface Sections {
  readonly resource?: { readonly connect_user: Readonly<Record<string, { readonly name: string }>> };
  readonly removed?: readonly { readonly from: string }[];
}

describe('a stack for each part of a file', () => {
  const sites = (text: string, parts = ['berlin', 'london', 'oslo']) => {
    const file = join(newDirectory(), 'berlin.csv');
    writeFileSync(file, text);
    const app = new App();
    const rosters = Roster.inStacks(app, 'agents', file, {
      otherColumns: text.includes('before') ? ['site', 'before'] : ['site'],
      by: ({ others }) => others['site'] ?? '',
      cameFrom: ({ others }) => others['before'],
      parts,
      stack: (stack) => {
        new ConnectProvider(stack, 'connect');
        return { contactCentre: ContactCentre.fromInstanceId(stack, 'acme', membership.instanceId), agent: () => everybody };
      },
    });
    return [...rosters].map(([part, roster]) => {
      const stack = TerraformStack.of(roster);
      const { resource, removed }: Sections = JSON.parse(Testing.synth(stack, true));
      const names = Object.values(resource?.connect_user ?? {}).map(({ name }) => name);
      return { part, stack: stack.node.id, names, ...(removed && { letsGo: removed.map(({ from }) => from.replace(/_\w{8}$/, '')) }) };
    });
  };

  test('holds its people, and one without people is there too, to delete who was in it', () => {
    expect(sites('name,site\nada,london\nkonrad,berlin\nalan,london\n')).toEqual([
      { part: 'berlin', stack: 'agents-berlin', names: ['konrad'] },
      { part: 'london', stack: 'agents-london', names: ['ada', 'alan'] },
      { part: 'oslo', stack: 'agents-oslo', names: [] },
    ]);
  });

  test('nobody is left without a stack, and bad rows are told before any stack is made', () => {
    const among = 'must belong to a stack: "berlin", "london", "oslo"; got';
    expect(complaint(() => sites('name,site\nada,london\ncurie,paris\nlise,\n')).split('\n')).toEqual([
      `[agents] berlin.csv, line 3: curie ${among} "paris"`,
      `[agents] berlin.csv, line 4: lise ${among} ""`,
    ]);
    expect(complaint(() => sites('name,site\nada,london\nada,paris\n'))).toContain('[agents] berlin.csv, line 3, column "name"');
    expect(complaint(() => sites('name\nada\n'))).toContain('must have a column "site", which the program reads');
  });

  test('lets go who came from it to another one, as the file says', () => {
    expect(sites('name,site,before\nada,london,berlin\nalan,london,\n')).toEqual([
      { part: 'berlin', stack: 'agents-berlin', names: [], letsGo: ['connect_user.roster_ada'] },
      { part: 'london', stack: 'agents-london', names: ['ada', 'alan'] },
      { part: 'oslo', stack: 'agents-oslo', names: [] },
    ]);
    const told = complaint(() => sites('name,site,before,renamed_from\nada,london,paris,\nalan,london,london,\nmary,oslo,london,joan\n'));
    expect(told.split('\n')).toEqual([
      '[agents] berlin.csv, line 2: ada must have come from a stack: "berlin", "london", "oslo"; got "paris"',
      '[agents] berlin.csv, line 3: alan cannot have come from "london", where alan is: leave it empty',
      '[agents] berlin.csv, line 4: mary cannot change the stack and the name at once: apply the one, take its entry out, and then the other',
    ]);
  });
});

describe('an agent who came from another stack', () => {
  const app = (): readonly [old: TerraformStack, came: Agent] => {
    const both = new App();
    const [old, stack] = [newStack('berlin', both), newStack('london', both)];
    const acme = ContactCentre.fromInstanceId(stack, 'acme', instanceId);
    return [old, new Agent(stack, 'ada', { ...person, contactCentre: acme, groups: [trafficDistributionGroupId] })];
  };

  test('is let go there, with each membership that is declared here, and imported here', () => {
    const [old, ada] = app();
    const acme = ContactCentre.fromInstanceId(old, 'acme', instanceId);
    const byron = new Agent(old, 'byron', { ...person, contactCentre: acme, groups: [trafficDistributionGroupId, 'Voice teams'] });
    const before = byron.memberships.map(({ friendlyUniqueId }) => `connect_traffic_distribution_group_user.${friendlyUniqueId}`);
    old.node.tryRemoveChild('byron');
    ada.cameFrom(old, 'byron').joins('Voice teams');
    const { removed } = JSON.parse(Testing.synth(old, true));
    const forgotten = ['connect_user.byron', ...before].map((from) => ({ from, lifecycle: { destroy: false } }));
    expect(removed).toEqual(forgotten);
    expect(JSON.parse(Testing.synth(TerraformStack.of(ada), true)).import).toEqual([
      { to: 'connect_user.ada', id: `${instanceId}:name/ada.lovelace` },
    ]);
  });

  test('is refused where the old stack still declares the agent, where it is the same stack, and with another name at once', () => {
    const [old, ada] = app();
    const acme = ContactCentre.fromInstanceId(old, 'acme', instanceId);
    expect(() => ada.cameFrom(TerraformStack.of(ada))).toThrow('[london/ada] cannot have come from london: that is in the same stack.');
    expect(() => ada.cameFrom(old, 'acme')).toThrow('[london/ada] cannot have come from berlin: "acme" is still in use there.');
    ada.cameFrom(old);
    expect(() => ada.renamedFrom('byron')).toThrow('[london/ada] cannot change the stack and the name at once');
    new Agent(old, 'ada', { ...person, contactCentre: acme });
    const back = '[berlin/ada] is handed over to another stack, but is still declared here.';
    expect(() => Testing.synth(old)).toThrow(back);
    expect(() => ada.joins('Voice teams')).toThrow(back);
  });

  test('is let go by each stack where the agent was, as who moves on before the first one is applied', () => {
    const [old, ada] = app();
    const older = newStack('oslo', old.node.root as App);
    ada.cameFrom(older, 'byron').cameFrom(old).cameFrom(old);
    const letGo = (stack: TerraformStack): unknown[] =>
      (JSON.parse(Testing.synth(stack, true)) as Sections).removed?.map(({ from }) => from) ?? [];
    expect(letGo(older)[0]).toBe('connect_user.byron');
    expect(letGo(old)[0]).toBe('connect_user.ada');
    ada.joins('Voice teams');
    expect([letGo(older).length, letGo(old).length]).toEqual([3, 3]);
  });

  test('is no longer let go when it is taken out of the program, and may be declared anew', () => {
    const [old, ada] = app();
    const stack = TerraformStack.of(ada);
    const letGo = (): number | undefined => (JSON.parse(Testing.synth(old, true)) as Sections).removed?.length;
    ada.cameFrom(old);
    stack.node.tryRemoveChild('ada');
    expect(letGo()).toBeUndefined();
    const contactCentre = ContactCentre.fromInstanceId(stack, 'same', instanceId);
    new Agent(stack, 'ada', { ...person, contactCentre }).cameFrom(old);
    expect(letGo()).toBe(1);
  });

  test('leaves nothing behind where it was, whatever the id', () => {
    const [old, ada] = app();
    const before = old.node.children.length;
    ada.cameFrom(old, 'teams/ada');
    // What keeps the addresses.
    expect(old.node.children.length - before).toBe(1);
    const { removed }: Sections = JSON.parse(Testing.synth(old, true));
    expect(removed?.[0]?.from).toBe('connect_user.teams--ada');
  });

  test('is refused where another one came from there, and by what is no construct id', () => {
    const [old, ada] = app();
    ada.cameFrom(old, 'byron');
    const stack = TerraformStack.of(ada);
    const alan = new Agent(stack, 'alan', { ...person, contactCentre: ContactCentre.fromInstanceId(stack, 'same', instanceId) });
    expect(() => alan.cameFrom(old, 'byron')).toThrow('[london/alan] cannot have come from "byron" of berlin: london/ada came from there.');
    const nothing: string = JSON.parse('null');
    expect(() => alan.cameFrom(old, nothing)).toThrow('[london/alan: cameFrom] expects the construct id that the agent had, and got null.');
  });

  test('is refused in HCL, in which CDK for Terraform would leave out that the agent is kept', () => {
    const [old, ada] = app();
    ada.cameFrom(old);
    expect(() => Testing.synthHcl(old)).toThrow(
      '[berlin] hands agents over to another stack, and only JSON can express that: synthesize without --hcl.',
    );
  });
});

test('a stack that gets another name keeps the addresses of agents and memberships, in groups that it declares too', () => {
  const addresses = (name: string): readonly string[] => {
    const stack = newStack(name, new App());
    const contactCentre = ContactCentre.fromInstanceId(stack, 'acme', instanceId);
    const sales = new TrafficDistributionGroup(stack, 'sales', { instanceId, name: 'sales' });
    new Agent(stack, 'ada', { ...person, contactCentre, groups: [sales, 'sales'] });
    const { resource }: { resource: Readonly<Record<string, object>> } = JSON.parse(Testing.synth(stack, true));
    return Object.entries(resource).flatMap(([type, all]) => Object.keys(all).map((one) => `${type}.${one}`));
  };
  const [before, after] = [addresses('agents'), addresses('agents-of-berlin')];
  expect(after).toEqual(before);
  expect(before.filter((address) => address.startsWith('connect_traffic_distribution_group_user.'))).toHaveLength(2);
});
