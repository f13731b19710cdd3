import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { Agent, ConnectProvider, ContactCentre, Roster } from '../../../constructs';
import { newDirectory, removeDirectories } from '../../support/constructs/directories';
import { complaint } from '../../support/constructs/complaint';
import { membership } from '../../support/constructs/programs';

afterAll(removeDirectories);

const everybody = { routingProfile: 'Sales', securityProfiles: ['Agent'], groups: ['Voice teams'] };

interface Sections {
  readonly resource: Readonly<Record<string, object>>;
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
}

const sections = (stack: TerraformStack): Sections => JSON.parse(Testing.synth(stack, true));

function newStack(app = new App(), name = 'agents'): { readonly stack: TerraformStack; readonly contactCentre: ContactCentre } {
  const stack = new TerraformStack(app, name);
  new ConnectProvider(stack, 'connect');
  return { stack, contactCentre: ContactCentre.fromInstanceId(stack, 'acme', membership.instanceId) };
}

/** The addresses of the agents and their memberships. */
const addresses = (stack: TerraformStack): string[] =>
  Object.entries(sections(stack).resource).flatMap(([type, those]) => Object.keys(those).map((name) => `${type}.${name}`));

/** A stack as it was, with two agents in code. */
function before(): string[] {
  const { stack, contactCentre } = newStack();
  const north = new Construct(stack, 'north');
  for (const name of ['ada', 'alan']) new Agent(north, name, { ...everybody, contactCentre, name });
  return addresses(stack).sort();
}

function roster(scope: Construct, contactCentre: ContactCentre): Roster {
  const file = join(newDirectory(), 'team.csv');
  writeFileSync(file, 'name\nada\nalan\n');
  return Roster.fromFile(scope, 'team', file, { contactCentre, agent: () => everybody });
}

describe('agents who get another place in the program', () => {
  test('keep their accounts and memberships: from a team into a roster', () => {
    const { stack, contactCentre } = newStack();
    const north = new Construct(stack, 'north');
    for (const agent of roster(stack, contactCentre)) agent.renamedFrom(agent.node.id, north);
    const { moved = [] } = sections(stack);
    expect(moved.map(({ from }) => from).sort()).toEqual(before());
    expect(moved.map(({ to }) => to).sort()).toEqual(addresses(stack).sort());
    expect(north.node.children).toEqual([]);
  });

  test('get a new login in the same plan, and join groups later', () => {
    const { stack, contactCentre } = newStack();
    const ada = new Agent(stack, 'lovelace', { ...everybody, groups: [], contactCentre, name: 'lovelace' });
    ada.renamedFrom('ada', new Construct(stack, 'north')).joins('Voice teams');
    const froms = sections(stack).moved?.map(({ from }) => from);
    expect(froms).toHaveLength(2);
    expect(before()).toEqual(expect.arrayContaining(froms ?? []));
  });

  test('are refused where the place is in use or in another stack, and sent there from cameFrom', () => {
    const app = new App();
    const { stack, contactCentre } = newStack(app);
    const north = new Construct(stack, 'north');
    new Agent(north, 'ada', { ...everybody, contactCentre, name: 'ada' });
    const alan = new Agent(stack, 'alan', { ...everybody, contactCentre, name: 'alan' });
    expect(() => alan.renamedFrom('ada', north)).toThrow('[agents/alan] cannot have been renamed from "ada": that id is still in use.');
    expect(() => alan.renamedFrom('alan', newStack(app, 'other').stack)).toThrow(
      '[agents/alan] cannot have been renamed from "alan" of other: that is another stack. Use cameFrom.',
    );
    expect(() => alan.renamedFrom('alan', JSON.parse('"north"'))).toThrow(
      '[agents/alan: renamedFrom] expects a construct of the same stack, and got "north".',
    );
    expect(() => alan.cameFrom(north, 'alan')).toThrow(
      '[agents/alan] cannot have come from agents/north: that is in the same stack. Use renamedFrom("alan", SCOPE).',
    );
  });

  test('are refused where the place is taken again later, or was that of two', () => {
    const { stack, contactCentre } = newStack();
    const north = new Construct(stack, 'north');
    for (const name of ['ada', 'grace']) new Agent(stack, name, { ...everybody, contactCentre, name }).renamedFrom('alan', north);
    new Agent(stack, 'lovelace', { ...everybody, contactCentre, name: 'lovelace' }).renamedFrom('byron', north);
    new Agent(north, 'byron', { ...everybody, contactCentre, name: 'byron' });
    const told = complaint(() => sections(stack));
    expect(told).toMatch(/agents\/ada\/Default, agents\/grace\/Default cannot all have been connect_user\.north_alan_\w+ before/);
    expect(told).toMatch(
      /agents\/lovelace\/Default cannot have been connect_user\.north_byron_\w+ before: that address is still in use, by agents\/north\/byron/,
    );
  });

  test('are refused where the column renamed_from still says of an earlier name', () => {
    const { stack, contactCentre } = newStack();
    const file = join(newDirectory(), 'team.csv');
    writeFileSync(file, 'name,renamed_from\nlovelace,byron\n');
    const lovelace = Roster.fromFile(stack, 'team', file, { contactCentre, agent: () => everybody }).agent('lovelace');
    expect(() => lovelace.renamedFrom('lovelace', stack)).toThrow(
      '[agents/team/lovelace] cannot have been renamed from "lovelace": it already moves from another place, and Terraform takes one move at a time.',
    );
  });

  test('move nothing where the address stays the same', () => {
    const { stack, contactCentre } = newStack();
    new Agent(stack, 'ada', { ...everybody, contactCentre, name: 'ada' }).renamedFrom('ada', new Construct(stack, 'Default'));
    expect(sections(stack).moved).toBeUndefined();
  });

  test('may say so at both ends, as CDK for Terraform asks for it', () => {
    const { stack, contactCentre } = newStack();
    const ada = new Agent(stack, 'ada', { ...everybody, groups: [], contactCentre, name: 'ada' });
    const before = new Agent(stack, 'before', { ...everybody, groups: [], contactCentre, name: 'ada' });
    before.user.moveToId('connect_user.ada');
    ada.user.moveFromId('connect_user.before');
    expect(sections(stack).moved).toHaveLength(2);
  });
});
