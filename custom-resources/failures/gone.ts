import type { Gateway, OfInstance } from '../../connect/gateway';
import { noInstance } from '../checking/diagnostics';
import type { Diagnostic } from '../contract/diagnostic';
import type { Observation } from '../contract/resource';
import { placeOf } from '../values/place';
import { cannotRead } from './diagnostics';

/**
 * Connect answers "not found" for a thing that is gone, and just so where the credentials are of another
 * account or the Region is wrong: then everything would seem gone. So a thing counts as gone only where its
 * instance is there. Looked up once per process.
 *
 * @returns what to say instead of "gone".
 */
export async function instanceMissing(
  connect: Gateway,
  { instanceId, region = connect.region }: OfInstance,
): Promise<Diagnostic | undefined> {
  const instance = await connect.instances.find(instanceId, region);
  if (!instance.ok)
    return cannotRead(`looking for the instance ${instanceId}, of which something seems to be gone,`, instance.failure, instanceId);
  return instance.value ? undefined : noInstance(instanceId, region);
}

/**
 * What a resource observes when Connect does not find it: it is gone, unless its instance is missing too.
 * @param region where the instance is looked for. @default that of its ARN, else that of the provider
 */
export async function gone<S extends { readonly instance_id: string }>(
  connect: Gateway,
  state: S,
  region?: string | null,
): Promise<Observation<S>> {
  const missing = await instanceMissing(connect, placeOf(state.instance_id, region, connect));
  return missing ? { state, diagnostics: [missing] } : {};
}
