import { checkArns, instanceNamed } from '../checking/arns';
import { Findings } from '../checking/findings';
import { checkInstance } from '../checking/instance';
import type { Diagnostic } from '../contract/diagnostic';
import type { CheckRequest, Context } from '../contract/resource';
import { isUnknown, isWhollyKnown, type PlannedState } from '../contract/value';
import { ending } from '../guarding/ending';
import { theMembership, theUser, theUsersOf } from '../identity/things';
import { membershipId } from '../membership/ids';
import { settled } from '../planning/plan-attributes';
import { placeOf } from '../values/place';
import {
  defaultGroupStays,
  groupExists,
  groupWillBeAdopted,
  quotaReached,
  replicationProblem,
  usersLeft,
  usersOfReplaced,
} from './diagnostics';
import { differencesFromNew } from './holder';
import { theGroup, theGroupName } from '../identity/things';
import type { GroupState } from './schema';

/** What Connect tells, before apply, of a group that is to be made, replaced or deleted. */
export async function checkGroupResource(request: CheckRequest<GroupState>, context: Context): Promise<readonly Diagnostic[]> {
  const { prior, planned, replaced, replacing = false, replanned = false } = request;
  const leaving = replanned ? undefined : ending(request)?.state;
  const found: Diagnostic[] = [];
  if (leaving) {
    const findings = new Findings(context, { instance: leaving.instance_id });
    await checkRemoval(leaving, planned ? usersOfReplaced : usersLeft, findings);
    found.push(...findings.diagnostics);
  }
  // Of the plan of a successor, which comes after this one, Terraform shows the errors alone: that a group is taken over is told here, too.
  const before = prior ?? replaced?.state;
  // The look for those who stay waits for the rest of the plan, and its time runs: this has time of its own.
  if (planned && (!prior || replacing) && !isUnknown(planned.instance_id)) {
    const findings = new Findings(context, { instance: planned.instance_id });
    await checkCreation(planned, planned.instance_id, { id: before?.id, inState: replanned || before !== undefined }, findings);
    found.push(...findings.diagnostics);
  }
  return found;
}

async function checkCreation(
  planned: PlannedState<GroupState>,
  instance: string,
  /** What the state has of the resource. */
  before: { readonly id?: string | null; readonly inState: boolean },
  findings: Findings,
): Promise<void> {
  const { connect, context } = findings;
  const { settings, ledger } = context;
  const place = placeOf(instance, null, connect);
  const { instanceId, region } = place;
  const described = await checkInstance([], place, true, findings);
  if (described === 'missing' || !(await checkArns([instanceNamed(planned)], instance, findings))) return;
  const problem = described && replicationProblem(described, region);
  if (problem) return findings.add(problem);

  const listed = await findings.look('ListTrafficDistributionGroups', () => connect.groups.list(instanceId, region));
  const others = (listed?.value ?? []).filter(({ id, status }) => id !== before.id && status !== 'PENDING_DELETION');
  if (others.length >= MOST_GROUPS) findings.addOnce(`groups of ${instanceId}`, quotaReached(instanceId, others.length));
  const holder = others.find(({ name }) => name === planned.name);
  // Of another resource that has the group, the ledger tells.
  if (!holder || ledger.isOwned(theGroup(holder.id))) return;
  const found = await findings.look('DescribeTrafficDistributionGroup', () => connect.groups.find({ group: holder.id, region }));
  if (!found?.value) return;
  const known = isWhollyKnown([planned.description, planned.tags_all]);
  const differing = known ? differencesFromNew(found.value, settled<GroupState>(planned), settings) : [];
  const adopted = known && differing.length === 0 && settings.adoptExisting === 'identical';
  const inState = before.inState || ledger.wasFoundGone(theGroupName(instanceId, holder.name));
  findings.add(adopted ? groupWillBeAdopted(found.value) : groupExists(found.value, instanceId, differing, inState));
}

/** Feature specifications of Amazon Connect: 8 groups for an instance that is replicated; a limit that nobody raises. */
const MOST_GROUPS = 8;

async function checkRemoval(state: GroupState, tell: typeof usersLeft, findings: Findings): Promise<void> {
  const { connect, context } = findings;
  const { ledger } = context;
  if (state.is_default) return findings.add(defaultGroupStays(state));
  const [id, region] = [state.id ?? '', state.region ?? connect.region];
  const listed = await findings.look('ListTrafficDistributionGroupUsers', () => connect.groups.listUsers({ group: id, region }));
  if (!listed || listed.value.size === 0) return;
  // Users whom Terraform has read and plans next seem to go; those who do go it may plan after this.
  await ledger.gather(`who leaves ${theGroup(id)}`, [id], context);
  if (ledger.isGoing(theUsersOf(id))) return;
  const ends = (user: string): boolean =>
    ledger.isGoing(theMembership(membershipId(state.instance_id, id, user))) || ledger.isGoing(theUser(user));
  const left = [...listed.value].filter((user) => !ends(user));
  if (left.length > 0) findings.add(tell(state, left));
}
