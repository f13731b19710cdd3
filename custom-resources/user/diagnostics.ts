import type { AgentContact, QuickConnect, User } from '../../connect/gateway';
import { type Diagnostic, errorAt, warningAt, withOwn } from '../contract/diagnostic';
import { quoted } from '../values/quoted';
import type { UserState } from './schema';

/** As messages name an account; an import by the id does not know its user name yet. */
export const named = ({ name, user_id }: Pick<UserState, 'name' | 'user_id'>): string => (name ? `"${name}" (${user_id})` : `${user_id}`);

export const passwordsExclude = (): Diagnostic =>
  errorAt(
    ['password_wo'],
    'Two passwords',
    '"password" and "password_wo" exclude each other: declare one. "password_wo" is not kept in the state.',
  );

export const passwordVersionAlone = (): Diagnostic =>
  errorAt(
    ['password_wo_version'],
    'A version without a password',
    '"password_wo_version" needs "password_wo", which is not declared or is null. Declare "password_wo", give its variable a value, or remove "password_wo_version". Only the creation of an account needs the password: changes of other settings and a destroy do not.',
  );

export const phoneStylesExclude = (block: string): Diagnostic =>
  errorAt(
    [block],
    'Phone settings in two styles',
    `"${block}" sets for each channel what "phone_config" sets for all channels at once, and Connect takes only one of the two. Declare phone_config, or the blocks per channel (auto_accept_config, after_contact_work_config, phone_number_config, persistent_connection_config).`,
  );

export const channelTwice = (block: string, channel: string): Diagnostic =>
  errorAt(
    [block],
    `Channel ${channel} declared twice`,
    `Each channel can have one "${block}" block; ${channel} has more. Keep one of them.`,
  );

export const callbackOfOtherChannel = (block: string, member: string, channel: string): Diagnostic =>
  errorAt(
    [block],
    `"${member}" is for VOICE`,
    `Only the VOICE channel has callbacks that ring the agent first. This block is for ${channel}: remove "${member}" from it.`,
  );

export const proficiencyTwice = (name: string, value: string): Diagnostic =>
  errorAt(
    ['proficiency'],
    `Proficiency ${name} = ${value} declared twice`,
    'Each value of a predefined attribute can have one "proficiency" block, with one level. Keep one of them.',
  );

export const deskPhoneNumberMissing = (path: readonly (string | number)[], attribute: string): Diagnostic =>
  errorAt(
    path,
    'A desk phone without a number',
    `The phone type DESK_PHONE needs a phone number in E.164 format, such as "+12065550100". Declare "${attribute}", or another phone type.`,
  );

export const emptyIdentityInfo = (): Diagnostic =>
  errorAt(
    ['identity_info', 0],
    'An empty identity_info',
    'Declare at least one of first_name, last_name, email, secondary_email and mobile, or remove the block.',
  );

const CANNOT_CHANGE_PASSWORD =
  'Amazon Connect has no operation that changes a password. Put the old value back here. To change the password, an administrator can reset it in the Connect console, or the agent can use "Forgot password". To create the account again with the new password, run "terraform taint ADDRESS", then apply: the agent gets a new id.';

export const passwordChanged = (attribute: 'password' | 'password_wo_version'): Diagnostic =>
  errorAt([attribute], 'A password cannot be changed', CANNOT_CHANGE_PASSWORD);

export const passwordNotSent = (attribute: 'password' | 'password_wo_version'): Diagnostic =>
  warningAt(
    [attribute],
    'The password is not sent',
    'The user exists already: it was imported or moved, or its password was declared in another way. Amazon Connect has no operation that changes a password. The state records the value, and the user keeps its present password.',
  );

/** @param before as the state has it: nothing where none was declared, whatever the account has */
export const directoryUserIdChanged = (before: string | null): Diagnostic =>
  errorAt(
    ['directory_user_id'],
    'The directory user id cannot be changed',
    before !== null
      ? 'Amazon Connect has no operation that changes it. Put the old value back. To create the account again with the new value, run "terraform taint ADDRESS", then apply: the agent gets a new id.'
      : 'None was declared when the account was made, and Amazon Connect has no operation that sets it later. Remove "directory_user_id". An account that has this id already keeps it: the data source connect_user shows it. To create the account again with the id, run "terraform taint ADDRESS", then apply: the agent gets a new id.',
  );

export const identityKept = (): Diagnostic =>
  warningAt(
    ['identity_info'],
    'The identity of the agent is kept',
    'The configuration has no "identity_info" block. Amazon Connect cannot remove the identity of a user: names and addresses stay as they are, and Terraform no longer manages them.',
  );

