import type { ManagedResource } from '../../../custom-resources/contract/resource';
import type { Value } from '../../../custom-resources/contract/value';
import { toyThing } from '../../support/toy-provider/thing';
import { memoryStore } from '../../support/toy-provider/store';

const toy = toyThing(memoryStore);
const known = (value: Value | undefined): value is string => typeof value === 'string';

/** Has a name, and an id once it is made. */
export const agents: ManagedResource = {
  ...toy,
  type: 'agent',
  replacedInPlace: false,
  identify: ({ name, id }) => [
    ...(known(name) ? [{ thing: `the name ${name}`, path: ['name'] }] : []),
    ...(known(id) ? [{ thing: `the agent ${id}` }] : []),
  ],
};

/** One agent in a team. */
export const members: ManagedResource = {
  ...toy,
  type: 'member',
  replacedInPlace: false,
  identify: ({ team, agent }) =>
    known(team)
      ? [
          ...(known(agent) ? [{ thing: `the member ${team},${agent}` }] : []),
          { thing: `the agents of ${team}`, use: 'shared', path: ['team'] },
        ]
      : [],
};

/** All agents of a team. */
export const teams: ManagedResource = {
  ...toy,
  type: 'team',
  replacedInPlace: true,
  identify: ({ team }) => (known(team) ? [{ thing: `the agents of ${team}`, path: ['team'] }] : []),
};
