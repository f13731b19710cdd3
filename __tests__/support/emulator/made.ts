import type { InstanceSnapshot } from '../../../emulator/control/snapshot';

/** A kind of things that a resource makes. */
interface Made {
  /** As lines name one. */
  readonly noun: string;
  /** The attribute of the state that has its id. */
  readonly id: string;
  readonly things: (instance: InstanceSnapshot) => readonly Thing[];
}

interface Thing {
  readonly Id: string;
  readonly Name?: string;
  readonly Username?: string;
  readonly LastModifiedTime?: number;
}

/** By the type of the resource: what the fault matrix and the kill matrix look at, and what their pictures show. */
export const MADE: Readonly<Record<string, Made>> = {
  connect_user: { noun: 'user', id: 'user_id', things: ({ users }) => users },
  connect_quick_connect: { noun: 'quick connect', id: 'quick_connect_id', things: ({ quickConnects }) => quickConnects },
  connect_traffic_distribution_group: {
    noun: 'group',
    id: 'id',
    things: ({ groups }) => groups.filter(({ Becomes }) => Becomes?.Status !== 'GONE'),
  },
};

export const nameOf = ({ Name, Username = '' }: Thing): string => Name ?? Username;

/** All that there is of these kinds. */
export const allMade = (instance: InstanceSnapshot): readonly (Thing & { readonly noun: string })[] =>
  Object.values(MADE).flatMap(({ noun, things }) => things(instance).map((thing) => ({ ...thing, noun })));

/** What to call ids that only tell two runs apart. */
export const namesOf = (instance: InstanceSnapshot): readonly (readonly [string, string])[] => [
  ...instance.deletedUserIds.map((id) => [id, 'a deleted user'] as const),
  ...allMade(instance).map((thing) => [thing.Id, `the ${thing.noun} ${nameOf(thing)}`] as const),
];