export const mobileKept = (): Diagnostic =>
  warningAt(
    ['identity_info', 0, 'mobile'],
    'The mobile number may be kept',
    'The configuration does not declare it. Amazon Connect refuses an empty mobile number, so apply can only leave it out of the update. AWS does not document whether that clears the number. After apply, check the agent in the Connect console.',
  );

export const addressKept = (): Diagnostic =>
  warningAt(
    ['identity_info'],
    'An e-mail address may be kept',
    'The configuration does not declare it. Amazon Connect refused an empty address, so apply left it out of the update. AWS does not document whether that clears the address. Check the agent in the Connect console.',
  );

export const settingsKept = (block: string): Diagnostic =>
  warningAt(
    [block],
    `Settings of "${block}" are kept`,
    'The configuration has no such block, or none for one channel. Amazon Connect has no operation that resets a setting to its default: the settings stay as they are, and Terraform no longer manages them. To change one, declare the value that it should have.',
  );

/** The removal that was to free the name failed. */
export const userLeaving = (existing: User): Diagnostic =>
  errorAt(
    ['name'],
    `The user name "${existing.username}" is still taken`,
    `The user ${existing.id} has this name. This apply was to delete that user, and the deletion failed: the error about that user says why. Repair the cause, then run apply again.`,
  );

/** What the state that Terraform keeps has at the address of a resource: nothing can be imported there before that is out of it. */
export type Held = 'nothing' | 'another account' | 'an account that is gone, for its quick connects';

export const userExists = (existing: User, instanceId: string, differing: readonly string[], held: Held = 'nothing'): Diagnostic =>
  errorAt(
    ['name'],
    `The user name "${existing.username}" is taken`,
    `The instance ${instanceId} already has a user of this name, ${existing.id}${differing.length > 0 ? `. It differs from what is declared here (${differing.join(', ')})` : ''}. ${held === 'nothing' ? 'To manage that user with Terraform: if the state already has something at the address of this resource, first run "terraform state rm ADDRESS". Then import the user to that address:' : held === 'another account' ? 'The state already has this resource, with another account. To manage that user instead, first remove this resource from the state: run "terraform state rm ADDRESS", or "terraform apply -refresh-only" if its account was deleted outside Terraform. Then import that user to the address of this resource:' : 'The account of this resource was deleted outside Terraform. The resource stays in the state because quick connects still point at the old account. To manage the new account and point the quick connects at it, make the account and the declaration agree, here or in the Connect console, and apply: apply takes the account into the state, unless adopt_existing is "never". To manage the new account without the quick connects, first run "terraform state rm ADDRESS": quick connects that no resource declares then lead to nobody. Then import the new account to the address of this resource:'}\n\n  import {\n    to = ADDRESS\n    id = "${instanceId}:${existing.id}"\n  }\n\nOn the command line: terraform import ADDRESS ${instanceId}:${existing.id}\nIn CDK for Terraform: user.importFrom("${instanceId}:${existing.id}")\n\nOtherwise declare another name.`,
  );

/** In short. @param first the name of a user whose error says all that can be done */
export const userExistsToo = (existing: User, instanceId: string, differing: readonly string[], first: string): Diagnostic =>
  errorAt(
    ['name'],
    `The user name "${existing.username}" is taken`,
    `The instance ${instanceId} already has a user of this name, ${existing.id}${differing.length > 0 ? `. It differs from what is declared here (${differing.join(', ')})` : ''}. The error about the user name "${first}" says what to do. The import id is "${instanceId}:${existing.id}". For a whole team, "npx cdktf-amazon-connect adopt --instance ${instanceId} --out DIRECTORY" writes the code that imports its users.`,
  );

export const userAdopted = (existing: User): Diagnostic =>
  warningAt(
    ['name'],
    'A user existed already',
    `The user "${existing.username}" (${existing.id}) is exactly what is declared here, as an interrupted apply leaves it. So apply took it into the state instead of creating it, and did not set a declared password. If another stack has the user in its state, run "terraform state rm" there before its next apply, for the user and for its memberships and quick connects: that stack deletes all of them once it no longer declares them. If the user belongs to somebody else, run "terraform state rm" for this resource before anything else.`,
  );

/** Terraform taints whatever fails while it is created. */
export const keptAsTainted = (diagnostic: Diagnostic): Diagnostic =>
  withOwn(
    diagnostic,
    `The account exists and is in the state, marked as tainted: the next apply would replace it by an account with another id. To keep the account, first run "terraform untaint ADDRESS": apply then adds only what is missing.`,
  );

