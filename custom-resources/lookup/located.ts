import type { Failure } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import { noInstance } from '../checking/diagnostics';
import type { Diagnostic } from '../contract/diagnostic';
import type { Context } from '../contract/resource';
import { callFailed } from '../failures/diagnostics';
import { bareId, INSTANCE, regionOf } from '../values/identifiers';
import { READ_TIMEOUT_MS } from '../waiting/timeouts';
import type { Place } from './kind';

export interface Located {
  readonly connect: Gateway;
  readonly instanceId: string;
  readonly region: string;
}

/** Where a data source looks: in the Region that it says, else that of the instance's ARN, else that of the provider. */
export function located(place: Place, context: Context): Located {
  const connect = context.connect({ timeoutMs: READ_TIMEOUT_MS });
  return {
    connect,
    instanceId: bareId(INSTANCE, place.instance_id),
    region: place.region ?? regionOf(place.instance_id) ?? connect.region,
  };
}

/** A list of an instance could not be read; it names nothing but the instance. @param action `listing the users` */
export const listFailed = (action: string, { instanceId, region }: Omit<Located, 'connect'>, failure: Failure): Diagnostic =>
  failure.kind === 'not-found' ? noInstance(instanceId, region) : callFailed(`${action} of the instance ${instanceId}`, failure);
