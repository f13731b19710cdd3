import type { Gateway } from '../../connect/gateway';
import type { Id } from '../../connect/model';
import { type Finding, ok, warning } from './finding';
import { failureFinding } from './permissions';

/** What an instance can have of each by default; Amazon Connect tells nobody whether that was raised. */
const DEFAULTS = { users: 500, 'quick connects': 100, queues: 100, 'routing profiles': 500, 'security profiles': 100 } as const;

/** Requests a second that Amazon Connect grants for each operation, and how many users a page of SearchUsers has. */
const RATE = 2;
const USERS_A_PAGE = 500;

/** How near the instance is to its quotas, and how long plans take for that many users. */
export async function quotas({ users, catalogue }: Gateway, instanceId: Id): Promise<readonly Finding[]> {
  const listed = await users.list(instanceId);
  if (!listed.ok) return [failureFinding('connect:ListUsers', listed.failure)];
  const [quickConnects, queues, routingProfiles, securityProfiles] = await Promise.all([
    catalogue.quickConnects(instanceId),
    catalogue.queues(instanceId),
    catalogue.routingProfiles(instanceId),
    catalogue.securityProfiles(instanceId),
  ]);
  const counts = {
    users: listed,
    'quick connects': quickConnects,
    queues,
    'routing profiles': routingProfiles,
    'security profiles': securityProfiles,
  };
  const seconds = Math.ceil(listed.value.size / USERS_A_PAGE / RATE);
  return [
    ...(Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]).flatMap((what) => {
      const { [what]: list } = counts;
      return list.ok ? [quota(what, list.value.size, DEFAULTS[what])] : [];
    }),
    ok(`At ${RATE} requests a second, all users are read in about ${seconds} s, and ${RATE} users are made or changed a second`),
  ];
}

export function quota(what: string, count: number, most: number): Finding {
  const text = `${count} ${what}; an instance can have ${most} by default`;
  return count < most * 0.9
    ? ok(text)
    : warning(text, `Look in Service Quotas whether that was raised; when it is used up, new ${what} fail with LimitExceededException.`);
}
