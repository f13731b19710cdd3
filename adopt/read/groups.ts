import type { Gateway, Id, TrafficDistributionGroup } from '../../connect/gateway';
import { regionOf } from '../../custom-resources/values/identifiers';
import { quoted } from '../../custom-resources/values/quoted';
import type { AdoptedGroup } from '../model';
import { value } from './value';

/** @param asked names or ids; absent: all groups of the instance */
export async function chosenGroups(
  connect: Gateway,
  instanceId: Id,
  asked: readonly string[] | undefined,
): Promise<readonly TrafficDistributionGroup[]> {
  const all = value(await connect.groups.list(instanceId));
  const stranger = asked?.find((name) => !all.some((group) => isCalled(group, name)));
  if (stranger !== undefined)
    throw new Error(
      `The instance has no traffic distribution group "${stranger}". It has: ${all.map(({ name, id }) => `${quoted(name)} (${id})`).join(', ') || 'none'}.`,
    );
  return all.filter((group) => !asked || asked.some((name) => isCalled(group, name)));
}

const isCalled = ({ name, id }: TrafficDistributionGroup, text: string): boolean => name === text || id === text;

/** Who of the adopted agents is in which group. Members are listed in the home Region of a group: the lists of the others may be empty. */
export async function readGroups(
  connect: Gateway,
  chosen: readonly TrafficDistributionGroup[],
  adopted: ReadonlySet<string>,
): Promise<readonly AdoptedGroup[]> {
  const groups = await Promise.all(
    chosen.map(async ({ id, arn, name }) => {
      const region = regionOf(arn) ?? connect.region;
      const members = value(await connect.groups.listUsers({ group: id, region }));
      const userIds = [...members].filter((user) => adopted.has(user)).sort();
      return { id, name, userIds, whole: userIds.length === members.size };
    }),
  );
  return groups.filter(({ userIds }) => userIds.length > 0);
}
