import type { Failure } from '../../connect/failure';
import { iamActions } from '../../connect/iam-actions';
import { type Diagnostic, errorAt, type PathStep } from '../contract/diagnostic';
import { callFailed } from '../failures/diagnostics';

/** The messages of plan-time checks that all resources share. */

/**
 * Told once for an operation and what it was to look at: the caller lacks the permission, or the service fails.
 * @param subject `the instance ID in us-east-1`
 */
export const cannotCheck = ({ kind, operation, region, code, message }: Failure, subject: string): Diagnostic => ({
  severity: 'warning',
  summary: `The plan could not be checked with ${operation}`,
  detail: `${operation} in ${region} answered ${code}: ${message}\n\nThe plan goes on without this check for ${subject}: an error may show only at apply. ${
    kind === 'denied' ? `Allow ${iamActions(operation).join(', ')} to have this check` : 'Plan again to have this check'
  }, or set plan_checks = false on the provider to plan without checks.`,
});

/** Told once for a plan: no call can pass, and apply would fail with each resource. */
export const cannotCall = (failure: Failure): Diagnostic => callFailed('checking the plan', failure);

export const notInInstance = (path: readonly PathStep[], noun: string, id: string, instanceId: string, region: string): Diagnostic =>
  errorAt(
    path,
    `No ${noun} ${id}`,
    `The instance ${instanceId} has no such ${noun} in ${region}. Check the id: the ${noun} may be of another instance or Region, or may have been deleted.${UUID.test(id) ? '' : ` If this is a name, the data source ${finderOf(noun)} finds the id.`}`,
  );

/** As Amazon Connect makes ids; what is none may be a name that was given in the place of one. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const finderOf = (noun: string): string => `connect_${noun === 'hierarchy group' ? 'user_' : ''}${noun.replaceAll(' ', '_')}`;

/** Told once for a plan: all that is in the instance has it in common. */
export const noInstance = (instanceId: string, region: string): Diagnostic => ({
  ...errorAt(
    ['instance_id'],
    `No instance ${instanceId}`,
    `There is no such Amazon Connect instance in ${region} for the credentials in use. Check the account, the "region" (of the resource, in the ARN of the instance, or of the provider) and the id. If you gave an alias, give the id: the data source connect_instance finds it by the alias. If the instance was deleted, remove its resources from the state with "terraform state rm".`,
  ),
  common: `no instance ${instanceId} in ${region}`,
});
