import { type InstanceSnapshot, snapshot } from '../../emulator/control/snapshot';
import type { Emulator } from '../../emulator/emulator';
import { INSTANCE_ID } from '../../emulator/seed/demo';
import { canonical } from '../answers/likeness';
import { MADE, namesOf } from '../support/emulator/made';

export function instanceOf({ world }: Pick<Emulator, 'world'>): InstanceSnapshot {
  const found = snapshot(world).instances.find(({ id }) => id === INSTANCE_ID);
  if (!found) throw new Error('the instance is gone');
  return found;
}

/** The groups that are not deleted, each with the status that it has by now. */
export const groupsThere = ({ world, clock }: Pick<Emulator, 'world' | 'clock'>): InstanceSnapshot['groups'] =>
  instanceOf({ world })
    .groups.map((group) => ({ ...group, Status: group.Becomes && group.Becomes.at <= clock.now() ? group.Becomes.Status : group.Status }))
    .filter(({ Status }) => Status !== 'GONE');

/** One line for each thing in the contact centre, without what only tells two runs apart: ids and times. */
export function picture(emulator: Emulator): readonly string[] {
  const instance = instanceOf(emulator);
  const names = new Map(namesOf(instance));
  const others = Object.values(MADE).filter(({ noun }) => noun !== 'user' && noun !== 'group');
  const line = (kind: string, thing: object): string => `${kind} ${canonical(thing, names)}`;
  return [
    ...instance.users.map((user) => line('user', { ...user, LastModifiedTime: 0, ProficienciesModified: 0 })),
    ...others.flatMap(({ noun, things }) =>
      things(instance).map((thing) => line(noun, { ...thing, LastModifiedTime: 0, LastModifiedRegion: '' })),
    ),
    ...instance.queues.map(({ Name, QuickConnectIds }) => line('queue', { Name, QuickConnectIds })),
    ...groupsThere(emulator).map((group) => line('group', { ...group, Id: '', Becomes: undefined, ClientToken: '' })),
  ].sort();
}

/** What one picture shows and the other does not. */
export const differences = (is: readonly string[], should: readonly string[]): readonly string[] => [
  ...is.filter((line) => !should.includes(line)).map((line) => `there is ${line}`),
  ...should.filter((line) => !is.includes(line)).map((line) => `there is no ${line}`),
];
