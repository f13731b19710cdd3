import { type InstanceSnapshot, snapshot } from '../../emulator/control/snapshot';
import type { Emulator } from '../../emulator/emulator';
import { INSTANCE_ID } from '../../emulator/seed/demo';
import { canonical, namesOf } from '../answers/likeness';

export function instanceOf({ world }: Emulator): InstanceSnapshot {
  const found = snapshot(world).instances.find(({ id }) => id === INSTANCE_ID);
  if (!found) throw new Error('the instance is gone');
  return found;
}

/** One line for each thing in the contact centre, without what only tells two runs apart: ids and times. */
export function picture(emulator: Emulator): readonly string[] {
  const instance = instanceOf(emulator);
  const names = new Map(namesOf(instance));
  const line = (kind: string, thing: object): string => `${kind} ${canonical(thing, names)}`;
  return [
    ...instance.users.map((user) => line('user', { ...user, LastModifiedTime: 0, ProficienciesModified: 0 })),
    ...instance.quickConnects.map((quickConnect) =>
      line('quick connect', { ...quickConnect, LastModifiedTime: 0, LastModifiedRegion: '' }),
    ),
    ...instance.queues.map(({ Name, QuickConnectIds }) => line('queue', { Name, QuickConnectIds })),
    ...instance.groups.map(({ Name, Status, members }) => line('group', { Name, Status, members })),
  ].sort();
}

/** What one picture shows and the other does not. */
export const differences = (is: readonly string[], should: readonly string[]): readonly string[] => [
  ...is.filter((line) => !should.includes(line)).map((line) => `there is ${line}`),
  ...should.filter((line) => !is.includes(line)).map((line) => `there is no ${line}`),
];
