import type { Gateway } from '../connect/gateway';
import { noInstance } from './checking/diagnostics';
import type { Diagnostic } from './contract/diagnostic';
import { callFailed } from './diagnostics';

/**
 * Connect answers "not found" for a thing that is gone, and just so where the credentials are of another
 * account or the Region is wrong: then everything would seem gone. So a thing counts as gone only where its
 * instance is there. Looked up once per process.
 *
 * @returns what to say instead of "gone".
 */
export async function instanceMissing(connect: Gateway, instanceId: string, region: string): Promise<Diagnostic | undefined> {
  const instance = await connect.instances.find(instanceId, region);
  if (!instance.ok) return callFailed(`looking for the instance ${instanceId}, of which something seems to be gone,`, instance.failure);
  return instance.value ? undefined : noInstance(instanceId, region);
}
