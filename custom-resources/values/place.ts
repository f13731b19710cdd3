import type { Id } from '../../connect/gateway';
import type { Settings } from '../contract/settings';
import { isUnknown, type PlannedState } from '../contract/value';
import { bareId, INSTANCE, isSameId, regionOf } from './identifiers';
import { present } from './present';

/** An instance, and the Region to call. */
export interface Place {
  readonly instanceId: Id;
  readonly region: string;
}

/** What a state says of where something is: `instance_id` is an id or ARN. */
export interface DeclaredPlace {
  readonly instance_id: string;
  readonly region: string | null;
}

/** Where the gateway is to call: in the Region that is said, else in that of the instance's ARN, else in the one of its own. */
export const declaredPlace = ({ instance_id: instance, region }: DeclaredPlace): Pick<Place, 'instanceId'> & Partial<Place> => ({
  instanceId: bareId(INSTANCE, instance),
  ...present({ region: region ?? regionOf(instance) }),
});

/** The same with the Region of the gateway, where no other is known. @param instance an id or ARN */
export const placeOf = (instance: string, region: unknown, provider: { readonly region: string }): Place => ({
  region: provider.region,
  ...declaredPlace({ instance_id: instance, region: typeof region === 'string' ? region : null }),
});

/**
 * What a plan has of an instance that is only spelled in another way: as it was, unless that would have another Region called than the
 * one that is declared. While the Region of the provider is not known, an id is taken for any Region.
 */
export function inOtherRegion(
  prior: DeclaredPlace | undefined,
  { instance_id: instance, region }: PlannedState<DeclaredPlace>,
  settings: Settings | undefined,
): { readonly instance_id?: string } {
  if (!prior || isUnknown(instance) || typeof region === 'string' || !isSameId(INSTANCE, instance, prior.instance_id)) return {};
  const [before, after] = [regionOf(prior.instance_id) ?? settings?.region, regionOf(instance) ?? settings?.region];
  return before === undefined || after === undefined || before === after ? {} : { instance_id: instance };
}
