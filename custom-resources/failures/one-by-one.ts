import type { Failure } from '../../connect/failure';
import { iamActions } from '../../connect/iam-actions';
import type { Id } from '../../connect/gateway';
import type { Diagnostic } from '../contract/diagnostic';

/**
 * A refresh that may not read a list goes on without it, slowly: told once for the instance.
 * @param things `users`
 * @param denied what the policy said, if it said anything
 */
export function readOneByOne(
  things: string,
  denied: Failure | undefined,
  instanceId: Id,
): { readonly diagnostics?: readonly Diagnostic[] } {
  if (!denied) return {};
  const { operation, region, code, message } = denied;
  return {
    diagnostics: [
      {
        severity: 'warning',
        summary: `The ${things} are read one by one: ${operation} is denied`,
        detail: `${operation} in ${region} answered ${code}: ${message}\n\n${operation} reads many ${things} of the instance ${instanceId} at once. Without it, a refresh makes one call for each, two a second unless the quota was raised: a thousand take eight minutes. Allow ${iamActions(operation).join(', ')}. Or set refresh_mode = "exact" on the provider, to refresh without such lists.`,
        common: `${operation} denied in ${region}, ${things} of ${instanceId} read one by one`,
      },
    ],
  };
}
