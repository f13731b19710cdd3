import { createHash } from 'node:crypto';
import { snapshot } from '../../emulator/control/snapshot';
import { World } from '../../emulator/state/world';
import { namesOf } from '../support/emulator/made';
import type { Between } from './in-process';

/**
 * The hash of a text that is the same for two states after which everything goes on alike. The text holds all of the
 * contact centre and of Terraform's state but for what only tells two runs apart: ids, times, and in which order things
 * came. Of the times, it keeps what the provider makes of them: whether a user was modified since Terraform last knew all
 * about it.
 */
export function likeness({ world, state }: Between): string {
  const { instances } = snapshot(World.fromRecord(world));
  const users = [...state.values()].filter(({ type }) => type === 'connect_user');
  const known = new Map(users.map(({ values, private: bytes }) => [values.user_id, asOf(bytes)]));
  const resources = [...state].map(([address, { values, private: bytes, needs }]) => ({
    address,
    values,
    private: withoutTimes(bytes),
    needs,
  }));
  const centres = instances.map((instance) => ({
    ...instance,
    users: instance.users.map(({ LastModifiedTime, ProficienciesModified: { LastModifiedRegion }, ...user }) => {
      return { ...user, ProficienciesModified: LastModifiedRegion, isKnown: LastModifiedTime <= (known.get(user.Id) ?? 0) };
    }),
    quickConnects: instance.quickConnects.map((quickConnect) => ({ ...quickConnect, LastModifiedTime: 0 })),
    queues: instance.queues.map((queue) => ({ ...queue, LastModifiedTime: 0 })),
    groups: instance.groups.map(({ Becomes, ...group }) => ({ ...group, Becomes: Becomes && [Becomes.Status, Becomes.at > world.time] })),
    // Whoever was deleted and is named nowhere is forgotten.
    deletedUserIds: undefined,
  }));
  const names = new Map(instances.flatMap(namesOf));
  return createHash('sha256').update(canonical({ centres, resources }, names)).digest('hex');
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** JSON with names for ids, and with all lists in one order. */
export const canonical = (value: unknown, names: ReadonlyMap<string, string>): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string') return part.replace(UUID, (id) => names.get(id) ?? id);
    return Array.isArray(part) ? part.map((element) => canonical(element, names)).sort() : part;
  });

const decoded = (bytes: Uint8Array): Readonly<Record<string, unknown>> =>
  bytes.length === 0 ? {} : (JSON.parse(Buffer.from(bytes).toString()) as Readonly<Record<string, unknown>>);

function asOf(bytes: Uint8Array): number {
  const { asOf: time } = decoded(bytes);
  return typeof time === 'number' ? time : 0;
}

/** How long ago something was created matters for the shortest time only. */
const withoutTimes = (bytes: Uint8Array): object => ({
  ...decoded(bytes),
  asOf: undefined,
  created: undefined,
  proficienciesWritten: undefined,
});
