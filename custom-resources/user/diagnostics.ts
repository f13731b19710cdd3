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
    '"password_wo_version" goes with "password_wo", which is not declared, or null: declare that too, or give its variable a value, or remove the version. Only a new account needs the password: no change of another setting does, and no destroy.',
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
    `Callbacks that ring the agent first exist on the VOICE channel alone; the block is for ${channel}. Remove "${member}" from it.`,
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
    `The phone type DESK_PHONE needs the number of the phone, in E.164 form such as "+12065550100". Declare "${attribute}" beside it, or another phone type.`,
  );

export const emptyIdentityInfo = (): Diagnostic =>
  errorAt(
    ['identity_info', 0],
    'An empty identity_info',
    'Declare at least one of first_name, last_name, email, secondary_email and mobile, or remove the block.',
  );

const CANNOT_CHANGE_PASSWORD =
  'Amazon Connect has no operation that changes a password. An administrator can reset it in the Connect console, or the agent by "Forgot password"; then put the old value back here. To make the account anew with the new password, run "terraform taint ADDRESS" and apply: the agent gets a new id.';

export const passwordChanged = (attribute: 'password' | 'password_wo_version'): Diagnostic =>
  errorAt([attribute], 'A password cannot be changed', CANNOT_CHANGE_PASSWORD);

export const passwordNotSent = (attribute: 'password' | 'password_wo_version'): Diagnostic =>
  warningAt(
    [attribute],
    'The password is not sent',
    'The user exists already (it was imported, moved, or had its password declared otherwise), and Amazon Connect has no operation that changes a password. The value is recorded; the user keeps the password that it has.',
  );

/** @param before as the state has it: nothing where none was declared, whatever the account has */
export const directoryUserIdChanged = (before: string | null): Diagnostic =>
  errorAt(
    ['directory_user_id'],
    'The directory user id cannot be changed',
    before !== null
      ? 'Amazon Connect has no operation that changes it. Put the old value back, or run "terraform taint ADDRESS" and apply to make the account anew: the agent gets a new id.'
      : 'None was declared when the account was made, and Amazon Connect has no operation that sets it. Remove it: an account that has this id already keeps it, as the data source connect_user shows. To make the account anew with it, run "terraform taint ADDRESS" and apply: the agent gets a new id.',
  );

export const identityKept = (): Diagnostic =>
  warningAt(
    ['identity_info'],
    'The identity of the agent is kept',
    'The configuration has no such block. Amazon Connect cannot take an identity away from a user: names and addresses stay as they are, and are no longer managed.',
  );

export const mobileKept = (): Diagnostic =>
  warningAt(
    ['identity_info', 0, 'mobile'],
    'The mobile number may be kept',
    'It is removed from the configuration. Amazon Connect refuses an empty mobile number, so it can only be left out of the update: whether that clears it is not documented. Look at the agent in the Connect console.',
  );

export const addressKept = (): Diagnostic =>
  warningAt(
    ['identity_info'],
    'An e-mail address may be kept',
    'It is removed from the configuration. Amazon Connect refused an empty one, so it was left out of the update: whether that clears it is not documented. Look at the agent in the Connect console.',
  );

export const settingsKept = (block: string): Diagnostic =>
  warningAt(
    [block],
    `Settings of "${block}" are kept`,
    'The configuration has no such block, or none for a channel that had one. Amazon Connect has no operation that takes a setting back to its default: it stays as it is, and is no longer managed. To change it, declare the value that it should have.',
  );

/** The removal that was to free the name failed. */
export const userLeaving = (existing: User): Diagnostic =>
  errorAt(
    ['name'],
    `The user name "${existing.username}" is still taken`,
    `This apply was to delete the user ${existing.id} who has the name, and that failed: the error about that user tells why. Run apply again once it is repaired.`,
  );

/** What the state that Terraform keeps has at the address of a resource: nothing can be imported there before that is out of it. */
export type Held = 'nothing' | 'another account' | 'an account that is gone, for its quick connects';

export const userExists = (existing: User, instanceId: string, differing: readonly string[], held: Held = 'nothing'): Diagnostic =>
  errorAt(
    ['name'],
    `The user name "${existing.username}" is taken`,
    `The instance ${instanceId} has a user of this name already, ${existing.id}${differing.length > 0 ? `; it differs from what is declared here (${differing.join(', ')})` : ''}. ${held === 'nothing' ? 'To manage that user with Terraform, import it to the address of this resource, after "terraform state rm ADDRESS" where the state has something there already:' : held === 'another account' ? 'This resource is in the state already, with another account. To manage that one instead, take this resource out of the state first, by "terraform state rm ADDRESS", or by "terraform apply -refresh-only" where its account was deleted outside Terraform. Then import that one to the address of this resource:' : 'The account of this resource was deleted outside Terraform, and the resource stays in the state because quick connects still point at the old account. To manage the new account and hand them on to it, make the two agree, here or in the Connect console, and apply: it is then taken into the state, unless adopt_existing is "never". To manage it without them, take this resource out of the state by "terraform state rm ADDRESS", after which those that no resource declares lead to nobody. Then import the new account to the address of this resource:'}\n\n  import {\n    to = ADDRESS\n    id = "${instanceId}:${existing.id}"\n  }\n\n(on the command line: terraform import ADDRESS ${instanceId}:${existing.id}; in CDK for Terraform: user.importFrom("${instanceId}:${existing.id}")). Otherwise declare another name.`,
  );

