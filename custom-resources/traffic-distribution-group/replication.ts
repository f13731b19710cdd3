import type { Gateway } from '../../connect/gateway';
import type { Instance } from '../../connect/model';
import { noInstance } from '../checking/diagnostics';
import type { Diagnostic } from '../contract/diagnostic';
import type { Place } from '../values/place';
import { notReplicated, notTheSourceRegion } from './diagnostics';

/** Why an instance can have no groups of its own, or none that are made in that Region. */
export function replicationProblem(instance: Instance, region: string): Diagnostic | undefined {
  if (instance.sourceRegion === undefined || instance.regions.length < 2) return notReplicated(instance.id, region);
  return instance.sourceRegion === region ? undefined : notTheSourceRegion(instance, region);
}

/** Why CreateTrafficDistributionGroup was refused, where the instance is the reason. */
export async function explainRefusal(connect: Gateway, { instanceId, region }: Place): Promise<Diagnostic | undefined> {
  const instance = await connect.instances.find(instanceId, region);
  if (!instance.ok) return undefined;
  return instance.value ? replicationProblem(instance.value, region) : noInstance(instanceId, region);
}
