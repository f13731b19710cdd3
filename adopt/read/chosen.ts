import type { Gateway, Id, ListedUser, User } from '../../connect/gateway';
import { quoted } from '../../custom-resources/values/quoted';
import type { Names } from '../model';
import type { Filter } from '../options';
import { value } from './value';

/** The agents that all filters take. Who is made while they are read may lack in one list, and is left out. */
export async function chosenAgents(
  connect: Gateway,
  instanceId: Id,
  listed: readonly ListedUser[],
  filters: readonly Filter[],
  names: Names,
): Promise<readonly ListedUser[]> {
  if (filters.length === 0) return listed;
  const tests = filters.map((filter) => testOf(filter, names));
  const shown = value(await connect.users.search(instanceId));
  const chosen = listed.filter(({ id }) => {
    const user = shown.get(id);
    return user !== undefined && tests.every((test) => test(user));
  });
  if (chosen.length === 0) throw new Error(`The filter matches none of the ${listed.length} agents.`);
  return chosen;
}

function testOf(filter: Filter, names: Names): (user: User) => boolean {
  switch (filter.by) {
    case 'name-prefix':
      return ({ username }) => username.startsWith(filter.text);
    case 'tag':
      return ({ tags }) => (filter.value === undefined ? Object.hasOwn(tags, filter.key) : tags[filter.key] === filter.value);
    case 'routing-profile': {
      const ids = idsOf(names.routingProfiles, (name) => name === filter.text);
      if (ids.size === 0) throw new Error(nothingCalled('routing profile', filter.text, [...names.routingProfiles.values()]));
      return ({ routingProfileId }) => ids.has(routingProfileId);
    }
    case 'hierarchy': {
      const ids = idsOf(names.hierarchyGroups, (path) => filter.path.every((name, index) => path[index] === name));
      const paths = [...names.hierarchyGroups.values()].map((path) => path.join('/'));
      if (ids.size === 0) throw new Error(nothingCalled('hierarchy group', filter.path.join('/'), paths));
      return ({ hierarchyGroupId }) => hierarchyGroupId !== undefined && ids.has(hierarchyGroupId);
    }
  }
}

const idsOf = <T>(names: ReadonlyMap<string, T>, matches: (name: T) => boolean): ReadonlySet<string> =>
  new Set([...names].filter(([, name]) => matches(name)).map(([id]) => id));

const nothingCalled = (noun: string, name: string, all: readonly string[]): string =>
  `The instance has no ${noun} "${name}". It has: ${[...all].sort().map(quoted).join(', ') || 'none'}.`;
