import type { Id } from '../../connect/model';
import { bareId, INSTANCE, regionOf } from './identifiers';

/** An instance, and the Region to call. */
export interface Place {
  readonly instanceId: Id;
  readonly region: string;
}

/**
 * Where a configuration or a state says that something is: in the Region that it names, else in that of the instance's ARN, else in that
 * of the provider.
 * @param instance an id or ARN
 */
export const placeOf = (instance: string, region: unknown, provider: { readonly region: string }): Place => ({
  instanceId: bareId(INSTANCE, instance),
  region: (typeof region === 'string' ? region : regionOf(instance)) ?? provider.region,
});
