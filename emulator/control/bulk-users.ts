import { randomUUID } from 'node:crypto';
import type { World } from '../state/world';
import { isObject } from '../wire/json';
import { ControlError } from './settings-patch';

const MOST_USERS = 1_000_000;

/**
 * Creates many users at once, as if they had always been there: seen by everybody, and beyond any quota. All or none.
 * Body: `count`, `prefix` of the user names, `instance` (an id), and optionally `group`, a traffic
 * distribution group's id that all of them join.
 */
export function createUsers(world: World, body: unknown, now: number): { readonly userIds: readonly string[] } {
  const { count, prefix = 'agent-', instance: instanceId, group } = isObject(body) ? body : {};
  if (
    typeof count !== 'number' ||
    !Number.isInteger(count) ||
    count < 1 ||
    count > MOST_USERS ||
    typeof prefix !== 'string' ||
    typeof instanceId !== 'string'
  )
    throw new ControlError(`users needs count, prefix and instance; count is 1 to ${MOST_USERS}.`);
  const instance = world.instance(instanceId);
  const [routingProfile] = instance?.routingProfiles.values() ?? [];
  const [securityProfile] = instance?.securityProfiles.values() ?? [];
  if (!instance || !routingProfile || !securityProfile) throw new ControlError(`There is no instance ${instanceId}.`);
  if (group !== undefined && (typeof group !== 'string' || !instance.groups.latest(group)))
    throw new ControlError(`The instance has no traffic distribution group ${JSON.stringify(group)}.`);

  const usernames = Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
  const taken = usernames.find((username) => instance.usernamesLike(username).has(username));
  if (taken !== undefined) throw new ControlError(`The user name ${taken} is taken; none of the users was created.`);

  const stamp = { at: 0, region: instance.facts.homeRegion, lag: 0, mirrorLag: 0 };
  const modified = { LastModifiedTime: now, LastModifiedRegion: instance.facts.homeRegion };
  const userIds: string[] = [];
  for (const [index, Username] of usernames.entries()) {
    const id = randomUUID();
    instance.users.put(
      id,
      {
        Username,
        IdentityInfo: { FirstName: 'Agent', LastName: String(index + 1) },
        PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: false, AfterContactWorkTimeLimit: 0 },
        RoutingProfileId: routingProfile.id,
        SecurityProfileIds: [securityProfile.id],
        Tags: {},
        Proficiencies: [],
        ProficienciesModified: modified,
        ...modified,
      },
      stamp,
    );
    instance.claimUsername(Username);
    if (group !== undefined) instance.membersOf(group).put(id, {}, stamp);
    userIds.push(id);
  }
  return { userIds };
}
