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
    `The group ${groupId} has users whom "user_ids" does not name: ${some(strangers)}.\n\nCreating this resource would take them out of the group, and the plan would not show it. Name them in "user_ids" too. Or import the group, so that the plan shows who is taken out: terraform import ADDRESS ${instanceId},${groupId} (if the resource is tainted: terraform untaint ADDRESS).`,
  );

export const wouldBeEmpty = (groupId: string, users: number): Diagnostic =>
  errorAt(
    ['user_ids'],
    `The traffic distribution group would be emptied: ${users} users`,
    `"user_ids" is now empty: apply would take all users out of the group ${groupId}, and they could not sign in through the global sign-in endpoint. If you want this, set allow_empty = true in the same change. If not, look for a list, filter or file that finds nobody.`,
  );

export const givenUp = (left: number): Diagnostic => ({
  severity: 'error',
  summary: `Users that were not tried: ${left}`,
  detail:
    'After so many failures, apply did not try the other users. Repair the cause of the errors, then run apply again: it goes on where this one stopped.',
});

export const timeIsUp = (groupId: string, left: number): Diagnostic => ({
  severity: 'error',
  summary: `The time was up before all users of the group were changed: ${left} are left`,
  detail: `Amazon Connect takes about two AssociateTrafficDistributionGroupUser and two DisassociateTrafficDistributionGroupUser calls a second, for all clients in the account and Region together, and throttles the rest. Run apply again: it goes on where this one stopped. To change all users of the group ${groupId} in one apply, declare a longer "timeouts" block.`,
});

export const groupUnknown = (before: string): Diagnostic =>
  warningAt(
    ['traffic_distribution_group_id'],
    'The group is not known yet',
    `The group will be known only at apply, so the plan replaces the resource: apply takes its users out of ${before} and puts them into the new group, even if it is the same one. To keep them in, first apply what the group depends on (terraform apply -target=...), then plan again.`,
  );