export const userWillBeAdopted = ({ id, name: username }: { readonly id: string; readonly name: string }): Diagnostic =>
  warningAt(
    ['name'],
    'A user exists already',
    `The user "${username}" (${id}) is exactly what is declared here, as an interrupted apply leaves it: apply will take it into the state instead of creating it. If this plan destroys the user at another address, such as one of aws_connect_user, do not apply: the account would be deleted. Add the missing "moved" block from that address. If another stack has the user in its state, run "terraform state rm" there before its next apply, for the user and for its memberships and quick connects: that stack deletes all of them once it no longer declares them. If the user belongs to somebody else, declare another name.`,
  );

export const usersWillBeAdopted = (usersWithIds: string): Diagnostic =>
  warningAt(
    [],
    'Users exist already',
    `These users are exactly what is declared, as an interrupted apply leaves them: apply will take them into the state instead of creating them.\n${usersWithIds}\nIf this plan destroys one of them at another address, such as one of aws_connect_user, do not apply: the account would be deleted. Add the missing "moved" block from that address. If another stack has one of them in its state, run "terraform state rm" there before its next apply, for the user and for its memberships and quick connects: that stack deletes all of them once it no longer declares them. If one belongs to somebody else, declare another name for it.`,
  );

/** @param user as messages name it */
export const userVanished = (user: string): Diagnostic => ({
  severity: 'error',
  summary: `The user ${user} is gone`,
  detail:
    'It was deleted outside Terraform after this plan was made. Nothing was changed. Run "terraform plan" again: the new plan creates the user, or replaces it if quick connects still point at the deleted account.',
});

export const changedOutside = (groups: readonly string[]): Diagnostic => ({
  severity: 'warning',
  summary: 'The user was changed outside Terraform since the plan',
  detail: `Apply made the planned changes. Other settings (${groups.join(', ')}) now differ from the configuration too, and apply did not touch them. Run "terraform plan" again to see them.`,
});

/** @param user as messages name it */
export const leftBehind = (user: string, quickConnects: readonly QuickConnect[]): Diagnostic => ({
  severity: 'warning',
  summary: 'A user is deleted, but quick connects still point at it',
  detail: `Quick connects of the user ${user}: ${quickConnects.map(({ id, name }) => `${quoted(name)} (${id})`).join(', ')}. They offer agents a transfer that reaches no one, use up the quota, and may disturb Global Resiliency. The resource stays in the state until an apply deletes them, or points them at the account that replaces this one. To keep them as they are, or if "prevent_destroy" stops that apply, remove the resource from the state with "terraform state rm".`,
});

/** Nothing but this process knows of it. */
export const membershipNotHandedOn = (name: string, groupId: string, { summary, detail }: Diagnostic): Diagnostic =>
  warningAt(
    [],
    'A membership was not handed on',
    `The user "${name}" replaces an account that was in the traffic distribution group ${groupId}. Putting the user into the group failed: ${summary}. ${detail}\n\nNo later run puts the user into the group. Declare a connect_traffic_distribution_group_user, or add the user by hand.`,
  );

/** What is promised stays promised, to whoever gets the name. */
export const goesOnLater = (problem: Diagnostic): Diagnostic =>
  withOwn(
    problem,
    `The account exists and is in the state, marked as tainted. Repair the cause, then run apply again: it replaces the account, and points the waiting quick connects at the new one. If deletion_protection or max_user_deletions refuses the replacement, lift it for this apply. "terraform untaint" keeps the account instead, but then no later run points the quick connects at it.`,
  );

/** The same, for an account that was there before. */
export const adoptedLater = (problem: Diagnostic, userId: string): Diagnostic =>
  withOwn(
    problem,
    `The account ${userId} existed before this apply, and is not in the state. Repair the cause, then run apply again with the same declaration: it takes the account into the state, and points the waiting quick connects at it.`,
  );

/** DeleteUser is refused while quick connects point at the user, and these are not to be deleted. */
export const inTheWay = (problem: Diagnostic, quickConnects: readonly QuickConnect[]): Diagnostic =>
  withOwn(
    problem,
    `Amazon Connect may have refused because quick connects point at the user: ${quickConnects.map(({ id, name }) => `${quoted(name)} (${id})`).join(', ')}. They are to go on to the successor of the user, and were not changed. Set lifecycle { create_before_destroy = true }: apply then makes the successor first, and points them at it before it deletes the user. Otherwise delete the quick connects, and create them again after apply.`,
  );

