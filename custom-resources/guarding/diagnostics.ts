import type { Diagnostic } from '../contract/diagnostic';

/** The messages of guards: what a plan may not do because the user forbade it. */

/** As many names as one reads, and as a message takes. */
const SHOWN = 50;

const listed = (names: readonly string[]): string =>
  `${[...names]
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .slice(0, SHOWN)
    .map((name) => `  - ${name}`)
    .join('\n')}${names.length > SHOWN ? `\n  - and ${names.length - SHOWN} more` : ''}`;

const refused = (summary: string, detail: string): Diagnostic => ({ severity: 'error', summary, detail });

/** Where Terraform waits for others before it plans on, what it plans later is not counted. */
const COUNTED = 'This is the part of the plan that Terraform has shown so far. Nothing was changed.';

const CAUSE =
  'If you do not want this, look for the reason why they are no longer in the configuration: a list, filter or file that became shorter, or the wrong workspace.';

export const protectedUsers = (users: readonly string[]): Diagnostic =>
  refused(
    `Users with deletion_protection would be deleted: ${users.length}`,
    `The plan deletes or replaces:\n${listed(users)}\n\n${COUNTED} To delete them, name them in "lift_deletion_protection" of the provider, in the same change that takes them out: one apply is enough. To replace a user who stays declared, you can set deletion_protection = false in the same change instead. ${CAUSE}`,
  );

export const tooManyUsers = (users: readonly string[], most: number): Diagnostic =>
  refused(
    `Too many users would be deleted: ${users.length}, and max_user_deletions is ${most}`,
    `The plan deletes or replaces:\n${listed(users)}\n\n${COUNTED} If you want this, raise "max_user_deletions" of the provider for this change, or make the change in smaller steps. ${CAUSE}`,
  );

export const tooManyMemberships = (memberships: readonly string[], most: number): Diagnostic =>
  refused(
    `Too many memberships would end: ${memberships.length}, and max_membership_removals is ${most}`,
    `The plan takes out:\n${listed(memberships)}\n\n${COUNTED} If you want this, raise "max_membership_removals" of the provider for this change, or make the change in smaller steps. ${CAUSE}`,
  );