/** In short. @param first the name of a user whose error says all that can be done */
export const userExistsToo = (existing: User, instanceId: string, differing: readonly string[], first: string): Diagnostic =>
  errorAt(
    ['name'],
    `The user name "${existing.username}" is taken`,
    `The instance ${instanceId} has a user of this name already, ${existing.id}${differing.length > 0 ? `; it differs from what is declared here (${differing.join(', ')})` : ''}. The error about the user name "${first}" says what to do; the import id is "${instanceId}:${existing.id}". For a whole team, "npx cdktf-amazon-connect adopt --instance ${instanceId} --out DIRECTORY" writes the code that imports its users.`,
  );

export const userAdopted = (existing: User): Diagnostic =>
  warningAt(
    ['name'],
    'A user existed already',
    `The user "${existing.username}" (${existing.id}) is exactly what is declared here, as an interrupted apply leaves it, so it was taken into the state instead of created; a password that is declared was not set. If another stack has it in its state, run "terraform state rm" there before its next apply, for its memberships and quick connects too: that stack deletes the account and all of these once it no longer declares them. If it belongs to somebody else, run "terraform state rm" for this resource before anything else.`,
  );

/** Terraform taints whatever fails while it is created. */
export const keptAsTainted = (diagnostic: Diagnostic): Diagnostic =>
  withOwn(
    diagnostic,
    `The account itself exists and is in the state, marked as tainted: the next apply would replace it by one with another id. To keep it, run "terraform untaint ADDRESS" before; apply then adds only what is missing.`,
  );

export const userWillBeAdopted = ({ id, name: username }: { readonly id: string; readonly name: string }): Diagnostic =>
  warningAt(
    ['name'],
    'A user exists already',
    `The user "${username}" (${id}) is exactly what is declared here, as an interrupted apply leaves it: apply will take it into the state instead of creating it. If this plan destroys it at another address, as of aws_connect_user, do not apply: a "moved" block from that address is missing, and the account would be deleted. If another stack has it in its state, run "terraform state rm" there before its next apply, for its memberships and quick connects too: that stack deletes the account and all of these once it no longer declares them. If it belongs to somebody else, declare another name.`,
  );

export const usersWillBeAdopted = (usersWithIds: string): Diagnostic =>
  warningAt(
    [],
    'Users exist already',
    `These users are exactly what is declared, as an interrupted apply leaves them: apply will take them into the state instead of creating them.\n${usersWithIds}\nIf this plan destroys one of them at another address, as of aws_connect_user, do not apply: a "moved" block from that address is missing, and the account would be deleted. If another stack has one of them in its state, run "terraform state rm" there before its next apply, for its memberships and quick connects too: that stack deletes the account and all of these once it no longer declares them. If one belongs to somebody else, declare another name for it.`,
  );

/** @param user as messages name it */
export const userVanished = (user: string): Diagnostic => ({
  severity: 'error',
  summary: `The user ${user} is gone`,
  detail:
    'It was deleted outside Terraform after this plan was made; nothing was changed. Run "terraform plan" again: it will show the user to be created, or to be replaced where quick connects still point at the account that is gone.',
});

export const changedOutside = (groups: readonly string[]): Diagnostic => ({
  severity: 'warning',
  summary: 'The user was changed outside Terraform since the plan',
  detail: `What this plan announced has been done; other settings (${groups.join(', ')}) also differ from the configuration now and were left alone. Run "terraform plan" again to see them.`,
});

/** @param user as messages name it */
export const leftBehind = (user: string, quickConnects: readonly QuickConnect[]): Diagnostic => ({
  severity: 'warning',
  summary: 'A user is deleted, but quick connects still point at it',
  detail: `Of the user ${user}: ${quickConnects.map(({ id, name }) => `${quoted(name)} (${id})`).join(', ')}. They offer agents a transfer that reaches no one, use up the quota, and may disturb Global Resiliency. The resource stays in the state until that is mended: apply deletes them, or points them at the account that takes the place of this one. To keep them, remove the resource from the state with "terraform state rm"; so too where "prevent_destroy" keeps apply from both.`,
});

