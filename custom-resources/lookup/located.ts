import type { Failure } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import { noInstance } from '../checking/diagnostics';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { type DeclaredPlace, type Place, placeOf } from '../values/place';
import { READ_TIMEOUT_MS } from '../waiting/timeouts';

/** Where a data source looks: in the Region that it says, else that of the instance's ARN, else that of the provider. */
export function located({ instance_id, region }: DeclaredPlace, context: Context): Place & { readonly connect: Gateway } {
  const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
  return { connect, ...placeOf(instance_id, region, connect) };
}

/** A list of an instance could not be read; it names nothing but the instance. @param action `listing the users` */
export const listFailed = (action: string, { instanceId, region }: Place, failure: Failure): Diagnostic =>
  failure.kind === 'not-found' ? noInstance(instanceId, region) : callFailed(`${action} of the instance ${instanceId}`, failure);
