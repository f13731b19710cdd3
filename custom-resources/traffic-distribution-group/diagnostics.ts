import type { Failure } from '../../connect/failure';
import type { Instance, TrafficDistributionGroup } from '../../connect/gateway';
import { type Diagnostic, errorAt, warningAt, withOwn } from '../contract/diagnostic';
import { callFailed } from '../failures/diagnostics';
import { quoted } from '../values/quoted';
import type { GroupState } from './schema';

type Named = Pick<TrafficDistributionGroup, 'id' | 'name'>;

const named = ({ id, name }: Pick<GroupState, 'id' | 'name'>): string => `${quoted(name)} (${id ?? 'id not known'})`;

const notReplicated = (instanceId: string, region: string): Diagnostic =>
  errorAt(
    ['instance_id'],
    `The instance ${instanceId} has no replica`,
    `Traffic distribution groups belong to Amazon Connect Global Resiliency: only an instance that is replicated to another Region can have them. DescribeInstance in ${region} names no replica. First replicate the instance (ReplicateInstance; AWS has to enable that for the account), or name an instance that is replicated.`,
  );

const notTheSourceRegion = ({ id, arn, sourceRegion = '' }: Instance, region: string): Diagnostic =>
  errorAt(
    ['instance_id'],
    `${region} is not the source Region of the instance`,
    `A traffic distribution group can be created only in the source Region of its instance. The source Region of ${id} is ${sourceRegion}. Name the instance by its ARN there, "${arn.replace(/^(arn:[^:]*:connect:)[^:]*/, `$1${sourceRegion}`)}", or configure the provider for ${sourceRegion}.`,
  );

/** Why an instance can have no groups of its own, or none that are made in that Region. */
export function replicationProblem(instance: Instance, region: string): Diagnostic | undefined {
  if (instance.sourceRegion === undefined || instance.regions.length < 2) return notReplicated(instance.id, region);
  return instance.sourceRegion === region ? undefined : notTheSourceRegion(instance, region);
}

/** @param inState whether the state that Terraform keeps has this resource: nothing can be imported to its address before that is out of it */
export const groupExists = (
  group: TrafficDistributionGroup,
  instanceId: string,
  differing: readonly string[],
  inState = false,
): Diagnostic =>
  errorAt(
    ['name'],
    `The traffic distribution group name "${group.name}" is taken`,
    `The instance ${instanceId} already has a group of this name, ${group.id}${differing.length > 0 ? `. It differs from what is declared here (${differing.join(', ')})` : ''}. ${!inState ? 'To manage that group with Terraform: if the state already has something at the address of this resource, first run "terraform state rm ADDRESS". Then import the group to that address:' : 'The state already has this resource, with another group. To manage that group instead, first remove this resource from the state: run "terraform state rm ADDRESS", or "terraform apply -refresh-only" if the one in the state was deleted outside Terraform. Then import that group to the address of this resource:'}\n\n  import {\n    to = ADDRESS\n    id = "${instanceId},${group.id}"\n  }\n\nOn the command line: terraform import ADDRESS ${instanceId},${group.id}\n\nOtherwise declare another name. With create_before_destroy, a group cannot be replaced by one of the same name: remove create_before_destroy, or give the new group another name.`,
  );

export const groupWillBeAdopted = (group: Named): Diagnostic =>
  warningAt(
    ['name'],
    `The traffic distribution group "${group.name}" exists already`,
    `It (${group.id}) is exactly what is declared here, as an interrupted apply leaves it: apply will take it into the state instead of creating it. If another stack has it in its state, run "terraform state rm" there before its next apply: that stack deletes what it no longer declares. If it belongs to somebody else, declare another name.`,
  );

export const groupAdopted = (group: Named): Diagnostic =>
  warningAt(
    ['name'],
    `The traffic distribution group "${group.name}" existed already`,
    `It (${group.id}) is exactly what is declared here, as an interrupted apply leaves it. So apply took it into the state instead of creating it. If another stack has it in its state, run "terraform state rm" there before its next apply: that stack deletes what it no longer declares. If it belongs to somebody else, run "terraform state rm" for this resource before anything else.`,
  );

export const nameLeaving = (group: Named): Diagnostic =>
  errorAt(
    ['name'],
    `The traffic distribution group name "${group.name}" is still taken`,
    `The group ${group.id} has this name. It is being deleted, and was not gone within the timeout. Run apply again, or declare a longer "timeouts" block.`,
  );

export const quotaReached = (instanceId: string, count: number): Diagnostic =>
  warningAt(
    [],
    'The instance may take no more traffic distribution groups',
    `The instance ${instanceId} has ${count} of them, the default group included. Amazon Connect allows 8 for an instance. Apply will fail unless other groups are deleted first.`,
  );

export const quotaUsedUp = ({ name, instance_id: instance }: GroupState, { operation, region, code, message }: Failure): Diagnostic => ({
  severity: 'error',
  summary: `Creating the traffic distribution group "${name}" failed: the instance takes no more groups`,
  detail: `${operation} in ${region} answered ${code}: ${message}\n\nAmazon Connect allows 8 groups for a replicated instance (${instance}), and AWS does not raise this quota. Delete a group that is no longer needed, then run apply again.`,
  failure: 'quota-full',
});

