import type { Membership } from '../../connect/gateway';
import { type Diagnostic, errorAt, warningAt } from '../contract/diagnostic';

/** The messages about all users of a group; what concerns one user is worded with memberships. */

type Group = Pick<Membership, 'groupId' | 'instanceId'>;

/** As many ids as one reads. */
const SHOWN = 10;

const some = (ids: readonly string[]): string =>
  `${ids.slice(0, SHOWN).join(', ')}${ids.length > SHOWN ? ` and ${ids.length - SHOWN} more` : ''}`;

/** A message about the `user_id` of a membership, for one of the `user_ids`. */
export const amongUsers = (diagnostic: Diagnostic): Diagnostic =>
  diagnostic.path?.[0] === 'user_id' ? { ...diagnostic, path: ['user_ids'] } : diagnostic;

export const notDeclared = ({ groupId, instanceId }: Group, strangers: readonly string[]): Diagnostic =>
  errorAt(
    ['user_ids'],
    `The traffic distribution group has users that are not declared: ${strangers.length}`,
    `The group ${groupId} has users whom "user_ids" does not name: ${some(strangers)}.\n\nTo make this resource would take them out without a word in the plan. Name them too, or import the group, so that the plan shows who is taken out: terraform import ADDRESS ${instanceId},${groupId} (if the resource is tainted: terraform untaint ADDRESS).`,
  );

export const wouldBeEmpty = (groupId: string, users: number): Diagnostic =>
  errorAt(
    ['user_ids'],
    `The traffic distribution group would be emptied: ${users} users`,
    `"user_ids" names nobody any more: all users of the group ${groupId} would be taken out, and could not sign in through the global endpoint. If that is meant, set allow_empty = true in the same change. If not, look for a list, filter or file that finds nobody.`,
  );

export const givenUp = (left: number): Diagnostic => ({
  severity: 'error',
  summary: `Users that were left as they are: ${left}`,
  detail: 'After so many failures nobody else was tried. Repair what the errors tell, then run apply again: it goes on where this stopped.',
});

export const timeIsUp = (groupId: string, left: number): Diagnostic => ({
  severity: 'error',
  summary: `The time was up before all users of the group were changed: ${left} are left`,
  detail: `Amazon Connect takes about two AssociateTrafficDistributionGroupUser and two DisassociateTrafficDistributionGroupUser calls a second, those of all others in the account and Region included, and throttles the rest. Run apply again: it goes on where this stopped. A longer "timeouts" block lets one apply change all users of the group ${groupId}.`,
});

export const groupUnknown = (before: string): Diagnostic =>
  warningAt(
    ['traffic_distribution_group_id'],
    'The group is not known yet',
    `Which group it is will be known at apply, so the plan replaces the resource: its users are taken out of ${before} and put into the group that it then is, even if that is the same one. To keep them in, apply first what the group depends on (terraform apply -target=...), and plan again.`,
  );