/** Nothing but this process knows of it. */
export const membershipNotHandedOn = (name: string, groupId: string, { summary, detail }: Diagnostic): Diagnostic =>
  warningAt(
    [],
    'A membership was not handed on',
    `The user "${name}" was to be put into the traffic distribution group ${groupId}, in which the account was that it replaces: ${summary}. ${detail}\n\nNo later run does that: declare a connect_traffic_distribution_group_user, or put the user into the group by hand.`,
  );

/** What is promised stays promised, to whoever gets the name. */
export const goesOnLater = (problem: Diagnostic): Diagnostic =>
  withOwn(
    problem,
    `The account itself exists and is in the state, marked as tainted. Once the cause is repaired, run apply again: it makes the account once more, and points at it what waits for it. Where deletion_protection or max_user_deletions refuses that, lift it for this apply. "terraform untaint" keeps the account instead; no later run points quick connects at it then.`,
  );

/** The same, for an account that was there before. */
export const adoptedLater = (problem: Diagnostic, userId: string): Diagnostic =>
  withOwn(
    problem,
    `The account ${userId} was there before this apply, and is not in the state. Once the cause is repaired, run apply again with the same declaration: it is taken into the state then, and has what waits for it.`,
  );

/** DeleteUser is refused while quick connects point at the user, and these are not to be deleted. */
export const inTheWay = (problem: Diagnostic, quickConnects: readonly QuickConnect[]): Diagnostic =>
  withOwn(
    problem,
    `It may be refused because quick connects point at the user: ${quickConnects.map(({ id, name }) => `${quoted(name)} (${id})`).join(', ')}. They are to go on to its successor, and nothing was changed in them. With lifecycle { create_before_destroy = true } the successor is there first and they point at it by then; otherwise delete them, and make them again after apply.`,
  );

/** The same, where the quick connects point at the successor by then: they are not the cause, or Amazon Connect has yet to notice. */
export const handedOnBefore = (problem: Diagnostic, quickConnects: readonly QuickConnect[]): Diagnostic =>
  withOwn(
    problem,
    `The account that takes the place of this user is there, and what pointed at the user points at that account by now: ${quickConnects.map(({ id, name }) => `${quoted(name)} (${id})`).join(', ')}. The user that was not deleted stays in the state, as a "deposed" object, and the next apply deletes it: run it again once the cause is repaired, or after a minute, since Amazon Connect may not know everywhere yet that the quick connects point elsewhere.`,
  );

/** One policy is told once, whoever of the users has it. */
export const drainedFirst = (time: string, onTimeout: string): Diagnostic =>
  warningAt(
    [],
    'Agents finish their contacts before they are deleted',
    `Users whose drain_on_delete is "${time}": who is signed in gets the agent status Offline, so that no new contact comes, and the contacts under way are waited for, after-contact work included. Who is still on a contact after ${time} ${onTimeout === 'delete' ? 'is deleted all the same, which may cut the contact (on_drain_timeout = "delete")' : 'is kept, gets the status back, and the apply fails (on_drain_timeout = "fail")'}.`,
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
  detail: `After ${agent.time}, the agent (${agent.userId}) is ${told(agent)}. The user was not deleted, and has its agent status back as far as it was known. Apply again when the contacts are over, give drain_on_delete more time, or set on_drain_timeout = "delete" and apply that before the deletion.`,
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
  detail: `The instance ${instanceId} lists no agent status of the type OFFLINE, so nothing keeps new contacts away from an agent. To delete the user without that, take drain_on_delete out and apply before the deletion.`,
});

/** What kept a user from being deleted, and the agent from getting its status back. */
export const leftOffline = (problem: Diagnostic, reasons: readonly string[]): Diagnostic =>
  problem.severity === 'error'
    ? withOwn(problem, `The agent is left Offline: giving back its status failed, too (${reasons.join('; ')}).`)
    : problem;

export const drainTooLong = (time: string, limit: string): Diagnostic =>
  errorAt(
    ['drain_on_delete'],
    'No time to delete after the wait',
    `The deletion as a whole, this wait included, may take ${limit} (timeouts.delete). "${time}" has to be less: give timeouts.delete more time, or wait less.`,
  );

export const drainTimeoutAlone = (): Diagnostic =>
  errorAt(
    ['on_drain_timeout'],
    'A choice for a wait that is not declared',
    '"on_drain_timeout" says what becomes of a user at the end of "drain_on_delete": declare that too, or remove it.',
  );

export const badImportId = (id: string, problem: string): Diagnostic => ({
  severity: 'error',
  summary: 'The import id is not one of a user',
  detail: `Expected INSTANCE:USER, as ids, INSTANCE:name/USERNAME, or the ARN of a user; got "${id}": ${problem}.`,
});

export const nobodyToImport = (name: string, instance: string): Diagnostic => ({
  severity: 'error',
  summary: `There is no user ${quoted(name)} to import`,
  detail: `The instance ${instance} has nobody of this user name: the account was deleted, never made, or is of another instance. Correct the name or the instance; or take out what imports the user (in CDK for Terraform: "cameFrom"), and apply creates it.`,
});