export const creationFailed = (group: Named, status: string): Diagnostic => ({
  severity: 'error',
  summary: `The traffic distribution group "${group.name}" is ${status}`,
  detail: `Amazon Connect began to create the group ${group.id}, and gave up without a reason. Check whether the replica of the instance is ACTIVE, and whether the instance already has 8 groups.`,
});

export const notActiveInTime = (group: Named, status: string): Diagnostic => ({
  severity: 'error',
  summary: `The traffic distribution group "${group.name}" is still ${status}`,
  detail: `The group ${group.id} did not become ACTIVE within the timeout. To give it more time, declare a longer "timeouts" block.`,
});

/** Terraform taints whatever fails while it is created. @param unfinished whether the group may still become ACTIVE */
export const groupKept = (problem: Diagnostic, unfinished: boolean): Diagnostic =>
  withOwn(
    problem,
    `The group is in the state, marked as tainted: the next apply deletes it and creates another one. ${
      unfinished ? 'To keep it, first run "terraform untaint ADDRESS".' : 'Nothing is lost with it.'
    }`,
  );

export const stillInCreation = (group: Pick<GroupState, 'id' | 'name' | 'status'>): Diagnostic => ({
  severity: 'warning',
  summary: `The traffic distribution group "${group.name}" is being made`,
  detail: `Terraform asked the provider to stop before the group ${group.id ?? ''} was ACTIVE (it was ${group.status ?? 'not seen yet'}). It is in the state; the next plan tells what became of it.`,
});

export const groupVanished = (id: string): Diagnostic => ({
  severity: 'error',
  summary: `The traffic distribution group ${id} is gone`,
  detail:
    'It was deleted outside Terraform after this plan was made. Nothing was changed. Run "terraform plan" again: the new plan creates the group.',
});

export const tagsLeft = (group: Pick<GroupState, 'id' | 'name'>, keys: readonly string[]): Diagnostic =>
  warningAt(
    ['tags'],
    'Tags of the traffic distribution group were changed outside Terraform since the plan',
    `Apply made the planned changes of ${named(group)}. The tags ${keys.map((key) => `"${key}"`).join(', ')} now differ from the configuration too, and apply did not touch them. Run "terraform plan" again to see them.`,
  );

export const defaultGroupStays = (group: Pick<GroupState, 'id' | 'name'>): Diagnostic => ({
  severity: 'error',
  summary: `The default traffic distribution group cannot be deleted`,
  detail: `${named(group)} came with the replica of the instance. Amazon Connect deletes it only together with the replica. To remove it from the state, use a "removed" block with lifecycle { destroy = false }, or run "terraform state rm ADDRESS".`,
});

/** As many ids as one reads. */
const SHOWN = 10;

const shown = (users: readonly string[]): string => `${users.slice(0, SHOWN).join(', ')}${users.length > SHOWN ? ' and others' : ''}`;

export const usersLeft = (group: Pick<GroupState, 'id' | 'name'>, users: readonly string[]): Diagnostic =>
  warningAt(
    [],
    'A traffic distribution group is deleted with agents in it',
    `Agents in ${named(group)} whom this plan does not take out: ${shown(users)} (${users.length} in all). Put them into another group first. Agents who are in no group cannot sign in through the global sign-in endpoint, and AWS does not document whether Amazon Connect deletes a group that has agents.`,
  );

/** Terraform plans what refers to a group after it: who leaves it with a replaced group is not known yet. */
export const usersOfReplaced = (group: Pick<GroupState, 'id' | 'name'>, users: readonly string[]): Diagnostic =>
  warningAt(
    [],
    'A traffic distribution group is replaced with agents in it',
    `Agents in ${named(group)}: ${shown(users)} (${users.length} in all). If resources declare their memberships by the id of the group, this plan replaces those memberships too, and you need not do anything. Put all other agents into another group first. Agents who are in no group cannot sign in through the global sign-in endpoint, and AWS does not document whether Amazon Connect deletes a group that has agents.`,
  );

export const groupInUse = (group: Pick<GroupState, 'id' | 'name'>, failure: Failure): Diagnostic => {
  const problem = callFailed(`deleting the traffic distribution group ${named(group)}`, failure);
  return {
    ...problem,
    detail: `${problem.detail}\n\nA group is in use as long as phone numbers are claimed to it. Move them to the instance or to another group, or release them: in the Connect console, or with UpdatePhoneNumber and ReleasePhoneNumber. Then run apply again.`,
  };
};

export const deletionFailed = (group: Pick<GroupState, 'id' | 'name'>): Diagnostic => ({
  severity: 'error',
  summary: `The traffic distribution group "${group.name}" is DELETION_FAILED`,
  detail: `Amazon Connect began to delete ${named(group)}, and gave up without a reason. Check whether phone numbers are claimed to it and whether agents are in it, then run apply again.`,
});

export const notGoneInTime = (group: Pick<GroupState, 'id' | 'name'>, status: string): Diagnostic => ({
  severity: 'error',
  summary: `The traffic distribution group "${group.name}" is still ${status}`,
  detail: `${named(group)} was not gone within the timeout. Run apply again: it goes on waiting. To give it more time, declare a longer "timeouts" block.`,
});
