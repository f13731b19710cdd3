import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack, Testing } from 'cdktf';
import { ConnectProvider, ContactCentre as Centre, Roster } from '../../../constructs';
import { INSTANCE_ID } from '../../../emulator/seed/demo';
import { newDirectory } from '../constructs/directories';
import type { ContactCentre } from './contact-centre';

/** A row of a roster. */
export interface Person {
  readonly name: string;
  readonly firstName: string;
  readonly groups?: string | undefined;
  readonly renamedFrom?: string;
}

/**
 * Declares a roster in a file, as a program synthesizes it and a spreadsheet writes it, with the provider of the tests.
 * @param group whose users the roster owns
 */
export async function declareRoster(centre: ContactCentre, people: readonly Person[], group?: string): Promise<void> {
  const file = join(newDirectory(), 'berlin.csv');
  const rows = people.map(({ name, firstName, groups = '', renamedFrom = '' }) =>
    [name, `"${firstName.replaceAll('"', '""')}"`, groups, renamedFrom].join(';'),
  );
  writeFileSync(file, ['\uFEFFname;first_name;groups;renamed_from', ...rows].join('\r\n'));
  const stack = new TerraformStack(new App(), 'agents');
  new ConnectProvider(stack, 'connect');
  const acme = Centre.fromInstanceId(stack, 'acme', INSTANCE_ID);
  const roster = Roster.fromFile(stack, 'berlin', file, {
    contactCentre: acme,
    agent: () => ({ lastName: 'Example', routingProfile: 'Sales', securityProfiles: ['Agent', 'CallCenterManager'] }),
  });
  if (group !== undefined) acme.trafficDistributionGroup(group).ownsUsers(roster);
  const { resource, data, moved } = JSON.parse(Testing.synth(stack, true));
  await centre.declare({ resource, data, ...(moved && { moved }) });
}
