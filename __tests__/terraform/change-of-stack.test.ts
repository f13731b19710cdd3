import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack, Testing } from 'cdktf';
import { ConnectProvider, ContactCentre as Centre, Roster } from '../../constructs';
import { BASIC_ROUTING_PROFILE_ID, INSTANCE_ID } from '../../emulator/seed/demo';
import { newDirectory, removeDirectories } from '../support/constructs/directories';
import { ContactCentre } from '../support/terraform/contact-centre';
import { type Applied, apply, plan } from '../support/terraform/told';

const SITES = ['berlin', 'london'];
const [OLD, NEW] = [0, 1];
const PROFILES: Readonly<Record<string, string>> = { berlin: 'Sales', london: 'Basic Routing Profile' };

afterAll(removeDirectories);

describe('an agent who changes the site, and with it the stack', () => {
  let centre: ContactCentre;
  let stacks: readonly ContactCentre[];
  beforeEach(async () => {
    centre = await ContactCentre.start();
    stacks = [centre, centre.otherStack()];
  });
  afterEach(() => centre.close());

  /** @param rows of `name,site,came_from,groups` */
  const declare = async (...rows: readonly string[]): Promise<void> => {
    const file = join(newDirectory(), 'agents.csv');
    writeFileSync(file, ['name,site,came_from,groups', ...rows].join('\n'));
    const rosters = Roster.inStacks(new App(), 'agents', file, {
      otherColumns: ['site', 'came_from'],
      by: ({ others }) => others['site'] ?? '',
      cameFrom: ({ others }) => others['came_from'],
      parts: SITES,
      stack: (stack, site) => {
        new ConnectProvider(stack, 'connect');
        return {
          contactCentre: Centre.fromInstanceId(stack, 'acme', INSTANCE_ID),
          agent: () => ({
            firstName: 'Ada',
            lastName: 'Example',
            routingProfile: PROFILES[site] ?? '',
            securityProfiles: ['Agent'],
          }),
        };
      },
    });
    const synthesized = [...rosters.values()].map((roster) => JSON.parse(Testing.synth(TerraformStack.of(roster), true)));
    for (const [index, stack] of stacks.entries()) {
      const { resource, data, removed, import: imports } = synthesized[index];
      await stack.declare({ resource, data, removed, import: imports });
    }
  };

  it.each([
    ['the old stack is applied', [OLD, NEW]],
    ['the new stack is applied', [NEW, OLD]],
  ])('keeps the account, its memberships and the id, whichever comes first: %s', async (_, order) => {
    await declare('ada,berlin,,Voice teams', 'konrad,berlin,,', 'alan,london,,');
    for (const stack of stacks) expect((await apply(stack)).errors).toEqual([]);
    const before = await centre.userNamed('ada');
    await declare('ada,london,berlin,Voice teams', 'alan,london,,');
    const told = new Map<number, Applied>();
    for (const index of order) told.set(index, await apply(stacks[index] ?? centre));
    expect(told.get(OLD)).toMatchObject({ errors: [], writes: ['DeleteUser 200'] });
    const london = told.get(NEW);
    const actions = Object.entries(london?.planned ?? {}).map(([address, action]) => `${action} ${address.split('.')[0]}`);
    expect(actions.sort()).toEqual(['create connect_traffic_distribution_group_user', 'update connect_user']);
    expect(london).toMatchObject({ errors: [], warnings: [] });
    expect(london?.writes.toSorted()).toEqual(['AssociateTrafficDistributionGroupUser 200', 'UpdateUserRoutingProfile 200']);
    expect(await centre.userNamed('ada')).toMatchObject({ Id: before?.Id, RoutingProfileId: BASIC_ROUTING_PROFILE_ID });
    expect((await centre.instance()).users.map(({ Username }) => Username)).not.toContain('konrad');
    for (const stack of stacks) expect(await plan(stack)).toMatchObject({ errors: [], warnings: [], planned: {} });
  });
});