/** The same, where the quick connects point at the successor by then: they are not the cause, or Amazon Connect has yet to notice. */
export const handedOnBefore = (problem: Diagnostic, quickConnects: readonly QuickConnect[]): Diagnostic =>
  withOwn(
    problem,
    `The account that replaces this user exists, and these quick connects of the user already point at it: ${quickConnects.map(({ id, name }) => `${quoted(name)} (${id})`).join(', ')}. The old user stays in the state as a "deposed" object, and the next apply deletes it. Repair the cause, or wait a minute, since Amazon Connect may not know everywhere yet that the quick connects point elsewhere. Then run apply again.`,
  );

/** One policy is told once, whoever of the users has it. */
export const drainedFirst = (time: string, onTimeout: string): Diagnostic =>
  warningAt(
    [],
    'Agents finish their contacts before they are deleted',
    `This concerns users with drain_on_delete = "${time}". Apply sets those who are signed in to the agent status Offline, so that no new contact comes. It then waits for the end of their contacts, after-contact work included. An agent who is still on a contact after ${time} ${onTimeout === 'delete' ? 'is deleted all the same, which may cut the contact off (on_drain_timeout = "delete")' : 'is kept and gets the former agent status back, and the apply fails (on_drain_timeout = "fail")'}.`,
  );

interface Undrained {
  readonly name: string;
  readonly userId: string;
  readonly time: string;
  readonly contacts: readonly AgentContact[];
}

const told = ({ contacts }: Undrained): string =>
  contacts.length > 0 ? `on ${contacts.map(({ channel, state }) => `${channel} (${state})`).join(', ')}` : 'not Offline';

export const stillOnContacts = (agent: Undrained): Diagnostic => ({
  severity: 'error',
  summary: `The user "${agent.name}" is still at work`,
  detail: `After ${agent.time}, the agent (${agent.userId}) is ${told(agent)}. The user was not deleted, and has its former agent status back, if that was known. Apply again when the contacts are over. Or declare a longer drain_on_delete, or on_drain_timeout = "delete", and apply that before the deletion.`,
});

export const cutByDeletion = (agent: Undrained): Diagnostic =>
  warningAt(
    [],
    'Deleted while at work',
    `The user "${agent.name}" (${agent.userId}) was still ${told(agent)} after ${agent.time}, and on_drain_timeout is "delete".`,
  );

export const noOfflineStatus = (instanceId: string): Diagnostic => ({
  severity: 'error',
  summary: 'No agent status to drain with',
  detail: `The instance ${instanceId} lists no agent status of the type OFFLINE, so apply cannot keep new contacts away from the agent. To delete the user without draining, remove drain_on_delete, and apply that before the deletion.`,
});

/** What kept a user from being deleted, and the agent from getting its status back. */
export const leftOffline = (problem: Diagnostic, reasons: readonly string[]): Diagnostic =>
  problem.severity === 'error'
    ? withOwn(problem, `The agent is left Offline: restoring the former agent status failed too (${reasons.join('; ')}).`)
    : problem;

export const drainTooLong = (time: string, limit: string): Diagnostic =>
  errorAt(
    ['drain_on_delete'],
    '"drain_on_delete" leaves no time for the deletion',
    `The whole deletion, this wait included, may take ${limit} (timeouts.delete). drain_on_delete = "${time}" must be less: lower it, or raise timeouts.delete.`,
  );

export const drainTimeoutAlone = (): Diagnostic =>
  errorAt(
    ['on_drain_timeout'],
    '"on_drain_timeout" without "drain_on_delete"',
    '"on_drain_timeout" decides what happens at the end of "drain_on_delete", which is not declared. Declare "drain_on_delete" too, or remove "on_drain_timeout".',
  );

export const badImportId = (id: string, problem: string): Diagnostic => ({
  severity: 'error',
  summary: 'The import id is not one of a user',
  detail: `Expected INSTANCE:USER (both as ids), INSTANCE:name/USERNAME, or the ARN of a user; got "${id}": ${problem}.`,
});

export const nobodyToImport = (name: string, instance: string): Diagnostic => ({
  severity: 'error',
  summary: `There is no user ${quoted(name)} to import`,
  detail: `The instance ${instance} has no user of this name: the account was deleted, was never made, or belongs to another instance. Correct the name or the instance. Or remove the import (in CDK for Terraform: "cameFrom"): apply then creates the user.`,
});
