import type { Keys } from './control/call-log';
import type { Principal } from './principals';
import type { Settings } from './settings';
import { ServiceError } from './wire/service-error';
import type { Credential } from './wire/signature';

/** Who calls, and about what. */
export interface Caller {
  readonly credential: Credential;
  readonly principal: Principal;
  readonly keys: Keys;
}

/** Refuses what the settings deny to the caller. */
export function authorize(operation: string, { credential, principal, keys }: Caller, { deny }: Settings): void {
  const isDenied = deny.some(
    (denial) => denial.operation === operation && (denial.accessKeyId === undefined || denial.accessKeyId === credential.accessKeyId),
  );
  if (!isDenied) return;
  const resource =
    keys.instanceId === undefined ? '*' : `arn:aws:connect:${credential.region}:${principal.account}:instance/${keys.instanceId}`;
  const action = `${credential.service}:${operation}`;
  throw new ServiceError(
    'AccessDeniedException',
    `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  );
}
