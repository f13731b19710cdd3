import { checkArns, instanceNamed } from '../checking/arns';
import { Findings } from '../checking/findings';
import type { Diagnostic } from '../contract/diagnostic';
import type { CheckRequest, Context } from '../contract/resource';
import { isUnknown, type Planned } from '../contract/value';
import { checkGroup, checkMember, type GroupPlace } from '../membership/check-group';
import { groupOf, knownUserIds } from '../membership/ids';
import { USER } from '../values/identifiers';
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

  const findings = new Findings(context, { instance: planned.instance_id });
  const before = replacing ? undefined : prior;
  const users = isUnknown(planned.user_ids) ? [] : planned.user_ids.filter((user) => isUnknown(user) || !before?.user_ids.includes(user));
  const instance = before ? [] : [instanceNamed(planned)];
  const named = [...instance, ...users.map((text) => ({ kind: USER, path: ['user_ids'], text }))];
  if (!(await checkArns(named, planned.instance_id, findings))) return findings.diagnostics;
  const place =
    typeof before?.region === 'string'
      ? { ...groupOf(before), region: before.region }
      : await checkGroup(planned.instance_id, planned.traffic_distribution_group_id, findings);
  if (!place) return findings.diagnostics;
  if (!before) await checkStrangers(place, planned.user_ids, findings);
  const known = new Set(knownUserIds(before?.user_ids ?? []));
  const coming = knownUserIds(planned.user_ids).filter((id) => !known.has(id));
  const found = findings.diagnostics.length;
  for (const userId of coming) {
    await checkMember({ ...place, userId }, findings);
    if (findings.diagnostics.length - found >= MOST_MISSING) break;
  }
  return findings.diagnostics.map(amongUsers);
}

/** Who is in the group already and is not declared: the plan of a new resource cannot show that they go. */
async function checkStrangers(place: GroupPlace, users: Planned<readonly string[]>, findings: Findings): Promise<void> {
  if (isUnknown(users)) return;
  const { connect } = findings;
  const group = { group: place.groupId, region: place.region };
  const listed = await findings.look('ListTrafficDistributionGroupUsers', () => connect.groups.listUsers(group));
  const expected = { ...place, userIds: new Set(knownUserIds(users)) };
  const strangers = (await findings.look('ListUsers', () => strangersAmong(connect, expected, listed?.value ?? new Set())))?.value ?? [];
  // Each user who is not known yet may turn out to be one of them.
  if (strangers.length > users.filter(isUnknown).length) findings.add(notDeclared(place, strangers));
}
