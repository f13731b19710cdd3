import type { Failure } from '../../connect/failure';
import type { Gateway, Instance } from '../../connect/gateway';
import { type Finding, notTried, ok, warning } from './finding';
import { failureFinding } from './permissions';

/** What an instance can have of each by default; of some, Service Quotas tells whether that was raised. */
const DEFAULTS = { users: 500, 'quick connects': 100, queues: 100, 'routing profiles': 500, 'security profiles': 100 } as const;

/** Requests a second that Amazon Connect grants for each operation, and how many users a page of SearchUsers has. */
const RATE = 2;
const USERS_A_PAGE = 500;

/** How near the instance is to its quotas, and how long plans take for that many users. */
export async function quotas({ users, catalogue, quotas: told }: Gateway, instance: Instance): Promise<readonly Finding[]> {
  const instanceId = instance.id;
  const listed = await users.list(instanceId);
  if (!listed.ok) return [failureFinding('connect:ListUsers', listed.failure)];
  const [ofUsers, ofQuickConnects, quickConnects, queues, routingProfiles, securityProfiles] = await Promise.all([
    told.ofInstance(instance, 'users'),
    told.ofInstance(instance, 'quickConnects'),
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
  const known: Partial<Record<keyof typeof DEFAULTS, number | undefined>> = {
    users: ofUsers.ok ? ofUsers.value : undefined,
    'quick connects': ofQuickConnects.ok ? ofQuickConnects.value : undefined,
  };
  const silent = [ofUsers, ofQuickConnects].find((outcome) => !outcome.ok);
  const seconds = Math.ceil(listed.value.size / USERS_A_PAGE / RATE);
  return [
    silent && !silent.ok ? untold(silent.failure) : ok('servicequotas:GetServiceQuota'),
    ...(Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]).flatMap((what) => {
      const { [what]: list } = counts;
      return list.ok ? [quota(what, list.value.size, DEFAULTS[what], known[what])] : [];
    }),
    ok(`At ${RATE} requests a second, all users are read in about ${seconds} s, and ${RATE} users are made or changed a second`),
  ];
}

/** @param known what Service Quotas says, where it says anything */
export function quota(what: string, count: number, byDefault: number, known?: number): Finding {
  const most = known ?? byDefault;
  const text = `${count} ${what}; ${known === undefined ? `an instance can have ${most} by default` : `this instance can have ${most}`}`;
  if (count < most * 0.9) return ok(text);
  const advice = known === undefined ? 'Look in Service Quotas whether that was raised' : 'Have it raised, in Service Quotas';
  return warning(text, `${advice}; when it is used up, new ${what} fail with LimitExceededException.`);
}

/** Plans can do without. */
const untold = ({ code }: Failure): Finding =>
  notTried(
    `servicequotas:GetServiceQuota ended with ${code}: plans then cannot tell that an instance has no room for all new users. The permission is optional`,
  );
