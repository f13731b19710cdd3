import type { Failure } from '../../connect/failure';
import { iamActions } from '../../connect/iam-actions';
import { type Diagnostic, errorAt, type PathStep } from '../contract/diagnostic';
import { callFailed } from '../failures/diagnostics';

/** The messages of plan-time checks that all resources share. */

export const declaredTwice = (thing: string): Diagnostic => ({
  severity: 'error',
  summary: 'Declared twice',
  detail: `Two resources of this configuration declare ${thing}. Each would undo or repeat what the other does: keep one of them. If one should take the place of the other, use a "moved" block (in CDK for Terraform: moveTo).`,
});

export const createdAndDestroyed = (thing: string): Diagnostic => ({
  severity: 'error',
  summary: 'Created and destroyed in one plan',
  detail: `One resource of this plan destroys ${thing}, another one declares it. Terraform gives no order between the two, so it could be gone after apply. If the resource only got another address, say so: with a "moved" block where the new address was free (in CDK for Terraform: moveTo), with "terraform state mv" where several took each other's place, as when an element is taken out of what "count" goes through (for_each by name does not shift). Otherwise destroy first, in an apply of its own. (After an interrupted create_before_destroy, Terraform calls the old object "deposed": if it is the same thing, take the resource out of the state with "terraform state rm" and import it.)`,
});

/** Told once for an operation: the caller lacks the permission, or the service fails. */
export const cannotCheck = ({ kind, operation, region, code, message }: Failure): Diagnostic => ({
  severity: 'warning',
  summary: `The plan could not be checked with ${operation}`,
  detail: `${operation} in ${region} answered ${code}: ${message}\n\nThe plan goes on without this check, and apply will tell. ${
    kind === 'denied' ? `Allow ${iamActions(operation).join(', ')} to have it` : 'Plan again to have it'
  }, or set plan_checks = false on the provider to do without.`,
});

/** Told once for a plan: no call can pass, and apply would fail with each resource. */
export const cannotCall = (failure: Failure): Diagnostic => callFailed('checking the plan', failure);

export const notInInstance = (path: readonly PathStep[], noun: string, id: string, instanceId: string, region: string): Diagnostic =>
  errorAt(
    path,
    `No ${noun} ${id}`,
    `The instance ${instanceId} has no such ${noun} in ${region}. Check the id: it may be one of another instance or Region, or may have been deleted.`,
  );

export const noInstance = (instanceId: string, region: string): Diagnostic =>
  errorAt(
    ['instance_id'],
    `No instance ${instanceId}`,
    `There is no such Amazon Connect instance in ${region} for the credentials in use. Check the id, the "region" (of the provider, or in the ARN of the instance) and the account. If the instance itself was deleted, remove what was in it from the state with "terraform state rm".`,
  );
