import type { Gateway } from '../../connect/gateway';
import type { Id } from '../../connect/model';
import { checkArns } from '../checking/arns';
import { Findings } from '../checking/findings';
import type { Diagnostic } from '../contract/diagnostic';
import type { CheckRequest, Context } from '../contract/resource';
import { isUnknown, type Planned } from '../contract/value';
import { checkGroup, checkMember, type GroupPlace } from '../membership/check-group';
import { groupOf, knownUserIds } from '../membership/ids';
import { INSTANCE, USER } from '../values/identifiers';
import { READ_TIMEOUT_MS } from '../waiting/timeouts';
import { amongUsers, notDeclared } from './diagnostics';
import { strangersAmong } from './read-users';
import type { GroupUsersState } from './schema';

/** Users that are not found, after which nobody else is looked up. */
const MOST_MISSING = 10;

/** What Connect tells, before apply, of a group that is to get users: the group, and the users that come. */
export async function checkGroupUsers(
  { prior, planned, replacing, replanned }: CheckRequest<GroupUsersState>,
  context: Context,
): Promise<readonly Diagnostic[]> {
  if (!planned || replanned || isUnknown(planned.instance_id) || isUnknown(planned.traffic_distribution_group_id)) return [];

  const findings = new Findings(context.ledger);
  const before = replacing ? undefined : prior;
  const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
  const users = isUnknown(planned.user_ids) ? [] : planned.user_ids.filter((user) => isUnknown(user) || !before?.user_ids.includes(user));
  const instance = before ? [] : [{ kind: INSTANCE, path: ['instance_id'], text: planned.instance_id }];
  const named = [...instance, ...users.map((text) => ({ kind: USER, path: ['user_ids'], text }))];
  if (!(await checkArns(named, planned.instance_id, connect, findings))) return findings.diagnostics;
  const place =
    typeof before?.region === 'string'
      ? { ...groupOf(before), region: before.region }
      : await checkGroup(planned.instance_id, planned.traffic_distribution_group_id, connect, findings);
  if (!place) return findings.diagnostics;
  if (!before) await checkStrangers(place, planned.user_ids, connect, findings);
  const known = new Set(knownUserIds(before?.user_ids ?? []));
  const coming = knownUserIds(planned.user_ids).filter((id) => !known.has(id));
  await checkUsers(place, coming, connect, context, findings);
  return findings.diagnostics;
}

/** Who is in the group already and is not declared: the plan of a new resource cannot show that they go. */
async function checkStrangers(place: GroupPlace, users: Planned<readonly string[]>, connect: Gateway, findings: Findings): Promise<void> {
  if (isUnknown(users)) return;
  const group = { group: place.groupId, region: place.region };
  const listed = await findings.look('ListTrafficDistributionGroupUsers', () => connect.groups.listUsers(group));
  const expected = { ...place, userIds: new Set(knownUserIds(users)) };
  const strangers = (await findings.look('ListUsers', () => strangersAmong(connect, expected, listed?.value ?? new Set())))?.value ?? [];
  // Each user who is not known yet may turn out to be one of them.
  if (strangers.length > users.filter(isUnknown).length) findings.add(notDeclared(place, strangers));
}

async function checkUsers(place: GroupPlace, coming: readonly Id[], connect: Gateway, context: Context, findings: Findings): Promise<void> {
  const missing = new Findings(context.ledger);
  for (const userId of coming) {
    await checkMember({ ...place, userId }, connect, context, missing);
    if (missing.diagnostics.length >= MOST_MISSING) break;
  }
  findings.add(...missing.diagnostics.map(amongUsers));
}
